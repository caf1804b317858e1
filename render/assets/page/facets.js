// ---- facets and the selection

const state = { q: '', from: null, to: null, page: 0, newest: false, open: -1, picks: {} };
let facets, selected = [], counts, behind; // behind: events that pass all but the range of days, for the minimap

const peopleLabel = (p) => p.name + (p.state ? ' (' + p.state + ')' : '');
const DIRS = () => [C.a.name + ' → ' + C.b.name, C.b.name + ' → ' + C.a.name, 'Joint', 'Third parties'];

function makeFacets() {
  const single = (col) => (i) => [col[i]];
  const f = [
    { key: 'direction', label: 'Direction', values: DIRS(), of: single(C.dir), fixed: true },
    { key: 'speaker', label: 'Speaker', values: C.people.map(peopleLabel).concat('Unknown speaker'), of: (i) => (C.speakers[i].length ? C.speakers[i] : [C.people.length]) },
    ...(C.kind === 'relation' ? [] : [{ key: 'partner', label: 'With', values: C.partners.map((p) => p.name), of: (i) => C.partner[i] }]),
    { key: 'tone', label: 'Tone', values: TONES, of: single(C.tone), fixed: true },
    { key: 'link', label: 'Addressed', values: ['addressed', 'about'], of: single(C.link), fixed: true },
    { key: 'channel', label: 'Channel', values: C.channels.map(readable), of: single(C.channel) },
    { key: 'medium', label: 'Medium', values: C.media.concat('no medium named'), of: (i) => (C.medium[i].length ? C.medium[i] : [C.media.length]) },
    { key: 'outlet', label: 'Outlet', values: C.outlets.map((o) => o || 'Unknown outlet'), of: (i) => C.outlet[i] },
    { key: 'occasion', label: 'Occasion', values: C.occasions.concat('none'), of: (i) => (C.occasion[i] < 0 ? [C.occasions.length] : [C.occasion[i]]) },
    { key: 'status', label: 'Status', values: ['machine-made', 'confirmed'], of: single(C.status), fixed: true },
    { key: 'date', label: 'How the date is known', values: BASES, of: single(C.basis), fixed: true },
  ];
  f.forEach((x) => { x.picked = new Set(); x.all = false; x.byLabel = new Map(x.values.map((v, k) => [v, k])); });
  return f;
}

function needles() {
  const list = [];
  state.q.replace(/"([^"]+)"|(\S+)/g, (_, phrase, word) => { const t = fold(phrase || word).trim(); if (t) list.push(t); });
  return list;
}
const overlaps = (i, from, to) => {
  const a = C.from[i] === C.undated ? C.to[i] : C.from[i], b = C.to[i] === C.undated ? C.from[i] : C.to[i];
  if (a === C.undated) return from === null && to === null;
  return (from === null || b >= from) && (to === null || a <= to);
};

function select() {
  const active = facets.filter((f) => f.picked.size), find = needles();
  counts = facets.map((f) => new Uint32Array(f.values.length));
  selected = []; behind = [];
  const order = new Map(facets.map((f, k) => [f, k]));
  for (let i = 0; i < N; i++) {
    if (find.length && !find.every((t) => hay[i].includes(t))) continue;
    let fails = 0, which = null;
    for (const f of active) {
      if (!f.of(i).some((v) => f.picked.has(v))) { fails++; which = f; if (fails > 1) break; }
    }
    if (fails > 1) continue;
    if (fails === 0) behind.push(i);
    if ((state.from !== null || state.to !== null) && !overlaps(i, state.from, state.to)) continue;
    if (fails === 1) { const c = counts[order.get(which)]; for (const v of which.of(i)) c[v]++; continue; }
    selected.push(i);
    for (let k = 0; k < facets.length; k++) for (const v of facets[k].of(i)) counts[k][v]++;
  }
}
