"use strict";
(() => {
  const { at, say, make, goTo, number: shownNumber } = window.presskit;
  const words = JSON.parse(at("panel-words").textContent);
  const panels = [...document.querySelectorAll("aside > section[id]")].map(section => section.id)
    .sort((one, other) => (one !== "found") - (other !== "found"));
  const forms = new Set();
  const folded = new Map();  // fields of forms that nobody has opened yet, each with what draws its form
  const typed = new Set();  // fields with words that are not written yet: their panel is not drawn anew
  let things = {}, who = "", ids = 0, drawing = "", asking = null, ordered = null;

  const ask = (path, body) => fetch(path, body ? { method: "POST", body: JSON.stringify(body) } : {})
    .then(answer => answer.ok ? answer.json() : { state: "refused", problems: [words.lost] })
    .catch(() => ({ state: "refused", problems: [words.lost] }));
  // Answers overtake each other: that to the last question counts, the others are nothing.
  const lastOf = () => {
    let asked = 0;
    return async path => {
      const number = ++asked, told = await ask(path);
      return number === asked ? told : null;
    };
  };
  const button = (text, onclick, className = "") => make("button", { type: "button", className, onclick }, text);
  const plain = (text, onclick) => button(text, onclick, "plain");

  // Tabs -------------------------------------------------------------------
  const tabs = make("div", { className: "tabs" });
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", words.tabs);
  const tab = name => at(`tab-${name}`);
  const aside = document.querySelector("aside");
  const choose = name => {
    if (tab(name).getAttribute("aria-selected") !== "true") aside.scrollTop = 0;
    for (const each of panels) {
      const isOn = each === name;
      at(each).toggleAttribute("data-off", !isOn);
      tab(each).setAttribute("aria-selected", isOn);
      tab(each).tabIndex = isOn ? 0 : -1;
    }
  };
  for (const name of panels) {
    const made = button(words[name] || at(name).querySelector("h2").textContent, () => choose(name));
    made.id = `tab-${name}`;
    made.setAttribute("role", "tab");
    made.setAttribute("aria-controls", name);
    at(name).setAttribute("role", "tabpanel");
    at(name).setAttribute("aria-labelledby", made.id);
    tabs.append(made);
  }
  tabs.onkeydown = event => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -panels.length, End: panels.length }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = panels.findIndex(name => tab(name).getAttribute("aria-selected") === "true");
    const next = panels[Math.abs(step) > 1 ? (step < 0 ? 0 : panels.length - 1) : (now + step + panels.length) % panels.length];
    choose(next);
    tab(next).focus();
  };
  aside.prepend(tabs);
  choose("found");

  // A change, written -----------------------------------------------------------
  const alerts = (className = "") => {
    const place = make("div", { className });
    place.setAttribute("role", "alert");
    return place;
  };
  const problem = (place, ...inside) => place.replaceChildren(...(inside.length ? [make("div", { className: "problem" }, ...inside)] : []));

  window.presskit.unwritten = () => [...typed].map(control => control.value).filter(text => text.trim());

  const unheld = box => typed.forEach(control => { if (box.contains(control)) typed.delete(control); });

  const settle = (form, answer, place, again, box) => {
    problem(place);
    if (answer.state === "refused") problem(place, ...answer.problems);
    if (answer.state === "changed meanwhile") {
      problem(place, make("p", {}, say(words.meanwhile, answer)), plain(words.anyway, () => again(null)), plain(words.theirs, () => { unheld(box); load(); }));
    }
    const isKept = answer.state === "written" || answer.state === "nothing";
    if (isKept) unheld(box);
    if (answer.state === "written") {
      const before = form.seen;
      for (const each of [...forms, things.kit]) if (each.file === form.file && each.seen === before) each.seen = answer.seen;
      changed(say(words.saved, answer), answer.what);
    }
    return isKept;
  };

  // box: what holds the fields of these values; place: where it is told that they could not be written.
  const note = async (form, values, what, place, box = place) => {
    const again = async seen => settle(form, await ask("note", { thing: form.thing, name: form.name, values, what, seen }), place, again, box);
    return again(form.seen);
  };

  const changed = (said, what) => {
    const inside = [make("span", {}, said)];
    if (what) inside.push(plain(words.undo, () => undo()));
    at("changes").replaceChildren(...inside);
  };

  const undo = async (anyway = false) => {
    const answer = await ask("undo", { anyway });
    if (answer.state === "refused") problem(at("changes"), ...answer.problems);
    if (answer.state === "changed meanwhile") {
      at("changes").replaceChildren(make("span", {}, say(words.meanwhile, answer)), plain(words.undo, () => undo(true)));
    }
    if (answer.state === "written") {
      changed(say(words.undone, answer), "");
      typed.clear();
    }
  };

  // Fields -----------------------------------------------------------------------
  const labelled = (text, control, className = "field") => {
    control.id ||= `field-${++ids}`;
    return make("div", { className }, make("label", { htmlFor: control.id }, text), control);
  };

  // A finding leads to the field that mends it, by this name.
  const findable = (element, thing, name, word) => { element.dataset.field = `${thing}/${name}/${word}`; return element; };
  const fieldOf = name => [...document.querySelectorAll("[data-field]")].find(each => each.dataset.field === name);
  const reach = name => {
    folded.get(name)?.();
    const target = fieldOf(name), fields = "input, select, textarea, button";
    if (!target) return;
    choose(target.closest("aside > section").id);
    const closed = target.closest("details");
    if (closed) closed.open = true;
    const above = target.getBoundingClientRect().top - aside.getBoundingClientRect().top;
    if (aside.scrollHeight > aside.clientHeight) aside.scrollTop += above - aside.clientHeight / 3;
    else target.scrollIntoView({ block: "center" });
    (target.matches(fields) ? target : target.querySelector(fields)).focus({ preventScroll: true });
  };

  // A form is drawn when it is opened: a kit of hundreds of texts would hold them all. names: its fields that a finding leads to.
  const unfolding = (summary, names, form, given = {}) => {
    const box = make("details", given, summary);
    box.unfold = () => {
      names.forEach(name => folded.delete(name));
      box.unfold = () => {};
      box.append(...form());
    };
    names.forEach(name => folded.set(name, () => box.unfold()));
    box.ontoggle = () => { if (box.open) box.unfold(); };
    if (box.open) box.unfold();
    return box;
  };

  const held = control => {
    const before = control.value;
    control.addEventListener("input", () => { typed[control.value === before ? "delete" : "add"](control); });
    return control;
  };

  const field = (form, word, label, value, given = {}) => {
    const { tag = "input", type = "text", placeholder = "", options, of = "" } = given;
    const control = options
      ? make("select", {}, ...options.map(([name, text]) => make("option", { value: name, selected: name === value }, text)))
      : make(tag, tag === "input" ? { type, placeholder, value, dir: "auto" } : { placeholder, value, dir: "auto" });
    const place = alerts();
    findable(control, form.thing, form.name, word);
    const made = labelled(label, held(control));
    made.append(place);
    control.onchange = () => note(form, { [word]: control.value }, [label, of].filter(Boolean).join(", "), place, made);
    return made;
  };

  const stands = (thing, name, from) => {
    const form = { thing, name, file: from.file, seen: from.seen, panel: drawing };
    forms.add(form);
    return form;
  };

  const contacts = (form, known, of) => {
    const box = make("fieldset", {}, make("legend", { className: "label-line" }, words.contacts));
    const place = alerts();
    const lines = known.map(contact => ({ ...contact }));
    const send = () => note(form, { contacts: lines }, [words.contacts, of].filter(Boolean).join(", "), place, box);
    const draw = () => {
      box.querySelectorAll("fieldset, .acts").forEach(old => old.remove());
      lines.forEach((line, index) => {
        const inner = ["name", "role", "email", "phone", "hours", "after_hours", "more"].map(word => {
          const control = held(make("input", { type: word === "email" ? "email" : "text", value: line[word] || "", dir: "auto" }));
          control.onchange = () => { line[word] = control.value; if (line.name) send(); };
          return labelled(words[word], control);
        });
        const out = plain(words.remove, () => { lines.splice(index, 1); send(); draw(); });
        box.append(make("fieldset", {}, make("legend", {}, say(words.contact, { number: index + 1 })),
          make("div", { className: "row" }, ...inner), make("div", { className: "acts" }, out)));
      });
      box.append(make("div", { className: "acts" }, button(words.add_contact, () => { lines.push({}); draw(); box.querySelector("fieldset:last-of-type input").focus(); })));
    };
    draw();
    box.append(place);
    return box;
  };

  // The kit ----------------------------------------------------------------------------
  const embargo = (form, kit) => {
    const stated = kit.embargo, place = alerts(), box = make("fieldset"), askClock = lastOf();
    const day = held(make("input", { type: "date", value: stated.day || "" }));
    const hour = held(make("input", { type: "time", value: stated.hour || "09:00" }));
    const zone = held(make("input", { type: "text", value: stated.zone || Intl.DateTimeFormat().resolvedOptions().timeZone }));
    zone.setAttribute("list", "zones");
    const sentence = make("p", { className: "sentence" }, stated.words || "");
    sentence.setAttribute("role", "status");
    const set = button(words.set_embargo, () => note(form, { embargo: set.value }, words.embargo, place, box));
    set.disabled = true;
    const out = button(words.no_embargo, () => note(form, { embargo: "" }, words.embargo, place, box));
    out.hidden = !kit.values.embargo;
    const tell = async () => {
      set.disabled = true;
      if (!day.value) return;
      const asked = new URLSearchParams({ day: day.value, hour: hour.value, zone: zone.value });
      const told = await askClock(`embargo.json?${asked}`);
      if (!told) return;
      sentence.textContent = told.sentence || told.problem || "";
      sentence.classList.toggle("unclear", !told.sentence);
      set.disabled = !told.sentence;
      set.value = told.written;
    };
    for (const each of [day, hour, zone]) each.addEventListener("input", tell);
    const from = stated.in && stated.in !== "kit.toml" ? [make("p", { className: "told" }, say(words.embargo_from, { file: stated.in }))] : [];
    box.append(make("legend", { className: "label-line" }, words.embargo), make("p", { className: "told" }, words.embargo_lead),
      make("div", { className: "row" }, labelled(words.day, day), labelled(words.hour, hour), labelled(words.zone, zone, "field wide")),
      sentence, ...from, make("div", { className: "acts" }, set, out), place);
    return box;
  };

  const looks = (form, values, usual) => {
    const select = (word, options) => make("select", {}, ...[["", usual(word)], ...options.map(name => [name, words[name] || name])]
      .map(([value, text]) => make("option", { value, selected: value === values[word] }, text)));
    const theme = select("theme", words.themes), paper = select("paper", words.papers);
    const place = alerts();
    const chosen = () => ({ theme: theme.value, paper: paper.value });
    return make("fieldset", {}, make("legend", { className: "label-line" }, words.look_and_paper),
      labelled(words.theme, theme), labelled(words.paper, paper),
      make("div", { className: "acts" },
        button(words.try_it, () => document.dispatchEvent(new CustomEvent("try", { detail: chosen() }))),
        button(words.keep_it, () => note(form, chosen(), words.look_and_paper, place))), place);
  };

  const drawKit = kit => {
    const form = stands("kit", "", kit), { values, used } = kit;
    const usual = word => say(words.usual, { used: words[used[word]] || used[word] });
    const date = field(form, "date", words.date, values.date, { type: "date" });
    if (!values.date && used.date) date.append(make("p", { className: "told" }, say(words.usual_date, used)));
    const whom = kit.contacts_in === "kit" ? form : stands("brand", "", things.brand);
    return [
      field(form, "title", words.title, values.title, { placeholder: used.title }),
      field(form, "event", words.event, values.event),
      date,
      field(form, "summary", words.summary, values.summary, { tag: "textarea" }),
      embargo(form, kit),
      looks(form, values, usual),
      findable(contacts(whom, kit.contacts), "kit", "", "contacts")];
  };

  // Texts --------------------------------------------------------------------------------
  const kinds = () => things.kinds.map(({ name, called }) => [name, called]);

  const lines = (head, every, act) => every.length ? [make("p", { className: "label-line" }, head),
    make("ul", { className: "lines" }, ...every.map(line => make("li", {}, make("span", {}, line.text), ...(line.why ? [make("small", {}, line.why)] : []), act(line))))] : [];

  const quotes = (form, text) => {
    const place = alerts(), box = make("fieldset", { className: "field" }, make("legend", {}, words.quotes));
    const choice = (value, label) => {
      const control = make("input", { type: "radio", name: `pull-${text.name}`, checked: text.pull_said === value });
      control.onchange = () => note(form, { pull: value }, `${words.pull}, ${text.title}`, place);
      return make("label", { className: "choice" }, control, make("span", {}, label));
    };
    const said = text.quotes.map(quote => choice(quote.text, [quote.text, quote.speaker].filter(Boolean).join(" – ")));
    box.append(choice("", words.no_pull), ...said, place);
    return text.quotes.length ? [box] : [];
  };

  const drawText = (text, index) => {
    const form = stands("text", text.name, text), whole = stands("file", text.name, things.kit);
    const names = ["kind", ...Object.keys(text.values)].map(word => `text/${text.name}/${word}`);
    const summary = make("summary", {}, text.title, " ", make("span", {}, text.name));
    const box = unfolding(summary, names, () => formOf(text, form, whole), { className: "thing", open: index === 0 });
    box.dataset.name = text.name;
    return box;
  };

  const formOf = (text, form, whole) => {
    const place = alerts(), of = text.title;
    const keep = list => note(form, { keep: list }, `${words.removed}, ${of}`, place);
    const back = line => line.is_replaced ? "" : plain(words.put_back, () => keep([...text.keep, line.text]));
    const again = line => plain(words.leave_again, () => keep(text.keep.filter(one => one !== line.text)));
    const named = { headline: words.headline, subhead: words.subhead, date: words.date, dateline: words.dateline, boilerplate: words.boilerplate, name: words.name, role: words.role, intro: words.intro };
    const known = Object.entries(text.values).map(([word, value]) =>
      field(form, word, named[word], value, { of, tag: ["boilerplate", "subhead", "headline"].includes(word) ? "textarea" : "input", type: word === "date" ? "date" : "text" }));
    const kind = field(form, "kind", words.kind, text.kind, { of, options: kinds() });
    if (text.why) kind.append(make("p", { className: "told" }, say(words.kind_why, text)));
    const show = text.page ? [plain(say(words.page, { number: text.page }), () => goTo(text.page))] : [];
    return [
      make("div", { className: "acts" }, ...show, plain(words.leave_text, () => note(whole, { kind: "leave out" }, `${words.leave}: ${of}`, place))),
      ...(text.doubts?.length ? [make("p", { className: "told" }, say(words.doubts, { fields: text.doubts.join(", ") }))] : []),
      kind, ...known,
      ...(text.quotes ? quotes(form, text) : []),
      ...(text.contacts ? [contacts(form, text.contacts, of)] : []),
      ...lines(words.removed, text.removed, back),
      ...lines(words.kept, text.keep.map(line => ({ text: line })), again),
      place, make("p", { className: "told" }, say(words.where, text))];
  };

  const drawOutside = one => {
    const form = stands("file", one.name, things.kit);
    const made = field(form, "kind", one.name, "", { of: one.name, options: [["", words.choose], ...kinds(), ["leave out", words.leave_out]] });
    made.append(make("p", { className: "told" }, one.what));
    return made;
  };

  const drawTexts = () => [
    ...(things.texts.length ? things.texts.map(drawText) : [make("p", { className: "lead" }, words.no_texts)]),
    ...(things.outside.length ? [make("h3", {}, words.outside), ...things.outside.map(drawOutside)] : [])];

  // Photos -------------------------------------------------------------------------------------
  const FOCUS = ["left top", "top", "right top", "left middle", "center middle", "right middle", "left bottom", "bottom", "right bottom"];

  // The order is written into kit.toml, and shown at once: the pages follow.
  const move = async (photo, step, place) => {
    const from = things.photos.indexOf(photo), to = from + step;
    const moved = list => list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
    const order = moved(things.photo_order);
    if (!await note(stands("kit", "", things.kit), { photo_order: order }, words.photo_order, place)) return;
    Object.assign(things, { photo_order: order, photos: moved(things.photos) });
    ordered = { order, seen: things.kit.seen };
    redraw("photos");
    const [earlier, later] = at("photos").querySelectorAll(".thing")[to].querySelectorAll(".move button");
    (step < 0 && !earlier.disabled || later.disabled ? earlier : later).focus();
    at("moved").textContent = say(words.moved, { name: photo.name, number: to + 1, all: order.length });
  };

  // The kit that was made may not know the order yet: until kit.toml says another, it stays as it was shown.
  const inOrder = told => {
    const photos = ordered?.seen === told.kit.seen && ordered.order.length === told.photo_order.length
      ? ordered.order.map(name => told.photos[told.photo_order.indexOf(name)]) : [undefined];
    if (photos.includes(undefined)) return told;
    return { ...told, photo_order: ordered.order, photos: [...photos, ...told.photos.slice(photos.length)] };
  };

  const moves = (photo, index) => {
    const place = alerts(), last = things.photo_order.length - 1;
    const one = (text, label, step, disabled) => {
      const made = button(text, () => move(photo, step, place));
      made.setAttribute("aria-label", say(label, photo));
      made.disabled = disabled;
      return made;
    };
    return make("div", { className: "acts move" }, one(words.earlier, words.move_earlier, -1, index === 0),
      one(words.later, words.move_later, 1, index === last), place);
  };

  const drawPhoto = (photo, index) => {
    const form = stands("photo", photo.name, photo), of = photo.name, { values } = photo;
    const told = make("p", { className: "told" });
    told.setAttribute("role", "status");
    const copy = button(words.copy, () => navigator.clipboard.writeText(photo.copy).then(() => { told.textContent = words.copied; }));
    copy.disabled = !photo.copy;
    const press = make("a", { className: "button", href: `press/${things.number}/${photo.number}`, download: "" }, words.press);
    const mail = make("a", { className: "button", href: `mail/${things.number}/${photo.number}`, download: "" }, words.mail_photo);
    const places = FOCUS.includes(values.focus) || !values.focus ? FOCUS : [...FOCUS, values.focus];
    const image = make("img", { src: `photo/${things.number}/${photo.number}.jpg`, alt: values.alt || values.caption || photo.name, loading: "lazy" });
    return make("div", { className: "thing" },
      make("h3", {}, say(words.number, { number: index + 1 }), " · ", photo.name, " · ", photo.size), image,
      ...(index < things.photo_order.length && things.photo_order.length > 1 ? [moves(photo, index)] : []),
      field(form, "caption", words.caption, values.caption, { of, tag: "textarea" }),
      field(form, "credit", words.credit, values.credit, { of }),
      field(form, "alt", words.alt, values.alt, { of, tag: "textarea" }),
      field(form, "terms", words.terms, values.terms, { of, tag: "textarea" }),
      field(form, "focus", words.focus, values.focus, { of, options: [["", words.focus_usual], ...places.map(name => [name, name])] }),
      make("p", { className: "told" }, photo.rights ? say(words.say_terms, { terms: photo.rights }) : words.no_terms),
      make("div", { className: "acts" }, copy, press, mail), told);
  };

  const drawPhotos = () => things.photos.length ? things.photos.map(drawPhoto) : [make("p", { className: "lead" }, words.no_photos)];

  // The brand ----------------------------------------------------------------------------------------
  const drawBrand = brand => {
    const form = stands("brand", "", brand), { values } = brand, chosen = {}, askColours = lastOf();
    const told = make("div", { className: "told" });
    told.setAttribute("role", "status");
    const tell = async () => {
      const asked = new URLSearchParams(Object.fromEntries(Object.entries(chosen).map(([word, control]) => [word, control.value])));
      const every = await askColours(`colours.json?${asked}`);
      if (!every) return;
      told.replaceChildren(make("ul", {}, ...every.map(line => {
        const swatch = make("span", { className: "swatch" }, "Aa");
        swatch.style.color = line.colour;
        swatch.style.background = line.ground;
        return make("li", {}, swatch, `${line.what}: ${line.words}`);
      })));
    };
    const colour = (word, label, used) => {
      const made = field(form, word, label, values[word], { placeholder: used || "" });
      const control = chosen[word] = made.querySelector("input");
      const picker = make("input", { type: "color", value: values[word] || used || "#000000" });
      picker.setAttribute("aria-label", label);
      picker.oninput = () => { control.value = picker.value; tell(); };
      picker.onchange = () => control.onchange();
      control.addEventListener("input", tell);
      const row = make("div", { className: "colour" });
      control.replaceWith(row);
      row.append(picker, control);
      return made;
    };
    const logos = found => [["", found ? say(words.logo_found, { name: found }) : words.no_logo], ...brand.logos.map(name => [name, name])];
    const made = [
      field(form, "name", words.name, values.name, { placeholder: brand.used.name }),
      field(form, "short_name", words.short_name, values.short_name),
      colour("brand", words.colour, brand.used.brand), colour("accent", words.accent, brand.used.accent), colour("ink", words.ink, brand.used.ink), told,
      field(form, "logo", words.logo, values.logo, { options: logos(values.logo ? "" : brand.used.logo) }),
      field(form, "logo_reversed", words.logo_reversed, values.logo_reversed, { options: logos() }),
      field(form, "web", words.web, values.web), field(form, "address", words.address, values.address),
      field(form, "boilerplate", words.boilerplate, values.boilerplate, { tag: "textarea" }),
      make("p", { className: "label-line field" }, words.faces),
      make("p", { className: "told" }, brand.faces.length ? say(words.faces_own, { faces: brand.faces.join(", ") }) : words.faces_none)];
    if (!values.brand) chosen.brand.value = brand.used.brand;
    tell();
    return made;
  };

  // What is done about a finding -----------------------------------------------------------------
  const hinted = item => { if (words.anywhere[item.told.code]) item.querySelector(".hint").textContent = words.anywhere[item.told.code]; };

  const actOn = (state, item) => {
    const { number } = item.told, place = item.querySelector(".place");
    const form = { file: things.kit.file, seen: things.kit.seen }, told = alerts("ask");
    const act = async (path, more) => {
      const again = async seen => settle(form, await ask(`${path}/${state}/${number}`, { seen, ...more }), told, again);
      return again(form.seen);
    };
    const right = () => {
      if (who) return act("accept", { who });
      askName("");
      asking.name.focus();
    };
    const askName = value => {
      const name = make("input", { type: "text", autocomplete: "name", value });
      const accept = event => {
        event.preventDefault();
        who = name.value.trim();
        asking = null;
        if (who) act("accept", { who });
      };
      told.replaceChildren(make("form", { className: "row", onsubmit: accept }, labelled(words.who, name), make("button", { type: "submit" }, words.accept)));
      asking = { name, message: item.told.message };
    };
    const acts = things.acts[number] || [], name = things.fields[number];
    const leads = folded.has(name) || fieldOf(name) ? [plain(words.correct, () => reach(name))] : [];
    if (leads.length) item.querySelector(".hint").textContent = words.mending[name.startsWith("list/") ? "list" : item.told.code];
    hinted(item);
    const acting = make("div", { className: "acting" }, ...leads,
      ...(acts.includes("accept") ? [plain(words.right, right)] : []),
      ...(acts.includes("leave") ? [plain(words.leave, () => act("leave"))] : []), told);
    place.querySelector(".acting")?.remove();
    place.append(acting);
    if (asking?.message === item.told.message && acts.includes("accept")) {
      askName(asking.name.value);
      if (document.activeElement === document.body) asking.name.focus();  // unless somebody went on elsewhere
    }
  };

  // All of it ------------------------------------------------------------------------------------------
  const draw = {
    kit: () => drawKit(things.kit), texts: drawTexts, photos: drawPhotos, brand: () => drawBrand(things.brand),
  };

  const redraw = name => {
    const box = at(name).querySelector(".fields");
    for (const form of forms) if (form.panel === name) forms.delete(form);
    if (name === "texts") folded.clear();
    drawing = name;
    keepPlace(box, () => box.replaceChildren(...draw[name]()));
  };

  const askThings = lastOf();
  const load = async () => {
    const told = await askThings("things.json");
    if (!told || told.state || told.number !== shownNumber()) return;  // overtaken or lost; what is newer is asked about then
    if (!told.kit) {
      const said = told.closed ? words.closed : words.unread;
      for (const name of Object.keys(draw)) at(name).querySelector(".fields").replaceChildren(make("p", { className: "lead" }, said));
      document.querySelectorAll("#findings li").forEach(hinted);
      return;
    }
    things = inOrder(told);
    who ||= told.who || "";
    if (told.undo && !at("changes").querySelector(".problem")) changed(say(words.last, { what: told.undo }), told.undo);
    for (const name of Object.keys(draw)) if (![...typed].some(control => at(name).contains(control))) redraw(name);
    document.dispatchEvent(new CustomEvent("things", { detail: told }));
    document.querySelectorAll("#findings li").forEach(item => actOn(told.number, item));
  };

  // What is open and where somebody writes stay when the panels are drawn anew.
  const keepPlace = (box, redraw) => {
    const all = () => [...box.querySelectorAll("input, textarea, select, button, summary")];
    const now = document.activeElement, index = all().indexOf(now), open = new Map([...box.querySelectorAll("details")].map(one => [one.dataset.name, one.open]));
    const isSame = one => now.dataset.field ? one.dataset.field === now.dataset.field : now.ariaLabel && one.ariaLabel === now.ariaLabel;
    redraw();
    box.querySelectorAll("details").forEach(one => {
      one.open = open.get(one.dataset.name) ?? one.open;
      if (one.open) one.unfold();
    });
    if (index >= 0) (all().find(isSame) || all()[index])?.focus({ preventScroll: true });
  };

  document.addEventListener("shown", event => {
    const count = event.detail.groups.flatMap(group => group.found).filter(told => told.severity !== "note").length;
    tab("found").textContent = count ? `${words.found} ${count}` : words.found;
    load();
  });
})();
