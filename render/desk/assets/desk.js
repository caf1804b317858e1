// The keys of the desk, and the completion of names. Without this script every page can be read and every form sent.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const fields = [...document.querySelectorAll(".check .field")].map((f) => f.querySelector("input:not([type=hidden]), select, textarea"));
  const press = (id) => { const b = by(id); if (b) b.click(); return Boolean(b); };

  const actions = {
    a: () => press("accept"), r: () => press("reject"), s: next, n: next, u: () => press("undo"), e: () => focusOn(fields[0]),
    w: () => focusOn(by("f-words")), c: () => focusOn(by("f-note")), "/": () => focusOn(by("find")),
  };

  function next() { return press("skip") || press("start"); }

  function focusOn(field) {
    if (!field) return false;
    field.focus();
    if (field.select) field.select();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const n = Number(event.key);
    const done = n >= 1 && n <= fields.length ? focusOn(fields[n - 1]) : actions[event.key]?.();
    if (done) event.preventDefault();
  });

  // In several lines Enter with Ctrl saves; by itself it begins a line.
  for (const area of document.querySelectorAll(".field textarea")) {
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); area.form.requestSubmit(); }
    });
  }

  // The words of the record come into sight beside it; where it stands above the article, the record stays in sight.
  const words = by("words");
  if (words && !location.hash && matchMedia("(min-width: 60.01rem)").matches) words.scrollIntoView({ block: "center" });

  // Names and places: what is typed is asked for, the first answer is taken by Enter.
  const base = document.querySelector(".brand").getAttribute("href");
  for (const input of document.querySelectorAll("[data-offers]")) complete(input);

  function complete(input) {
    const list = document.createElement("ul");
    list.className = "names";
    list.id = input.getAttribute("aria-controls");
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.after(list);
    const one = input.dataset.offers === "places"; // which may have a semicolon in them
    let chosen = -1, asked = 0;

    const shut = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const choose = (i) => {
      chosen = i;
      [...list.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === i)));
      if (i >= 0) input.setAttribute("aria-activedescendant", list.children[i].id);
    };
    const take = (name) => {
      const before = one ? [] : input.value.split(";").slice(0, -1).map((s) => s.trim());
      input.value = [...before, name].join("; ");
      shut();
    };

    input.addEventListener("input", async () => {
      const typed = (one ? input.value : input.value.split(";").pop()).trim();
      const mine = ++asked;
      if (!typed) return shut();
      const answer = await fetch(`${base}offers?of=${input.dataset.offers}&q=${encodeURIComponent(typed)}`);
      if (!answer.ok || mine !== asked) return;
      const names = await answer.json();
      if (mine !== asked) return;
      list.replaceChildren(...names.map((name, i) => {
        const li = document.createElement("li");
        li.textContent = name;
        li.id = `${list.id}-${i}`;
        li.setAttribute("role", "option");
        li.addEventListener("mousedown", (event) => { event.preventDefault(); take(name); });
        return li;
      }));
      list.hidden = names.length === 0;
      input.setAttribute("aria-expanded", String(names.length > 0));
      choose(names.length > 0 ? 0 : -1);
    });
    input.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (list.hidden) return;
      if (event.key === "ArrowDown") { choose(Math.min(last, chosen + 1)); event.preventDefault(); }
      if (event.key === "ArrowUp") { choose(Math.max(0, chosen - 1)); event.preventDefault(); }
      if (event.key === "Enter" && chosen >= 0) { take(list.children[chosen].textContent); }
      if (event.key === "Escape") { shut(); event.stopPropagation(); }
    });
    input.addEventListener("blur", shut);
  }
})();
