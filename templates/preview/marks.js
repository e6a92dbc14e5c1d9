"use strict";
(() => {
  const { at, make, goTo } = window.presskit;
  const words = JSON.parse(at("file-words").textContent);

  const mark = ({ page, boxes }) => {
    document.querySelectorAll(".mark").forEach(old => old.remove());
    goTo(page);
    const sheet = at(`page-${page}`), image = sheet?.querySelector("img");
    if (!image || !boxes.length) return;
    const layer = make("div", { className: "mark", ariaHidden: "true" });
    layer.style.aspectRatio = `${image.getAttribute("width")} / ${image.getAttribute("height")}`;
    layer.append(...boxes.map(([left, top, width, height]) => {
      const box = make("i");
      Object.assign(box.style, { left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * width}%`, height: `${100 * height}%` });
      return box;
    }));
    image.before(layer);
    layer.firstChild.scrollIntoView({ block: "center" });
  };

  document.addEventListener("shown", ({ detail: state }) => {
    for (const item of document.querySelectorAll("#findings li")) {
      const number = item.querySelector(".number").textContent, message = item.querySelector(".message");
      const show = make("button", { type: "button", className: "plain message" }, message.textContent);
      show.onclick = async () => {
        const answer = await fetch(`mark/${state.number}/${number}`);
        const place = answer.ok ? await answer.json() : { page: 0 };
        if (place.page) mark(place);
        else at("making").textContent = words.no_place;
      };
      message.replaceChildren(show);
    }
  });
})();
