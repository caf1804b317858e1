
// ---- the address: the state as a query after the hash, so that Back and shared links work

function address() {
  const p = new URLSearchParams();
  if (state.q) p.set('q', state.q);
  if (state.from !== null) p.set('from', iso(state.from));
  if (state.to !== null) p.set('to', iso(state.to));
  if (state.at) p.set('at', [iso(state.at.from), iso(state.at.to), state.at.side, ...(state.at.partner || []).map((p) => C.partners[p].code)].join('/'));
  if (state.finding >= 0) p.set('finding', state.finding + 1);
  if (state.sure) p.set('sure', 1);
  facets.forEach((f) => { f.picked.forEach((v) => p.append(f.key, f.values[v])); f.without.forEach((v) => p.append('not.' + f.key, f.values[v])); });
  if (state.newest) p.set('order', 'newest');
  if (state.whole) p.set('years', 'all');
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

// recall sets the state from the address and returns what of it leads nowhere: a sentence each.
function recall() {
  const p = new URLSearchParams(location.hash.slice(1)), lost = [];
  state.q = p.get('q') || '';
  for (const k of ['from', 'to']) {
    state[k] = p.get(k) ? dayOf(p.get(k)) : null;
    if (p.get(k) && state[k] === null) lost.push('“' + p.get(k) + '” is no day.');
  }
  state.at = p.get('at') ? atOf(p.get('at')) : null;
  state.finding = p.get('finding') ? Number(p.get('finding')) - 1 : -1;
  if (state.finding !== -1 && !C.findings[state.finding]) { lost.push('This page has no such finding.'); state.finding = -1; }
  state.sure = p.has('sure');
  state.newest = p.get('order') === 'newest';
  state.whole = p.get('years') === 'all';
  state.page = Math.max(0, (parseInt(p.get('page'), 10) || 1) - 1);
  state.open = p.get('event') ? placeOf(p.get('event')) : -1;
  if (p.get('event') && state.open < 0) lost.push('The link leads to an event that this page does not hold.');
  for (const f of facets) {
    const read = (key) => new Set(p.getAll(key).filter((v) => f.byLabel.has(v) || !lost.push('No ' + f.label.toLowerCase() + ' here is called “' + short(v, 80) + '”.')).map((v) => f.byLabel.get(v)));
    f.picked = read(f.key);
    f.without = read('not.' + f.key);
  }
  return lost;
}
function atOf(t) {
  const [a, b, side, ...codes] = t.split('/'), from = dayOf(a), to = dayOf(b || ''), partner = codes.map((c) => C.partners.findIndex((x) => x.code === c)).filter((k) => k >= 0);
  if (from === null || to === null || !/^-?[012]$/.test(side || '')) return null;
  return { from, to, side: Number(side), partner: partner.length ? partner : null };
}

// notice says what a link did not find, and offers the way out.
function notice(sentences, ways) {
  const box = $('notice');
  box.hidden = !sentences.length;
  box.replaceChildren(...(sentences.length ? [h('p', {}, sentences.join(' ')), h('p', {}, between(ways, ' '))] : []));
}
function notices(lost) {
  const all = button('Show all events', () => { clearAll(); notice([]); changed(); $('events-title').focus(); });
  if (lost.length) notice(lost, [all, button('Go on with the rest', () => { notice([]); remember('replace'); $('events-title').focus(); })]);
  else if (state.open >= 0 && !selected.includes(state.open)) {
    const i = state.open;
    notice(['The event of this link does not pass the filters of the link.'], [button('Show the event', () => { clearAll(); notice([]); state.open = i; refresh({ follow: true, remember: 'push' }).then(() => reach(i)); }), all]);
  } else if (!selected.length && N) notice(['No event fits this link.'], [all]);
  else notice([]);
}
