
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
  await drawList(mine);
  if (mine !== turn) return;
  if (how.remember) remember(how.remember);
  if (how.lost) notices(how.lost);
  cancelIdle(idle);
  idle = whenIdle(drawGlance);
  performance.mark('answered');
}
let idle = 0;
const whenIdle = (f) => (window.requestIdleCallback ? requestIdleCallback(f, { timeout: 400 }) : setTimeout(f, 60));
const cancelIdle = (id) => (window.cancelIdleCallback ? cancelIdleCallback(id) : clearTimeout(id));

// chips are the filters in force, each with the button that takes it away.
function chips() {
  const list = [], chip = (label, off, sign) => list.push(button([sign ? h('span', { className: 'sign' }, sign) : '', bdi(label)], () => { off(); changed(); $('filters').focus(); }, { 'aria-label': 'Remove filter: ' + (sign ? 'not ' : '') + label }));
  if (state.finding >= 0) chip(short(C.findings[state.finding].sentence, 60), () => { state.finding = -1; });
  facets.forEach((f) => {
    f.picked.forEach((v) => chip(f.label + ': ' + f.values[v], () => f.picked.delete(v)));
    f.without.forEach((v) => chip(f.label + ': ' + f.values[v], () => f.without.delete(v), 'not '));
  });
  const { from, to, at } = state;
  if (at) {
    const partner = !at.partner ? '' : ', ' + (at.partner.length === 1 ? C.partners[at.partner[0]].name : num(at.partner.length) + ' partners'), who = partner + ', ' + (at.side > 0 ? 'above' : at.side < 0 ? 'below' : 'on') + ' the line';
    chip(longSpan(at.from, at.to) + who, () => { state.at = null; if (from === at.from && to === at.to) state.from = state.to = null; });
  }
  if ((from !== null || to !== null) && !(at && from === at.from && to === at.to)) chip(from === null ? 'until ' + longDay(to) : to === null ? 'since ' + longDay(from) : longSpan(from, to), () => { state.from = state.to = null; });
  if (list.length || state.q || state.sure) list.push(button('Clear all', () => { clearAll(); changed(); $('search').focus(); }, { className: 'clear' }));
  return list;
}

function drawBar() {
  if (document.activeElement !== $('search')) $('search').value = state.q;
  for (const k of ['from', 'to']) if (document.activeElement !== $(k)) $(k).value = state[k] === null ? '' : iso(state[k]);
  $('tally').replaceChildren(h('b', {}, num(selected.length)), selected.length === N ? (N === 1 ? ' event' : ' events') : ' of ' + plural(N, 'event'));
  const list = chips(), n = facets.reduce((t, f) => t + f.picked.size + f.without.size, 0);
  $('chips').replaceChildren(...list);
  $('chips').hidden = !list.length;
  $('filters').textContent = n ? 'Filters (' + n + ')' : 'Filters';
  $('sure').setAttribute('aria-pressed', String(state.sure));
  $('explain').hidden = !state.q;
  $('explain').textContent = state.q ? explained(query(state.q)) : '';
  drawKey();
}

// drawKey is the legend: at most five entries, each a filter.
function drawKey() {
  const entry = (key, v, sign, label, cls) => {
    const f = facet(key), k = facets.indexOf(f);
    if (!C[key === 'tone' ? 'tone' : 'dir'].includes(v)) return null;
    return button([h('span', { className: 'sign ' + cls, 'aria-hidden': 'true' }, sign), bdi(label), h('span', { className: 'n' }, num(counts[k][v]))], () => { if (f.picked.has(v)) f.picked.delete(v); else f.picked.add(v); changed(); }, { 'aria-pressed': String(f.picked.has(v)), 'data-key': key + v });
  };
  const at = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : undefined;
  const speaks = (p) => p.name + (p.code || C.kind === 'actor' ? ' speaks' : ' speak');
  const list = [entry('direction', 0, '▲', speaks(C.a), 'a'), entry('direction', 1, '▼', C.kind === 'relation' ? speaks(C.b) : C.b.name + ' speak', 'b'), entry('direction', 2, '●', 'both together', ''), entry('tone', 0, '+', 'cooperative', 'coop'), entry('tone', 2, '−', 'conflictual', 'confl')].filter(Boolean);
  $('key').replaceChildren(...list);
  if (at) { const b = list.find((x) => x.dataset.key === at); if (b) b.focus(); }
}

// drawPanel draws the filters: for each facet its values with how many events they would leave.
function drawPanel() {
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.pick : undefined;
  const caret = focus && focus.endsWith(' find') ? document.activeElement.selectionStart : null;
  $('facets').replaceChildren(...facets.map(drawFacet).filter(Boolean));
  if (!focus) return;
  const el = [...$('facets').querySelectorAll('[data-pick]')].find((x) => x.dataset.pick === focus);
  if (el) { el.focus(); if (caret !== null) el.setSelectionRange(caret, caret); }
}
function drawFacet(f, k) {
  let values = f.values.map((_, v) => v).filter((v) => counts[k][v] > 0 || f.picked.has(v) || f.without.has(v) || (f.fixed && f.values.length <= 4));
  const used = (v) => f.picked.has(v) || f.without.has(v), total = values.length;
  if (!total || (total === 1 && !f.picked.size && !f.without.size && !f.fixed && f.key !== 'speaker')) return null;
  if (!f.fixed) values.sort((x, y) => used(y) - used(x) || counts[k][y] - counts[k][x] || (f.values[x] < f.values[y] ? -1 : 1));
  if (f.find) { const t = fold(f.find); values = values.filter((v) => used(v) || fold(f.values[v]).includes(t)); }
  const matching = values.length, marked = values.filter(used).length;
  values = values.slice(0, f.all || f.find ? 60 : Math.max(TOP, marked));
  const pick = (set, other, v) => { if (set.has(v)) set.delete(v); else { set.add(v); other.delete(v); } changed(); };
  return h('fieldset', {}, h('legend', {}, f.label),
    total > TOP ? h('input', { type: 'search', className: 'among', placeholder: 'Find among ' + num(total), 'aria-label': 'Find among ' + f.label.toLowerCase(), value: f.find, 'data-pick': f.key + ' find', on: { input: (ev) => { f.find = ev.target.value; drawPanel(); } } }) : null,
    values.map((v) => h('div', { className: 'value' + (f.without.has(v) ? ' barred' : '') },
      h('label', {}, h('input', { type: 'checkbox', checked: f.picked.has(v), 'data-pick': f.key + ' ' + v, on: { change: () => pick(f.picked, f.without, v) } }), bdi(f.values[v]), h('span', { className: 'n' }, num(counts[k][v]))),
      button('not', () => pick(f.without, f.picked, v), { className: 'not', 'aria-pressed': String(f.without.has(v)), 'aria-label': 'not ' + f.label + ': ' + f.values[v], 'data-pick': f.key + ' not ' + v }))),
    matching > values.length || (f.all && total > TOP) ? button(f.all ? 'Fewer' + (matching > 60 ? ' (60 of ' + num(matching) + ' shown)' : '') : 'All ' + num(matching), () => { f.all = !f.all; drawPanel(); }, { className: 'more', 'data-pick': f.key + ' more', 'aria-label': f.label + ': ' + (f.all ? 'fewer' : 'all ' + num(matching)) }) : null,
    f.find && !matching ? h('p', { className: 'note' }, 'None is called so.') : null);
}
