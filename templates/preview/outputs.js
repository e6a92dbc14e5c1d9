"use strict";
(() => {
  const { at, say, make, post, back } = window.presskit;
  const words = JSON.parse(at("panel-words").textContent);
  const main = at("pages");

  const content = view => {
    const width = devicePixelRatio > 1 ? 1600 : 900;
    if (view.text !== undefined) return [make("pre", { className: "viewed" }, view.text)];
    if (view.files) return [make("div", { className: "viewed" }, make("h2", {}, words.files_in), make("ul", {}, ...view.files.map(file => make("li", {}, file))))];
    return (view.pages || []).map(([wide, high], index) => make("figure", {}, make("img", {
      src: `viewed/${view.number}/${index + 1}/${width}.jpg`, alt: String(index + 1), loading: "lazy", width, height: Math.round(width * high / wide) }),
      make("figcaption", {}, String(index + 1))));
  };

  const show = (view, said) => {
    const bar = make("div", { className: "viewing" }, make("p", {}, said),
      make("button", { type: "button", onclick: () => { back(); scrollTo({ top: 0 }); } }, words.back));
    bar.setAttribute("role", "status");
    const inside = content(view);
    if (inside.length) main.replaceChildren(bar, ...inside);
    scrollTo({ top: 0 });
    return inside.length;
  };

  const found = view => {
    const every = (view.groups || []).flatMap(group => [make("li", { className: "state" }, group.name),
      ...group.found.map(told => make("li", {}, `${told.message} ${told.hint}`))]);
    return make("ul", {}, ...(every.length ? every : [make("li", {}, words.nothing_found)]));
  };

  for (const save of document.querySelectorAll(".outputs button[data-what]")) {
    const look = make("button", { type: "button", className: "plain look" }, words.look);
    look.setAttribute("aria-describedby", save.getAttribute("aria-describedby"));
    const place = save.parentElement.querySelector(".saved");
    look.onclick = async () => {
      look.disabled = true;
      place.textContent = words.looking;
      const view = await post(`view/${save.dataset.what}`);
      look.disabled = false;
      look.focus();
      place.replaceChildren(make("p", { className: "state" }, [view.verdict, view.extent].filter(Boolean).join(" · ")), found(view));
      if (view.file) show(view, say(words.viewing, { ...view, name: view.file }));
    };
    save.before(look);
  }

  document.addEventListener("try", async event => {
    at("making").textContent = words.looking;
    const view = await post(`view/screen?${new URLSearchParams(event.detail)}`);
    at("making").textContent = view.file ? "" : view.verdict || "";
    if (view.file) show(view, say(words.viewing_try, view));
  });
})();
