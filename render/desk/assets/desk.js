// The keys of the desk, and the completion of names. Without this script every page can be read and every form sent.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const fields = [...document.querySelectorAll(".field input:not([type=hidden]), .field select")];
  const press = (id) => { const b = by(id); if (b) b.click(); return Boolean(b); };

  const actions = {
    a: () => press("accept"), r: () => press("reject"), s: () => press("skip") || press("start"), u: () => press("undo"),
    n: () => focusOn(by("f-note")), "/": () => focusOn(by("find")),
  };

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
    const done = n >= 1 && n <= fields.length && document.querySelector(".check .field")
      ? focusOn(fields[n - 1]) : actions[event.key]?.();
    if (done) event.preventDefault();
  });

  // Names: what is typed is asked for, the first answer is taken by Enter.
  const base = document.querySelector(".brand").getAttribute("href");
  for (const input of document.querySelectorAll("[data-names]")) complete(input);

  function complete(input) {
    const list = document.createElement("ul");
    list.className = "names";
    list.id = input.getAttribute("aria-controls");
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.after(list);
    let chosen = -1, asked = 0;

    const shut = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const choose = (i) => {
      chosen = i;
      [...list.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === i)));
      if (i >= 0) input.setAttribute("aria-activedescendant", list.children[i].id);
    };
    const take = (name) => {
      const before = input.value.split(";").slice(0, -1).map((s) => s.trim());
      input.value = [...before, name].join("; ");
      shut();
    };

    input.addEventListener("input", async () => {
      const typed = input.value.split(";").pop().trim();
      const mine = ++asked;
      if (!typed) return shut();
      const answer = await fetch(`${base}names?q=${encodeURIComponent(typed)}`);
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
