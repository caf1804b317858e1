// ---- the address: the state as a query after the hash, so that Back and shared links work

function address() {
  const p = new URLSearchParams();
  if (state.q) p.set('q', state.q);
  if (state.from !== null) p.set('from', iso(state.from));
  if (state.to !== null) p.set('to', iso(state.to));
  facets.forEach((f) => f.picked.forEach((v) => p.append(f.key, f.values[v])));
  if (state.newest) p.set('order', 'newest');
  if (state.page) p.set('page', state.page + 1);
  if (state.open >= 0) p.set('event', C.id[state.open]);
  const t = p.toString();
  return t ? '#' + t : '#';
}
let lastPush = 0;
function remember(kind) {
  const to = address();
  if (to === (location.hash || '#')) return;
  const merge = kind === 'replace' || (kind === 'merge' && Date.now() - lastPush < 1200);
  history[merge ? 'replaceState' : 'pushState'](null, '', to);
  lastPush = kind === 'merge' ? Date.now() : 0;
}
// placeOf finds an event by its id, or by one that led to it before articles were put together.
function placeOf(id) {
  const at = C.id.indexOf(id);
  return at >= 0 ? at : C.was.findIndex((ids) => ids.includes(id));
}
function recall() {
  const p = new URLSearchParams(location.hash.slice(1));
  state.q = p.get('q') || '';
  state.from = p.get('from') ? dayOf(p.get('from')) : null;
  state.to = p.get('to') ? dayOf(p.get('to')) : null;
  state.newest = p.get('order') === 'newest';
  state.page = Math.max(0, (parseInt(p.get('page'), 10) || 1) - 1);
  state.open = p.get('event') ? placeOf(p.get('event')) : -1;
  facets.forEach((f) => { f.picked = new Set(p.getAll(f.key).map((v) => f.byLabel.get(v)).filter((v) => v !== undefined)); });
}
