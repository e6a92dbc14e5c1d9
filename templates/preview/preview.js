"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const at = id => document.getElementById(id);
  const say = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name]);
  const make = (tag, given, ...inside) => {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...inside);
    return element;
  };
  let shown = 0, last = null;

  const post = (path, body) => fetch(path, { method: "POST", body }).then(answer => answer.ok ? answer.json() : {});
  // A name reads from left to right, also behind words that do not: else the day at its end stands in their order.
  const name = file => file.replace(/([\u0590-\u08ff])(?=[-_.\s]*[0-9A-Za-z])/g, "$1\u200e");
  window.presskit = { at, say, make, post, name, goTo: number => goTo(number), number: () => shown, back: () => showPages(last) };

  // Pages ------------------------------------------------------------------
  const draw = image => {
    if (!image.dataset.src) return;
    image.src = image.dataset.src;
    delete image.dataset.src;
  };
  const drawn = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) if (isIntersecting) draw(target);
  }, { rootMargin: "800px" });
  // The pages that stand in the window, the one in its middle first.
  const seenNow = sheets => {
    const away = sheet => {
      const { top, bottom } = sheet.getBoundingClientRect();
      return bottom < 0 || top > innerHeight ? Infinity : Math.abs((top + bottom) / 2 - innerHeight / 2);
    };
    const seen = sheets.map(sheet => [away(sheet), sheet]).filter(([far]) => far < Infinity);
    return seen.sort(([one], [other]) => one - other).map(([, sheet]) => sheet.querySelector("img"));
  };

  const picture = (state, index, width) => {
    const [wide, high] = state.pages[index];
    const image = make("img", { width: width, height: Math.round(width * high / wide), alt: say(words.page, { number: index + 1 }) });
    image.dataset.src = `page/${state.number}/${index + 1}/${width}.jpg`;
    drawn.observe(image);
    return image;
  };

  // The small pages follow the large ones: of a long kit they would stay at its beginning.
  const keepInView = (link, box) => {
    const top = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (top < 0 || top > box.clientHeight - link.offsetHeight) box.scrollTop += top - box.clientHeight / 3;
  };

  const current = new IntersectionObserver(seen => {
    for (const { target, isIntersecting } of seen) {
      const link = document.querySelector(`nav a[href="#${target.id}"]`);
      if (isIntersecting && link) {
        document.querySelector("nav [aria-current]")?.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        keepInView(link, at("thumbs"));
      }
    }
  }, { rootMargin: "-45% 0px -45%" });

  const showPages = state => {
    const width = devicePixelRatio > 1 ? 1600 : 900;
    const place = scrollY;
    drawn.disconnect();
    current.disconnect();
    const sheets = state.pages.map((_, index) => make("figure", { id: `page-${index + 1}`, tabIndex: -1 },
      picture(state, index, width), make("figcaption", {}, say(words.page, { number: index + 1 }))));
    at("pages").replaceChildren(...(sheets.length ? sheets : [make("p", { className: "empty" }, words.no_pages)]));
    const thumbs = state.pages.map((_, index) => {
      const image = picture(state, index, 240);
      image.alt = "";
      return make("li", {}, make("a", { href: `#page-${index + 1}` }, image, say(words.page, { number: index + 1 })));
    });
    document.querySelector("#thumbs ol").replaceChildren(...thumbs);
    sheets.forEach(sheet => current.observe(sheet));
    scrollTo({ top: place, behavior: "instant" });
    seenNow(sheets).forEach(draw);  // before those above, below and beside them
  };

  const goTo = number => {
    const sheet = at(`page-${number}`);
    if (!sheet) return;
    document.querySelectorAll(".marked").forEach(marked => marked.classList.remove("marked"));
    sheet.classList.add("marked");
    sheet.scrollIntoView();
    sheet.focus({ preventScroll: true });
  };

  // The verdict --------------------------------------------------------------
  const finding = (state, told) => {
    const place = make("p", { className: "place" });
    if (told.place) place.append(make("bdi", {}, told.place));
    for (const number of told.pages) {
      if (number > state.pages.length) continue;
      place.append(make("button", { type: "button", className: "plain", onclick: () => goTo(number) }, say(words.go, { number })));
    }
    if (told.place) {
      const open = make("button", { type: "button", className: "plain" }, words.open);
      open.onclick = () => post(`open/${state.number}/${told.number}`)
        .then(({ done }) => { at("making").textContent = done ? words.opened : say(words.not_opened, { place: told.place }); });
      place.append(open);
    }
    place.append(make("span", {}, told.code));
    return make("li", { told },
      make("span", { className: `number ${told.severity}` }, String(told.number)),
      make("div", {}, make("p", { className: "message" }, told.message), make("p", { className: "hint" }, told.hint), place));
  };

  const showFound = state => {
    const groups = state.groups.flatMap(group => [
      make("h3", {}, group.name),
      make("ol", { className: "findings" }, ...group.found.map(told => finding(state, told)))]);
    at("findings").replaceChildren(...(groups.length ? groups : [make("p", { className: "lead" }, words.nothing)]));
    document.querySelectorAll("#findings ol").forEach(list => list.setAttribute("role", "list"));
  };

  const named = files => files.length > 2
    ? say(words.and_more, { files: files.slice(0, 2).join(", "), rest: files.length - 2 }) : files.join(", ");

  const show = state => {
    shown = state.number;
    last = state;
    at("title").textContent = state.title || "presskit";
    at("verdict").textContent = state.verdict || words.waiting;
    document.title = state.title ? `${state.verdict} – ${state.title}` : "presskit";
    at("head").dataset.state = state.state;
    at("file").textContent = state.file
      ? say(state.pages.length === 1 ? words.file_one : words.file, { file: name(state.file), pages: state.pages.length, size: state.size }) : "";
    document.dispatchEvent(new CustomEvent("state", { detail: state }));
    if (!shown) return;
    at("making").textContent = say(state.changed.length ? words.changed : words.made,
      { seconds: state.seconds, files: named(state.changed) });
    showPages(state);
    showFound(state);
    document.dispatchEvent(new CustomEvent("shown", { detail: state }));
  };

  // What goes out --------------------------------------------------------------
  const showSaved = (place, saved) => {
    const line = make("p", { className: "state" }, `${saved.verdict}.`);
    const where = saved.file ? [make("p", {}, say(words.saved, saved))] : [];
    const grave = (saved.groups || []).filter(group => group.found.some(told => told.severity === "error"));
    const list = make("ul", {}, ...grave.flatMap(group => group.found.map(told => make("li", {}, `${told.message} ${told.hint}`))));
    place.replaceChildren(line, ...where, ...(grave.length ? [list] : []));
  };

  for (const button of document.querySelectorAll(".outputs button")) {
    button.onclick = async () => {
      const place = button.parentElement.querySelector(".saved");
      button.disabled = true;
      place.textContent = words.saving;
      const saved = await post(`save/${button.dataset.what}`);
      button.disabled = false;
      button.focus();
      showSaved(place, saved);
    };
  }
  at("show").onclick = () => post("show");

  // News -------------------------------------------------------------------------
  const leave = (title, more) => {
    news.close();
    const over = at("over"), unwritten = window.presskit.unwritten?.() || [];
    over.querySelector("h2").textContent = title;
    over.querySelector("p").textContent = unwritten.length ? words.unwritten : more;
    over.querySelector("ul").replaceChildren(...unwritten.map(text => make("li", {}, text)));
    over.hidden = false;
  };
  at("end").onclick = () => post("end").then(() => leave(words.over, words.over_more));

  const news = new EventSource("events");
  let lost = 0, asked = "";
  news.onmessage = async event => {
    lost = 0;
    const { number, isBegun, making } = JSON.parse(event.data);
    if (making) at("making").textContent = making;
    const told = `${number} ${isBegun}`;
    if (told === asked) return;  // how far a kit is made is told hundreds of times before it is
    asked = told;
    const state = await fetch("state.json").then(answer => answer.json()).catch(() => null);
    if (!state) asked = "";
    else if (!last || state.number > shown || state.isBegun && !last.isBegun) show(state);  // an answer may overtake another
  };
  news.addEventListener("over", () => leave(words.over, words.over_more));
  news.onerror = async () => {
    if (news.readyState === EventSource.CLOSED) {  // it was refused, and no browser asks again
      const answer = await fetch("events").catch(() => null);
      if (answer?.status === 503) return leave(words.many, words.many_more);
    } else if (++lost <= 2) return;
    leave(words.gone, words.gone_more);
  };
})();
