
// ---- facets and the selection

// The state of the page. from, to: first and last day said; at: what a number on the chart stands for; finding: the place of a
// finding's link; whole: the chart shows all years instead of those that hold the bulk.
const state = { q: '', from: null, to: null, page: 0, newest: false, open: -1, sure: false, at: null, finding: -1, whole: false };
let facets, selected = [], counts, behind = []; // behind: events that pass all but the range of days

const peopleLabel = (p) => p.name + (p.state ? ' (' + stateName(p.state) + ')' : '');
const stateName = (code) => ([C.a, C.b, ...C.states].find((x) => x.code === code) || { name: code }).name;
const readable = (c) => (c === 'unknown' ? 'not told' : CHANNELS.includes(c) ? c.replace(/-/g, ' ') : c);
const DIRS = () => [C.a.name + ' → ' + C.b.name, C.b.name + ' → ' + C.a.name, 'both together', 'third parties'];
const bits = (n) => C.doubtful.map((_, k) => k).filter((k) => n & (1 << k));

function makeFacets() {
  const single = (col) => (i) => [col[i]];
  const f = [
    { key: 'direction', label: 'Direction', values: DIRS(), of: single(C.dir), fixed: true },
    { key: 'speaker', label: 'Speaker', values: C.people.map(peopleLabel).concat('Unknown speaker'), of: (i) => (C.speakers[i].length ? C.speakers[i] : [C.people.length]) },
    ...(C.kind === 'relation' ? [] : [{ key: 'partner', label: 'With', values: C.partners.map((p) => p.name), of: (i) => C.partner[i] }]),
    { key: 'tone', label: 'Tone', values: TONES, of: single(C.tone), fixed: true },
    { key: 'link', label: 'Addressed', values: ['to the other', 'about the other'], of: single(C.link), fixed: true },
    { key: 'channel', label: 'Channel', values: C.channels.map(readable), of: single(C.channel) },
    { key: 'doubt', label: 'Doubt', values: C.doubtful.concat('none'), of: (i) => (C.doubts[i] ? bits(C.doubts[i]) : [C.doubtful.length]) },
    { key: 'medium', label: 'Medium', values: C.media.concat('no medium named'), of: (i) => (C.medium[i].length ? C.medium[i] : [C.media.length]) },
    { key: 'outlet', label: 'Outlet', values: C.outlets.map((o) => o || 'Unknown outlet'), of: (i) => C.outlet[i] },
    { key: 'occasion', label: 'Occasion', values: C.occasions.concat('none'), of: (i) => (C.occasion[i] < 0 ? [C.occasions.length] : [C.occasion[i]]) },
    { key: 'status', label: 'Status', values: ['machine-made', 'confirmed'], of: single(C.status), fixed: true },
    { key: 'date', label: 'How the day is known', values: BASES, of: single(C.basis), fixed: true },
  ];
  f.forEach((x) => { x.picked = new Set(); x.without = new Set(); x.all = false; x.find = ''; x.byLabel = new Map(x.values.map((v, k) => [v, k])); });
  return f;
}
const facet = (key) => facets.find((f) => f.key === key);

const anchor = (i) => { const a = C.from[i], b = C.to[i]; return a === C.undated ? b : b === C.undated ? a : Math.floor((a + b) / 2); };
const overlaps = (i, from, to) => {
  const a = C.from[i] === C.undated ? C.to[i] : C.from[i], b = C.to[i] === C.undated ? C.from[i] : C.to[i];
  if (a === C.undated) return from === null && to === null;
  return (from === null || b >= from) && (to === null || a <= to);
};
// counted reports whether an event is one of those that a number on the chart stands for.
function counted(i, at) {
  const d = anchor(i), side = Math.abs(at.side) === 2 ? (C.dir[i] === 1 ? -2 : 2) : C.side[i];
  return d >= at.from && d <= at.to && side === at.side && (!at.partner || C.partner[i].some((p) => at.partner.includes(p)));
}

// select finds the events that pass, and for each value of a facet how many would pass with it.
function select() {
  const active = facets.filter((f) => f.picked.size), barred = facets.filter((f) => f.without.size), q = query(state.q);
  const found = state.finding >= 0 ? new Set(C.findings[state.finding].events) : null, order = new Map(facets.map((f, k) => [f, k]));
  counts = facets.map((f) => new Uint32Array(f.values.length));
  selected = []; behind = [];
  for (let i = 0; i < N; i++) {
    if (found && !found.has(i)) continue;
    if (state.sure && !C.sure[i]) continue;
    if (!q.empty && !finds(q, hay[i])) continue;
    if (barred.some((f) => f.of(i).some((v) => f.without.has(v)))) continue;
    let fails = 0, which = null;
    for (const f of active) if (!f.of(i).some((v) => f.picked.has(v))) { fails++; which = f; if (fails > 1) break; }
    if (fails > 1) continue;
    if (fails === 0) behind.push(i);
    if ((state.from !== null || state.to !== null) && !overlaps(i, state.from, state.to)) continue;
    if (state.at && !counted(i, state.at)) continue;
    if (fails === 1) { const c = counts[order.get(which)]; for (const v of which.of(i)) c[v]++; continue; }
    selected.push(i);
    for (let k = 0; k < facets.length; k++) for (const v of facets[k].of(i)) counts[k][v]++;
  }
}
const ordered = () => (state.newest ? [...selected].reverse() : selected);

function clearAll() {
  facets.forEach((f) => { f.picked.clear(); f.without.clear(); });
  Object.assign(state, { q: '', from: null, to: null, at: null, finding: -1, sure: false });
  $('search').value = '';
}
function changed(how = 'push') { state.page = 0; state.open = -1; refresh({ remember: how }); }
