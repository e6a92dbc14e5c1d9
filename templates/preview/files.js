"use strict";
(() => {
  const { at, say, make, post, name: readable } = window.presskit;
  const words = JSON.parse(at("file-words").textContent);
  const MB = 1e6, LISTED = 6;
  const all = query => [...document.querySelectorAll(query)];
  const hide = (element, hidden) => { element.hidden = hidden; };

  // What happens is told in one place ------------------------------------------
  const tell = (...lines) => at("taking").replaceChildren(...lines.map(line => typeof line === "string" ? make("p", {}, line) : line));
  const problem = text => make("p", { className: "problem" }, text);
  const close = () => make("button", { type: "button", onclick: () => {
    tell();
    at(at("start").hidden ? "files" : "start").focus({ preventScroll: true });
  } }, words.ok);

  // The list -------------------------------------------------------------------
  let version = -1;
  const skipTo = document.querySelector(".skip").textContent;
  const option = (kind, chosen) => make("option", { value: String(kind), selected: kind === chosen }, words.kinds[kind] || words.tell);

  const row = (file, number, index) => {
    const base = file.place.split("/").pop();
    const what = file.is_in ? (file.why ? say(words.taken_for, { what: file.taken_for, why: file.why }) : file.taken_for)
      : file.taken_for ? say(words.not_in, { what: file.taken_for }) : words.not_read;
    const select = make("select", { ariaLabel: say(words.kind, { name: base }) },
      ...file.can_be.map(kind => option(index.get(kind), index.get(file.kind))));
    select.onchange = () => answer(post(`kind/${version}/${number}/${select.value}`));
    const aside = make("button", { type: "button", ariaLabel: say(words.aside_one, { name: base }) }, words.aside);
    aside.onclick = async () => {
      const { place } = await answer(post(`aside/${version}/${number}`));
      if (place) tell(say(words.was_aside, { name: base, place }), close());
    };
    const item = make("li", { className: file.is_in ? "in" : "out" },
      make("div", { className: "name" }, make("b", {}, make("bdi", {}, readable(file.place))), make("span", {}, what)), select, aside);
    item.dataset.place = file.place;
    return item;
  };

  const focused = () => {
    const item = document.activeElement?.closest("#file-list li");
    return item && { place: item.dataset.place, tag: document.activeElement.tagName };
  };

  const showList = list => {
    if (list.version <= version) return;
    version = list.version;
    const index = new Map(list.names.map((name, number) => [name, number])), kept = focused();
    at("file-list").replaceChildren(...list.files.map((file, number) => row(file, number, index)));
    if (kept) (all("#file-list li").find(item => item.dataset.place === kept.place)?.querySelector(kept.tag) || at("files")).focus();
  };

  const refresh = async () => {
    const list = await (await fetch("files.json")).json();
    if (list.version < version) return;  // overtaken by a newer one
    const isNew = list.isOpen && !list.isBegun;
    hide(at("start"), !isNew);
    hide(document.querySelector(".desk"), isNew);
    for (const id of ["files", "tab-files"]) hide(at(id), !list.isOpen);
    at("kit-gone").textContent = list.isGone ? say(words.kit_gone, { name: list.kit }) : "";
    const skip = document.querySelector(".skip");
    skip.href = isNew ? "#start" : "#found";
    skip.textContent = isNew ? words.files : skipTo;
    if (isNew) {
      at("verdict").textContent = words.new;
      at("new-place").textContent = say(words.new_place, { name: list.kit });
    } else if (!at("who-later").firstChild) {
      at("who-later").append(make("details", {}, make("summary", {}, words.who), at("answers")));
    }
    hide(at("who-later"), list.isBranded);
    showList(list);
  };

  const answer = async asked => {
    const said = await asked;
    if (said.problems?.length) tell(...said.problems.map(problem), close());
    await refresh();
    return said;
  };

  // What is dropped --------------------------------------------------------------
  const ask = places => new Promise(done => {
    const dialog = at("asks");
    const selects = places.map(place => make("select", { ariaLabel: place },
      ...["both", "replace", "skip"].map(choice => make("option", { value: choice[0] }, words[choice]))));
    dialog.querySelector("ul").replaceChildren(...places.map((place, number) =>
      make("li", {}, make("b", { className: "name" }, make("bdi", {}, readable(place))), selects[number])));
    dialog.returnValue = "";
    dialog.onclose = () => done(selects.map(select => dialog.returnValue ? select.value : "s").join(""));
    dialog.showModal();
  });

  const told = taken => {
    const name = taken.name, place = taken.place;
    if (!place) return say(words.had, { name });
    const line = say(taken.taken_for ? (place === name ? words.took_here : words.took) : (place === name ? words.took_plain_here : words.took_plain), { name, place, what: taken.taken_for });
    return taken.instead_of ? `${line} ${say(words.took_instead, { place: taken.instead_of })}` : line;
  };

  const send = async (drop, way, file) => {
    const most = /\.zip$/i.test(file.name) ? words.most_zip_mb : words.most_mb;
    if (file.size > most * MB) {
      return [say(words.too_large, { name: file.name, size: Math.ceil(file.size / MB), most })];
    }
    try {
      const named = encodeURIComponent(way.toWellFormed?.() ?? way);
      const sent = await fetch(`drop/${drop}?way=${named}`, { method: "PUT", body: file });
      return sent.ok ? (await sent.json()).problems : [say(words.failed, { name: file.name })];
    } catch {
      return [say(words.failed, { name: file.name })];
    }
  };

  const takeIn = async dropped => {
    if (!dropped.length) return tell(words.nothing, close());
    const { drop, problems = [words.lost] } = await post("drop").catch(() => ({}));
    if (!drop) return tell(...problems.map(problem), close());
    for (const [number, { way, file }] of dropped.entries()) {
      tell(say(words.receiving, { done: number + 1, all: dropped.length, name: file.name }));
      problems.push(...await send(drop, way, file));
    }
    tell(words.sorting);
    let done = await post(`sort/${drop}`);
    problems.push(...done.problems || [words.nothing]);
    if (done.asks) {
      done = await post(`place/${drop}`, await ask(done.asks));
      problems.push(...done.problems || []);
    }
    const taken = done.taken || [], added = taken.filter(one => one.place).length;
    const isLong = taken.length > LISTED, had = taken.length - added;
    const named = isLong ? taken.filter(one => one.instead_of) : taken;
    const summary = [
      ...added ? [say(added === 1 ? words.added_one : words.added, { count: added })] : [],
      ...isLong && had ? [say(words.had_many, { count: had })] : []];
    tell(...problems.map(problem), ...summary, ...named.map(told), ...(taken.length || problems.length ? [] : [words.nothing]), close());
    await refresh();
  };

  const filesIn = async entry => {
    if (entry.isFile) return [{ way: entry.fullPath.slice(1), file: await new Promise((got, failed) => entry.file(got, failed)) }];
    const reader = entry.createReader(), found = [];
    for (;;) {
      const some = await new Promise((got, failed) => reader.readEntries(got, failed));
      if (!some.length) break;
      for (const inner of some) found.push(...await filesIn(inner));
    }
    return found;
  };

  const chosen = input => takeIn([...input.files].map(file => ({ way: file.webkitRelativePath || file.name, file }))).then(() => { input.value = ""; });
  all(".choose-files").forEach(button => { button.onclick = () => at("some-files").click(); });
  all(".choose-folder").forEach(button => { button.onclick = () => at("some-folder").click(); });
  at("some-files").onchange = event => chosen(event.target);
  at("some-folder").onchange = event => chosen(event.target);

  const holdsFiles = event => [...event.dataTransfer?.types || []].includes("Files");
  let depth = 0;
  addEventListener("dragenter", event => { if (holdsFiles(event)) { depth += 1; document.body.dataset.dragged = ""; } });
  addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); if (!depth) delete document.body.dataset.dragged; });
  addEventListener("dragover", event => { if (holdsFiles(event)) event.preventDefault(); });
  addEventListener("drop", async event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    delete document.body.dataset.dragged;
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const bare = [...event.dataTransfer.files].map(file => ({ way: file.name, file }));
    takeIn(entries.length ? (await Promise.all(entries.map(filesIn))).flat() : bare);
  });

  // Who you are --------------------------------------------------------------------
  at("answers").onsubmit = async event => {
    event.preventDefault();
    const said = await post("answers", JSON.stringify(Object.fromEntries(new FormData(event.target))));
    const lines = said.problems?.length ? said.problems.map(problem) : [make("p", {}, say(words.kept, { name: said.kit }))];
    at("answered").replaceChildren(...lines);
    await refresh();
  };

  document.addEventListener("state", refresh);
})();
