// ---- drawing everything from the state

let turn = 0;
async function refresh(how = {}) {
  const mine = ++turn;
  if (state.q && !allLoaded) { $('tally').textContent = 'Searching…'; await loadAll(); if (mine !== turn) return; }
  select();
  if (state.open >= 0 && how.follow) { const at = ordered().indexOf(state.open); if (at >= 0) state.page = Math.floor(at / PAGE); }
  state.page = Math.min(state.page, Math.max(0, Math.ceil(selected.length / PAGE) - 1));
  drawBar();
  if (!$('panel').hidden) drawPanel();
  drawChart(how.zooming);
  drawGlance();
  await drawList(mine);
  if (mine !== turn) return;
  if (how.remember) remember(how.remember);
  performance.mark('answered');
}
const ordered = () => (state.newest ? [...selected].reverse() : selected);

function drawBar() {
  if (document.activeElement !== $('search')) $('search').value = state.q;
  for (const k of ['from', 'to']) if (document.activeElement !== $(k)) $(k).value = state[k] === null ? '' : iso(state[k]);
  $('tally').replaceChildren(h('b', {}, num(selected.length)), selected.length === N ? (N === 1 ? ' event' : ' events') : ' of ' + plural(N, 'event'));
  const chips = [];
  facets.forEach((f) => f.picked.forEach((v) => chips.push(h('button', {
    type: 'button', 'aria-label': 'Remove filter ' + f.label + ': ' + f.values[v],
    on: { click: () => { f.picked.delete(v); changed(); $('filters').focus(); } },
  }, bdi(f.values[v])))));
  if (state.from !== null || state.to !== null) {
    const [a, b] = [state.from, state.to], name = a === null ? 'until ' + longDay(b) : b === null ? 'since ' + longDay(a) : longSpan(a, b);
    chips.push(h('button', { type: 'button', 'aria-label': 'Remove filter ' + name, on: { click: () => { setRange(null, null, 'push'); $('filters').focus(); } } }, name));
  }
  const narrowed = chips.length || state.q || state.from !== null || state.to !== null;
  if (narrowed) chips.push(h('button', { type: 'button', on: { click: () => { clearAll(); $('search').focus(); } } }, 'Clear all'));
  $('chips').replaceChildren(...chips);
  $('chips').hidden = !narrowed;
  const n = facets.reduce((t, f) => t + f.picked.size, 0);
  $('filters').textContent = n ? 'Filters (' + n + ')' : 'Filters';
}
function clearAll() { facets.forEach((f) => f.picked.clear()); state.q = ''; state.from = state.to = null; $('search').value = ''; changed(); }
function changed(how = 'push') { state.page = 0; state.open = -1; refresh({ remember: how }); }

function drawPanel() {
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.pick : undefined;
  $('facets').replaceChildren(...facets.map((f, k) => {
    let values = f.values.map((_, v) => v).filter((v) => counts[k][v] > 0 || f.picked.has(v) || (f.fixed && f.values.length <= 4));
    if (!f.fixed) values.sort((x, y) => f.picked.has(y) - f.picked.has(x) || counts[k][y] - counts[k][x] || (f.values[x] < f.values[y] ? -1 : 1));
    const total = values.length;
    if (!total || (total === 1 && !f.picked.size && !f.fixed && f.key !== 'speaker')) return null;
    values = values.slice(0, f.all ? 60 : Math.max(TOP, f.picked.size));
    const more = total > values.length || (f.all && total > TOP);
    return h('fieldset', {}, h('legend', {}, f.label), values.map((v) => h('label', {},
      h('input', { type: 'checkbox', checked: f.picked.has(v), 'data-pick': f.key + ' ' + v, on: { change: (ev) => { if (ev.target.checked) f.picked.add(v); else f.picked.delete(v); changed(); } } }),
      bdi(f.values[v]), h('span', { className: 'n' }, num(counts[k][v])))),
    more ? h('button', { type: 'button', className: 'more', 'data-pick': f.key + ' more', on: { click: () => { f.all = !f.all; drawPanel(); } } },
      f.all ? 'Fewer' + (total > 60 ? ' (60 of ' + num(total) + ' shown; search finds the others)' : '') : 'All ' + num(total)) : null);
  }).filter(Boolean));
  if (focus) { const el = [...$('facets').querySelectorAll('[data-pick]')].find((x) => x.dataset.pick === focus); if (el) el.focus(); }
}
