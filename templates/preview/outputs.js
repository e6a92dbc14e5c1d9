"use strict";
(() => {
  const { at, say, make, post, back } = window.presskit;
  const words = JSON.parse(at("panel-words").textContent);
  const main = at("pages");

  const content = view => {
    const width = devicePixelRatio > 1 ? 1600 : 900;
    if (view.part) return [make("div", { className: "viewed" }, view.part)];
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

  // Drafts -------------------------------------------------------------------
  const table = people => {
    const heads = [words.row, words.person, words.outlet, words.email, words.language, words.agreed];
    const cells = one => [one.row, one.name, one.outlet, one.email, one.language, one.agreed ? words.yes : ""];
    const row = (tag, every) => make("tr", {}, ...every.map(text => make(tag, {}, String(text ?? ""))));
    return make("table", {}, make("thead", {}, row("th", heads)), make("tbody", {}, ...people.map(one => row("td", cells(one)))));
  };

  const showDraft = async number => {
    const told = await fetch(`draft/${number}`).then(answer => answer.ok ? answer.json() : null);
    if (!told) return;
    const attached = told.attached ? [say(words.attached, told)] : [];
    show({ text: [say(words.subject, told), ...attached, "", told.text].join("\n") }, say(words.draft, told));
  };

  const list = (name, index, number) => {
    const place = make("div", { className: "saved" });
    place.setAttribute("role", "status");
    const wrong = told => told.groups?.length ? [make("p", { className: "state" }, words.rows_wrong), found(told)] : [];
    const read = make("button", { type: "button", className: "plain" }, words.read_list);
    read.onclick = async () => {
      place.textContent = words.looking;
      const told = await post(`people/${number}/${index}`);
      place.replaceChildren(...wrong(told));
      if (told.people?.length) show({ part: table(told.people) }, name);
    };
    const write = make("button", { type: "button" }, words.write_drafts);
    write.onclick = async () => {
      write.disabled = true;
      place.textContent = words.looking;
      const told = await post(`drafts/${number}/${index}`);
      write.disabled = false;
      const every = (told.drafts || []).map((draft, at) => make("li", {},
        make("button", { type: "button", className: "plain", onclick: () => showDraft(at + 1) }, draft)));
      place.replaceChildren(make("p", { className: "state" }, every.length ? say(words.made_drafts, { number: every.length, ...told }) : say(words.no_drafts, told)),
        make("ul", {}, ...every), ...wrong(told));
    };
    const made = make("li", {}, make("div", {}, make("b", {}, name)), read, write, place);
    made.dataset.field = `list/${name}/`;
    return made;
  };

  let listed = null;  // a list that comes while somebody looks at this panel is read at once
  document.addEventListener("things", ({ detail }) => {
    const names = detail.lists || [], lists = names.map((name, index) => list(name, index + 1, detail.number));
    at("lists").replaceChildren(lists.length ? make("ul", { className: "outputs lists" }, ...lists) : make("p", { className: "lead" }, words.no_lists));
    const added = listed && !at("out").hasAttribute("data-off") ? names.findIndex(name => !listed.includes(name)) : -1;
    listed = names;
    lists[added]?.querySelector("button").click();
  });

  document.addEventListener("try", async event => {
    at("making").textContent = words.looking;
    const view = await post(`view/screen?${new URLSearchParams(event.detail)}`);
    at("making").textContent = view.file ? "" : view.verdict || "";
    if (view.file) show(view, say(words.viewing_try, view));
  });
})();
