"use strict";
(() => {
  const { at, make, goTo } = window.presskit;
  const words = JSON.parse(at("file-words").textContent);

  let marked = ""; // the finding whose place is shown: it stays marked when the pages are drawn anew

  const draw = ({ page, boxes }) => {
    document.querySelectorAll(".mark").forEach(old => old.remove());
    const image = at(`page-${page}`)?.querySelector("img");
    if (!image || !boxes.length) return null;
    const layer = make("div", { className: "mark", ariaHidden: "true" });
    layer.style.aspectRatio = `${image.getAttribute("width")} / ${image.getAttribute("height")}`;
    layer.append(...boxes.map(([left, top, width, height]) => {
      const box = make("i");
      Object.assign(box.style, { left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * width}%`, height: `${100 * height}%` });
      return box;
    }));
    image.before(layer);
    return layer;
  };

  const placeOf = async (state, number) => {
    const answer = await fetch(`mark/${state.number}/${number}`);
    return answer.ok ? answer.json() : { page: 0, boxes: [] };
  };

  const show = async (state, number, said) => {
    const place = await placeOf(state, number);
    if (!place.page) {
      at("making").textContent = words.no_place;
      return;
    }
    marked = said;
    goTo(place.page);
    draw(place)?.firstChild.scrollIntoView({ block: "center" });
  };

  document.addEventListener("shown", async ({ detail: state }) => {
    for (const item of document.querySelectorAll("#findings li")) {
      const { number, message: said } = item.told;
      item.querySelector(".message").replaceChildren(make("button", { type: "button", className: "plain message", onclick: () => show(state, number, said) }, said));
      if (said === marked) draw(await placeOf(state, number));
    }
  });
})();
