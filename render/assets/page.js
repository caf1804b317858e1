'use strict';
// The script of a relation's page. Data comes in squeezed JSON (see columns.go); every text from outside goes into the DOM as
// text, never as markup. One selection (filters, search, range of days) feeds chart, glance and list alike.
(() => {
  const DAY = 86400000, PAGE = 50, TOP = 8;
  const $ = (id) => document.getElementById(id);
  const TONES = ['cooperative', 'neutral', 'conflictual'];
  const FORMS = ['direct', 'mixed', 'reported', 'unmarked'];
  const BASES = ['date stated', 'date reckoned', 'day published'];
  const SHAPE = { message: 0, letter: 0, post: 0, article: 0, document: 0, meeting: 1, call: 1, speech: 2, statement: 2, 'joint-statement': 2, 'press-conference': 3, interview: 3 };
  const SHAPES = ['written: message, letter, post', 'talks: meeting, call', 'public: speech, statement', 'press: conference, interview', 'way unknown'];
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let C, N, chart, first, last, allLoaded = false, loading;
  const events = [], sources = [], hay = [];
  const opened = new Map(); // block number to the promise of its texts

  // ---- small helpers

  function h(tag, props, ...children) {
    const el = document.createElement(tag);
    for (const [k, v] of Object.entries(props || {})) {
      if (v === undefined || v === null || v === false) continue;
      if (k === 'on') for (const [type, f] of Object.entries(v)) el.addEventListener(type, f);
      else if (k in el && k !== 'list' && !k.includes('-')) el[k] = v;
      else el.setAttribute(k, v === true ? '' : v);
    }
    el.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== ''));
    return el;
  }
  function s(tag, attrs, ...children) {
    const el = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [k, v] of Object.entries(attrs || {})) el.setAttribute(k, v);
    el.append(...children);
    return el;
  }
  const bdi = (text) => h('bdi', {}, text);
  const num = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const plural = (n, one, many) => num(n) + '\u00a0' + (n === 1 ? one : many || one + 's');
  const iso = (d) => new Date(d * DAY).toISOString().slice(0, 10);
  const dayOf = (t) => { const n = Date.parse(t + 'T00:00:00Z'); return Number.isNaN(n) ? null : Math.round(n / DAY); };
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const parts = (d) => { const t = new Date(d * DAY); return [t.getUTCFullYear(), t.getUTCMonth(), t.getUTCDate()]; };
  const longDay = (d) => { const [y, m, n] = parts(d); return n + ' ' + MONTHS[m] + ' ' + y; };
  const fold = (t) => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const say = (text) => { $('said').textContent = text; };

  function longSpan(a, b) {
    if (a === C.undated && b === C.undated) return 'day unknown';
    if (a === C.undated) return 'on or before ' + longDay(b);
    if (b === C.undated) return 'on or after ' + longDay(a);
    if (a === b) return longDay(a);
    const [y, m, d] = parts(a), [v, n, e] = parts(b), end = parts(b + 1)[2] === 1;
    if (y === v && m === 0 && d === 1 && n === 11 && e === 31) return String(y);
    if (y === v && m === n) return d === 1 && end ? MONTHS[m] + ' ' + y : d + '–' + e + ' ' + MONTHS[m] + ' ' + y;
    if (y === v) return d + ' ' + MONTHS[m] + ' – ' + e + ' ' + MONTHS[n] + ' ' + y;
    return longDay(a) + ' – ' + longDay(b);
  }

  // anyDate writes an EDTF day, month or year for people; other forms stay as they are.
  function anyDate(t) {
    const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(t || '');
    if (!m || /[/[{X~?%]/.test(t)) return t || '';
    return (m[3] ? Number(m[3]) + ' ' : '') + (m[2] ? MONTHS[m[2] - 1] + ' ' : '') + m[1];
  }

  // webAddress gives what may stand in a link; other addresses are shown as text.
  function webAddress(t) {
    try { const u = new URL(t); return (u.protocol === 'https:' || u.protocol === 'http:') && u.host ? u.href : ''; } catch { return ''; }
  }
  const langTag = (t) => (/^[A-Za-z0-9-]{1,35}$/.test(t) ? t : undefined);

  async function unpack(id) {
    const raw = atob(JSON.parse($(id).textContent)), bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  }

  // ---- texts, opened block by block

  function openBlock(b) {
    if (!opened.has(b)) opened.set(b, unpack('block-' + b).then((r) => r.json()).then((block) => {
      block.sources.forEach((x, i) => {
        const [url, outlet, title, byline, published, how, retrieved, lang, sha] = x;
        sources[C.sourceAt[b] + i] = { url, outlet: C.outlets[outlet], title, byline, published, how, retrieved, lang, sha };
      });
      block.events.forEach((x, i) => {
        const [edtf, place, occasionDate, speakers, addressees, about, context, statements] = x;
        const who = ([p, office, basis]) => ({ ...C.people[p], office, basis });
        events[b * C.blockSize + i] = {
          i: b * C.blockSize + i, edtf, place, occasionDate, speakers: speakers.map(who), addressees: addressees.map(who), about: about.map((k) => C.states[k]),
          context: context.map(([source, text]) => ({ source, text })),
          statements: statements.map((list) => list.map(([source, form, pieces, medium, tone, by, p, said, decided]) => ({ source, form, pieces, medium: C.media[medium] || '', tone, by, p, said, decided }))),
        };
      });
    }));
    return opened.get(b);
  }
  const blockOf = (i) => Math.floor(i / C.blockSize);
  const sourceBlock = (k) => { let b = 0; while (C.sourceAt[b + 1] <= k) b++; return b; };

  async function ensure(list) {
    await Promise.all([...new Set(list.map(blockOf))].map(openBlock));
    const need = new Set();
    for (const i of list) {
      const e = events[i];
      e.context.forEach((c) => { if (!sources[c.source]) need.add(sourceBlock(c.source)); });
      e.statements.forEach((st) => st.forEach((w) => { if (!sources[w.source]) need.add(sourceBlock(w.source)); }));
    }
    await Promise.all([...need].map(openBlock));
  }
  const words = (w) => w.pieces.filter((_, k) => k % 2).join(' … ');

  function haystack(i) {
    if (hay[i] === undefined) {
      const e = events[i], t = [e.edtf, e.place, C.occasions[C.occasion[i]] || '', C.channels[C.channel[i]]];
      [...e.speakers, ...e.addressees].forEach((p) => t.push(p.name, p.office));
      e.statements.forEach((st) => st.forEach((w) => { const x = sources[w.source]; t.push(w.pieces.join(''), x.outlet, x.title, w.medium); }));
      e.context.forEach((c) => t.push(c.text));
      hay[i] = fold(t.join('\n'));
    }
    return hay[i];
  }

  // loadAll opens every block in short tasks, so that nothing freezes; the search waits for it.
  function loadAll() {
    loading = loading || (async () => {
      for (let b = 0; b < C.blocks; b++) { await openBlock(b); await pause(); }
      let at = performance.now();
      for (let i = 0; i < N; i++) { haystack(i); if (performance.now() - at > 12) { await pause(); at = performance.now(); } }
      allLoaded = true;
      document.body.classList.add('loaded');
    })();
    return loading;
  }
  const pause = () => new Promise((done) => { const ch = new MessageChannel(); ch.port1.onmessage = () => done(); ch.port2.postMessage(0); });

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
  function recall() {
    const p = new URLSearchParams(location.hash.slice(1));
    state.q = p.get('q') || '';
    state.from = p.get('from') ? dayOf(p.get('from')) : null;
    state.to = p.get('to') ? dayOf(p.get('to')) : null;
    state.newest = p.get('order') === 'newest';
    state.page = Math.max(0, (parseInt(p.get('page'), 10) || 1) - 1);
    state.open = p.get('event') ? C.id.indexOf(p.get('event')) : -1;
    facets.forEach((f) => { f.picked = new Set(p.getAll(f.key).map((v) => f.byLabel.get(v)).filter((v) => v !== undefined)); });
  }

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

  // ---- the timeline

  const HOLE = ['M4.1,2.2L4.1,4.1L2.2,4.1L2.2,5.9L4.1,5.9L4.1,7.8L5.9,7.8L5.9,5.9L7.8,5.9L7.8,4.1L5.9,4.1L5.9,2.2Z', '', 'M2.2,4.1L2.2,5.9L7.8,5.9L7.8,4.1Z'];
  const BODY = ['M5,0A5,5,0,1,1,5,10A5,5,0,1,1,5,0Z', 'M0.5,0.5L9.5,0.5L9.5,9.5L0.5,9.5Z', 'M5,0L10.4,9.6L-0.4,9.6Z', 'M5,-0.6L10.6,5L5,10.6L-0.6,5Z', 'M2.5,0.6L7.5,0.6L10,5L7.5,9.4L2.5,9.4L0,5Z'];
  const shapeOf = (i) => { const k = SHAPE[C.channels[C.channel[i]]]; return k === undefined ? 4 : k; };
  const PATHS = BODY.map((b) => HOLE.map((o) => 'path://' + b + o));
  let ink = {}, dense = [], marksShown = [], zooming = false;

  function readInk() {
    const probe = h('span', {});
    document.body.append(probe);
    for (const k of ['paper', 'panel', 'ink', 'soft', 'line', 'faint', 'a', 'b', 'coop', 'neutral', 'confl', 'third', 'focus']) {
      probe.style.color = 'var(--' + k + ')';
      ink[k] = getComputedStyle(probe).color;
    }
    probe.remove();
    ink.tones = [ink.coop, ink.neutral, ink.confl];
    ink.sans = getComputedStyle(document.body).fontFamily.replace(/"/g, "'"); // the SVG of the chart library does not escape double quotes
  }

  function bounds() {
    let a = Infinity, b = -Infinity;
    for (let i = 0; i < N; i++) for (const d of [C.from[i], C.to[i]]) if (d !== C.undated) { a = Math.min(a, d); b = Math.max(b, d); }
    if (a > b) return [0, 365];
    const pad = Math.max(3, Math.round((b - a) * 0.015));
    return [a - pad, b + pad + 1];
  }
  const view = () => [state.from === null ? first : state.from, state.to === null ? last : state.to + 1];

  const anchor = (i) => { const a = C.from[i], b = C.to[i]; return a === C.undated ? b : b === C.undated ? a : Math.floor((a + b) / 2); };

  // place lays the selected events out. Each is a mark; as many days as a mark is wide share a column of marks, a column
  // that is full ends in "+N", and a day that is wide, once zoomed in, has room for several columns. Marks are as large as
  // lets all columns fit. Where too many would not fit at the smallest size, bars count them instead.
  function place() {
    const [t0, t1] = view(), width = chart.getWidth() - 24, perDay = width / Math.max(1, t1 - t0), half = (chart.getHeight() - 116) / 2 - 20;
    const inside = selected.filter((i) => anchor(i) !== C.undated);
    let out;
    for (const size of [18, 15, 13, 11]) {
      out = columns(inside, size, t0, t1, perDay, Math.floor(half / size) - 1);
      if (out.hidden <= out.seen / 100) break;
    }
    if (out.hidden > 0.25 * out.seen && out.step > 1) return bars(inside, t0, t1, perDay);
    out.undated = selected.length - inside.length;
    return out;
  }

  // fitHeight makes the chart as low as the fullest column of all events allows.
  function fitHeight() {
    const keep = [selected, state.from, state.to];
    selected = C.id.map((_, i) => i); state.from = state.to = null;
    const p = place(), high = p.marks.reduce((y, m) => Math.max(y, Math.abs(m[1])), 5);
    [selected, state.from, state.to] = keep;
    if (!p.size) return;
    const height = Math.round(Math.min($('chart').clientHeight, Math.max(280, 2 * (high + 2.5) * p.size + 136)));
    if (height < $('chart').clientHeight) { $('chart').style.height = height + 'px'; chart.resize(); }
  }

  function columns(list, size, t0, t1, perDay, room) {
    const step = Math.max(1, Math.ceil(size / perDay)), cols = Math.max(1, Math.floor((step * perDay * 0.94) / size)), bins = new Map();
    const out = { size, step, room, marks: [], spans: [], bars: [], hidden: 0, seen: 0 };
    const span = (i, y) => out.spans.push([(C.from[i] === C.undated ? C.to[i] - 26 / perDay : C.from[i]) * DAY, (C.to[i] === C.undated ? C.from[i] + 26 / perDay : C.to[i] + 1) * DAY, y, i, C.from[i] === C.undated ? 1 : 0]);
    for (const i of list) {
      const at = anchor(i);
      if (at < t0 - step || at > t1 + step) { if (C.from[i] !== C.to[i]) span(i, C.side[i] * 2.4); continue; }
      const key = Math.floor(at / step) * 4 + C.side[i] + 1;
      if (bins.has(key)) bins.get(key).push(i); else bins.set(key, [i]);
    }
    dense = [];
    // The joint words' lane is as high as its fullest column, up to seven rows; the two sides begin beyond it.
    let lane = 1;
    for (const [key, bin] of bins) if (((key % 4) + 4) % 4 === 1) lane = Math.max(lane, Math.min(7, Math.ceil(bin.length / cols)));
    const shore = Math.floor(lane / 2) + 1.4;
    for (const [key, bin] of bins) {
      const side = (((key % 4) + 4) % 4) - 1, high = side ? Math.max(1, Math.floor(room + 0.5 - shore)) : lane, used = Math.min(cols, Math.ceil(bin.length / high)) || 1, space = used * high;
      const day = Math.floor(key / 4) * step, mid = day + step / 2, shown = bin.length > space ? space - 1 : bin.length;
      const spot = (k) => { const r = Math.floor(k / used), y = side ? side * (r + shore) : (r % 2 ? 1 : -1) * Math.ceil(r / 2); return [(mid + (((k % used) - (used - 1) / 2) * size) / perDay) * DAY, y]; };
      out.seen += bin.length;
      for (let k = 0; k < shown; k++) { const [x, y] = spot(k); out.marks.push([x, y, bin[k]]); if (C.from[bin[k]] !== C.to[bin[k]]) span(bin[k], y); }
      if (shown < bin.length) {
        out.hidden += bin.length - shown;
        dense.push({ from: day, to: day + step - 1, n: bin.length - shown, all: bin.length, of: bin });
        out.marks.push([...spot(space - 1), -dense.length]);
      }
    }
    return out;
  }

  // bars counts the events of each stretch of days: from the axis outward cooperative, neutral, conflictual.
  function bars(list, t0, t1, perDay) {
    const step = Math.max(1, Math.ceil(7 / perDay)), bins = new Map(), out = { size: 0, step, room: 20, marks: [], spans: [], bars: [], hidden: 0, seen: 0, most: 1 };
    for (const i of list) {
      const at = anchor(i), key = Math.floor(at / step);
      if (at < t0 - step || at > t1 + step) continue;
      if (!bins.has(key)) bins.set(key, { above: [0, 0, 0], below: [0, 0, 0], on: 0, of: [] });
      const b = bins.get(key);
      b.of.push(i);
      if (C.side[i] > 0) b.above[C.tone[i]]++; else if (C.side[i] < 0) b.below[C.tone[i]]++; else b.on++;
    }
    const sum = (x) => x[0] + x[1] + x[2];
    for (const b of bins.values()) out.most = Math.max(out.most, sum(b.above), sum(b.below), b.on / 2);
    dense = [];
    for (const [key, b] of bins) {
      const from = key * step, x = [from * DAY, (from + step) * DAY], scale = 18 / out.most;
      dense.push({ from, to: from + step - 1, n: 0, all: b.of.length, of: b.of });
      for (const [dir, part] of [[1, b.above], [-1, b.below]]) {
        let y = 0.9;
        for (let t = 0; t < 3; t++) if (part[t]) { out.bars.push([...x, dir * y, dir * (y + part[t] * scale), t, -dense.length]); y += part[t] * scale; }
      }
      if (b.on) out.bars.push([...x, -0.6, 0.6, 3, -dense.length]);
    }
    out.seen = list.length;
    return out;
  }

  function markItem(size) {
    return (m) => {
      const i = m[2];
      if (i < 0) {
        return { value: m, symbol: 'circle', symbolSize: 1, itemStyle: { color: 'transparent' }, label: { show: true, formatter: '+' + num(dense[-i - 1].n), position: 'inside', color: ink.ink, fontSize: 11, fontWeight: 600, fontFamily: ink.sans } };
      }
      const color = ink.tones[C.tone[i]], third = C.dir[i] === 3, open = i === state.open, big = size - 2;
      return {
        value: m, symbol: PATHS[shapeOf(i)][C.tone[i]], symbolSize: open ? big + 5 : C.link[i] && !third ? big * 0.8 : big,
        itemStyle: { color: third ? ink.paper : color, borderColor: C.status[i] || open ? ink.ink : color, borderWidth: third ? 1.2 : C.status[i] || open ? 1.4 : 0, opacity: C.link[i] && !third ? 0.62 : 1 },
      };
    };
  }

  function barShape(params, api) {
    const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(3)]), t = api.value(4), box = params.coordSys;
    const x0 = Math.max(a[0], box.x), x1 = Math.min(b[0], box.x + box.width), w = Math.max(1, x1 - x0 - 1);
    if (x1 <= x0) return null;
    return { type: 'rect', shape: { x: x0, y: Math.min(a[1], b[1]), width: w, height: Math.max(1, Math.abs(b[1] - a[1]) - 0.6) }, style: { fill: t === 3 ? ink.soft : ink.tones[t], opacity: t === 1 ? 0.45 : 0.92 } };
  }

  // occasions gives a tick for every day that words were said for, and a name where there is room, the fullest first.
  function occasions() {
    const [t0, t1] = view(), perDay = (chart.getWidth() - 24) / Math.max(1, t1 - t0), found = new Map();
    for (const i of selected) {
      const at = anchor(i);
      if (C.occasion[i] < 0 || at === C.undated || at < t0 || at > t1) continue;
      const key = C.occasion[i] + ' ' + Math.floor(at / Math.max(2, 3 / perDay));
      const o = found.get(key) || { at, name: C.occasion[i], n: 0 };
      o.n++;
      found.set(key, o);
    }
    const taken = [], out = [];
    for (const o of [...found.values()].sort((x, y) => y.n - x.n || y.at - x.at)) {
      const x = (o.at - t0) * perDay, w = short(C.occasions[o.name], 26).length * 6.2 + 14, right = x + w > chart.getWidth() - 24, a = right ? x - w : x - 4, b = right ? x + 4 : x + w;
      const clear = (from, to) => taken.every(([c, d]) => to < c || from > d), free = clear(a, b);
      if (!free && !clear(x - 5, x + 5)) continue;
      taken.push(free ? [a, b] : [x - 5, x + 5]);
      out.push([(o.at + 0.5) * DAY, o.name, free ? (right ? 2 : 1) : 0]);
    }
    return out;
  }
  function occasionShape(params, api) {
    const box = params.coordSys, x = api.coord([api.value(0), 0])[0], foot = box.y + box.height, label = api.value(2);
    if (x < box.x || x > box.x + box.width) return null;
    const children = [{ type: 'polygon', shape: { points: [[x, foot - 8], [x + 3.5, foot - 4], [x, foot], [x - 3.5, foot - 4]] }, style: { fill: ink.soft } }];
    if (label) {
      children.push({ type: 'line', shape: { x1: x, y1: box.y + box.height / 2, x2: x, y2: foot - 8 }, style: { stroke: ink.soft, opacity: 0.35, lineDash: [1, 3] } });
      children.push({ type: 'text', x: label === 2 ? x - 7 : x + 7, y: foot - 4, style: { text: short(C.occasions[api.value(1)], 26), fill: ink.soft, font: '11px ' + ink.sans, align: label === 2 ? 'right' : 'left', verticalAlign: 'middle', stroke: ink.paper, lineWidth: 3 } });
    }
    return { type: 'group', silent: true, children };
  }

  function monthBars() {
    const up = new Map(), down = new Map();
    for (const i of behind) {
      const d = C.from[i] === C.undated ? C.to[i] : C.from[i];
      if (d === C.undated) continue;
      const [y, m] = parts(d), t = Date.UTC(y, m, 15);
      if (C.side[i] >= 0) up.set(t, (up.get(t) || 0) + 1);
      if (C.side[i] <= 0) down.set(t, (down.get(t) || 0) - 1);
    }
    const line = (map) => [...map].sort((x, y) => x[0] - y[0]);
    return [line(up), line(down)];
  }

  function spanShape(params, api) {
    const x0 = api.coord([api.value(0), api.value(2)]), x1 = api.coord([api.value(1), api.value(2)]), i = api.value(3);
    const box = params.coordSys, a = Math.max(x0[0], box.x), b = Math.min(x1[0], box.x + box.width);
    if (b <= a) return null;
    return { type: 'line', silent: true, shape: { x1: a, y1: x0[1], x2: b, y2: x0[1] }, style: { stroke: ink.tones[C.tone[i]], lineWidth: 1.5, opacity: 0.36, lineDash: api.value(4) ? [2, 2] : null } };
  }

  function axisLabel(value) {
    const t = new Date(value), y = t.getUTCFullYear(), m = t.getUTCMonth(), d = t.getUTCDate();
    if (t.getUTCHours()) return '';
    if (m === 0 && d === 1) return String(y);
    return d === 1 ? MONTHS[m].slice(0, 3) : d + ' ' + MONTHS[m].slice(0, 3);
  }

  // series fills the data in: by index into the columns.
  function series() {
    const p = place(), note = [];
    marksShown = p.marks;
    $('chart').dataset.form = p.bars.length ? 'bars' : 'marks';
    if (p.bars.length) note.push('Too many events for a mark each: a bar counts those of ' + plural(p.step, 'day') + ' (at most ' + num(p.most) + '), from the axis outward cooperative, neutral, conflictual. Zoom in, or click a bar, to see each event.');
    if (p.undated) note.push(plural(p.undated, 'event') + ' of unknown day ' + (p.undated === 1 ? 'is' : 'are') + ' in the list only.');
    $('undated').hidden = !note.length;
    $('undated').textContent = note.join(' ');
    return {
      rows: p.size ? p.room + 0.5 : 20,
      data: { spans: p.spans, density: p.bars, occasions: occasions(), marks: p.marks.map(markItem(p.size)) },
    };
  }

  // option completes what Go built: data by index, functions, and the colours of the theme.
  function option() {
    const o = JSON.parse(JSON.stringify(C.chart)), { data, rows } = series(), [t0, t1] = view();
    const [up, down] = monthBars(), top = Math.max(1, ...up.map((x) => x[1])), low = Math.min(-1, ...down.map((x) => x[1]));
    const text = { color: ink.soft, fontFamily: ink.sans, fontSize: 11 };
    Object.assign(o, { animation: false, backgroundColor: 'transparent', textStyle: { fontFamily: ink.sans }, tooltip: { show: false } });
    o.xAxis.forEach((x, k) => Object.assign(x, {
      min: first * DAY, max: last * DAY, axisLine: { show: k === 0, onZero: false, lineStyle: { color: ink.line } }, axisTick: { show: k === 0, lineStyle: { color: ink.line } },
      axisLabel: { ...text, hideOverlap: true, formatter: axisLabel, show: k === 0 }, splitLine: { show: k === 0, showMinLine: false, showMaxLine: false, lineStyle: { color: ink.line, opacity: 0.7 } }, minInterval: DAY,
    }));
    Object.assign(o.yAxis[0], { show: false, min: -rows, max: rows, splitLine: { show: false } });
    Object.assign(o.yAxis[1], { show: false, min: low, max: top, splitLine: { show: false } });
    const [inside, slider] = o.dataZoom, range = { startValue: t0 * DAY, endValue: t1 * DAY, minValueSpan: DAY };
    Object.assign(inside, range, { zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, moveOnMouseMove: true });
    Object.assign(slider, range, {
      left: 12, right: 12, bottom: 22, height: 44, showDataShadow: false, brushSelect: true, showDetail: false, backgroundColor: 'transparent', borderColor: ink.line,
      fillerColor: ink.a.replace('rgb(', 'rgba(').replace(')', ', 0.10)'), handleSize: '70%', handleStyle: { color: ink.panel, borderColor: ink.soft }, moveHandleSize: 6, moveHandleStyle: { color: ink.soft, opacity: 0.5 },
      emphasis: { handleStyle: { borderColor: ink.ink }, moveHandleStyle: { color: ink.ink } }, textStyle: text,
    });
    const by = Object.fromEntries(o.series.map((x) => [x.name, x]));
    for (const k of Object.keys(data)) by[k].data = data[k];
    Object.assign(by.spans, { renderItem: spanShape, silent: true, clip: true, z: 2, encode: { x: [0, 1], y: 2 } });
    Object.assign(by.density, { renderItem: barShape, clip: true, z: 2, encode: { x: [0, 1], y: [2, 3] } });
    Object.assign(by.occasions, { renderItem: occasionShape, silent: true, clip: true, z: 1, encode: { x: 0, y: [] } });
    Object.assign(by.marks, {
      symbolKeepAspect: true, z: 3, clip: false, emphasis: { scale: 1.4 }, progressive: 0, cursor: 'pointer',
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink.soft, type: 'solid', width: 1, opacity: 0.8 }, data: [{ yAxis: 0 }] },
    });
    Object.assign(by.above, { data: up, itemStyle: { color: ink.a }, silent: true, barMinWidth: 1, barMaxWidth: 14, barCategoryGap: '0%' });
    Object.assign(by.below, { data: down, itemStyle: { color: ink.b }, silent: true, barMinWidth: 1, barMaxWidth: 14, barCategoryGap: '0%' });
    return o;
  }

  function drawChart(light) {
    if (!chart) return;
    if (!light) { chart.setOption(option(), true); return; }
    const { data, rows } = series();
    chart.setOption({ yAxis: [{ min: -rows, max: rows }, {}], series: Object.entries(data).map(([name, list]) => ({ name, data: list })) });
  }

  function setRange(from, to, how = 'merge') {
    state.from = from === null || from <= first ? null : Math.round(from);
    state.to = to === null || to >= last - 1 ? null : Math.round(to);
    if (state.from !== null && state.to !== null && state.from > state.to) state.to = state.from;
    state.page = 0; state.open = -1;
    refresh({ remember: how });
  }

  let later = 0;
  function zoomed() {
    const z = chart.getOption().dataZoom[0], from = Math.round(z.startValue / DAY), to = Math.max(from, Math.round(z.endValue / DAY) - 1);
    const f = from <= first ? null : from, t = to >= last - 1 ? null : to;
    if (f === state.from && t === state.to) return;
    state.from = f; state.to = t; state.page = 0; state.open = -1;
    cancelAnimationFrame(later);
    later = requestAnimationFrame(() => refresh({ remember: 'merge', zooming: true }));
  }

  function zoomBy(factor, shift = 0) {
    const [a, b] = view(), mid = (a + b) / 2 + (b - a) * shift, half = Math.max(0.5, ((b - a) * factor) / 2);
    let from = Math.round(mid - half), to = Math.round(mid + half) - 1;
    if (shift) { if (from < first) { to += first - from; from = first; } if (to > last - 1) { from -= to - last + 1; to = last - 1; } }
    setRange(Math.max(first, from), Math.min(last - 1, Math.max(from, to)));
  }
  function zoomTo(days) {
    const [a, b] = view(), mid = (a + b) / 2;
    let from = Math.round(mid - days / 2);
    // An empty window tells nothing: move to the nearest event.
    const near = selected.reduce((best, i) => { const d = C.from[i] === C.undated ? C.to[i] : C.from[i]; return d !== C.undated && (best === null || Math.abs(d - mid) < Math.abs(best - mid)) ? d : best; }, null);
    if (near !== null && Math.abs(near - mid) > days / 2) from = Math.round(near - days / 2);
    from = Math.max(first, Math.min(from, last - days));
    setRange(from, from + days - 1, 'push');
  }

  function zoomButtons() {
    const b = (label, name, f) => h('button', { type: 'button', 'aria-label': name, title: name, on: { click: f } }, label);
    $('zoom').replaceChildren(
      b('←', 'Earlier', () => zoomBy(1, -0.5)), b('→', 'Later', () => zoomBy(1, 0.5)), b('−', 'Zoom out', () => zoomBy(2)), b('+', 'Zoom in', () => zoomBy(0.5)),
      ...[['10 y', '10 years', 3652], ['1 y', '1 year', 365], ['3 m', '3 months', 91], ['1 m', '1 month', 30], ['1 w', '1 week', 7]]
        .filter((x) => x[2] < last - first).map(([label, name, days]) => b(label, label + ': show ' + name, () => zoomTo(days))),
      b('All', 'All: show all years', () => setRange(null, null, 'push')));
  }

  function drawKey() {
    const icon = (d, attrs) => s('svg', { viewBox: '-1 -1 12 12', 'aria-hidden': 'true' }, s('path', { d, ...attrs }));
    const item = (svg, text) => h('span', {}, svg, text);
    const used = new Set(C.channel.map((_, i) => shapeOf(i)));
    $('key').replaceChildren(
      ...TONES.map((t, k) => item(icon(BODY[0] + HOLE[k], { fill: 'var(--' + ['coop', 'neutral', 'confl'][k] + ')' }), t)),
      ...SHAPES.map((t, k) => (used.has(k) ? item(icon(BODY[k], { fill: 'var(--soft)' }), t) : '')).filter(Boolean),
      item(icon(BODY[0], { fill: 'none', stroke: 'var(--soft)', 'stroke-width': 1.4 }), 'third party'),
      item(icon(BODY[0], { fill: 'var(--soft)', opacity: 0.55, transform: 'translate(1.2 1.2) scale(.76)' }), 'about, not addressed'),
      item(icon(BODY[0], { fill: 'var(--soft)', stroke: 'var(--ink)', 'stroke-width': 1.8 }), 'confirmed by a person'),
      item(icon('M-3,4.2L13,4.2L13,5.8L-3,5.8Z', { fill: 'var(--soft)' }), 'uncertain day'),
      item(icon(BODY[3], { fill: 'var(--soft)', transform: 'translate(2 2) scale(.6)' }), 'occasion, at the foot'),
      item(h('b', {}, '+9'), 'more on that day: click to open'));
  }

  // ---- the note that follows the pointer: ours, in the DOM, so that no text is read as markup

  function tipFor(i) {
    if (i < 0) {
      const d = dense[-i - 1], by = [0, 0, 0];
      d.of.forEach((k) => by[C.tone[k]]++);
      return [h('p', { className: 'when' }, longSpan(d.from, d.to)), h('p', {}, h('b', {}, plural(d.all, 'event')), d.n ? ', ' + num(d.n) + ' of them not drawn' : ''), h('p', { className: 'when' }, TONES.map((t, k) => num(by[k]) + ' ' + t).join(' · ')), h('p', { className: 'when' }, 'Click to open')];
    }
    const e = events[i];
    return [h('p', { className: 'when' }, longSpan(C.from[i], C.to[i])), h('p', {}, e ? heading(e) : peopleNames(i)),
      h('p', { className: 'when' }, facts(i).join(' · ')), e ? h('p', { className: 'words', dir: 'auto' }, short(words(e.statements[0][0]), 180)) : null].filter(Boolean);
  }
  const short = (t, n) => (t.length > n ? t.slice(0, n).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '') + '…' : t);
  const peopleNames = (i) => C.speakers[i].map((p) => C.people[p].name).join(', ') || 'Unknown speaker';
  const readable = (c) => (Object.hasOwn(SHAPE, c) ? c.replace('-', ' ') : c === 'unknown' ? 'not told' : c);
  const channelName = (i) => (C.channels[C.channel[i]] === 'unknown' ? '' : readable(C.channels[C.channel[i]]));
  const facts = (i) => [channelName(i), TONES[C.tone[i]], C.count[i] > 1 ? plural(C.count[i], 'statement') : null].filter(Boolean);

  const indexOf = (p) => (p.seriesName === 'marks' ? p.value[2] : p.seriesName === 'density' ? p.value[5] : null);
  let tipAt = null;
  async function showTip(p) {
    const i = indexOf(p);
    tipAt = i;
    if (i >= 0 && !events[i]) { await ensure([i]); if (tipAt !== i) return; }
    const tip = $('tip'), box = $('chart').getBoundingClientRect();
    tip.replaceChildren(...tipFor(i));
    tip.hidden = false;
    const [x, y] = p.seriesName === 'density' ? [p.event.offsetX, p.event.offsetY] : chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [p.value[0], p.value[1]]);
    const w = tip.offsetWidth, t = tip.offsetHeight;
    tip.style.transform = 'translate(' + Math.round(Math.max(0, Math.min(x + 12, box.width - w))) + 'px,' + Math.round(y > t + 12 ? y - t - 10 : y + 14) + 'px)';
  }
  function hideTip() { tipAt = null; $('tip').hidden = true; }

  function clicked(p) {
    const i = indexOf(p);
    if (i === null) return;
    hideTip();
    if (i >= 0) { openEvent(i, true); return; }
    const d = dense[-i - 1];
    if (d.from < d.to) setRange(d.from, d.to, 'push');
    else if (view()[1] - view()[0] > 1) setRange(d.from, d.from, 'push');
    else $('events-title').focus();
  }

  // ---- at a glance

  function drawGlance() {
    const list = selected.filter((i) => C.from[i] !== C.undated || C.to[i] !== C.undated);
    const at = (i) => (C.from[i] === C.undated ? C.to[i] : C.from[i]);
    $('panels').replaceChildren(...[perMonth(list, at), pairs(list, at), toneYears(list, at), speakersRank(), dayMap(list, at), silences(list, at), channelRank()].filter(Boolean));
  }
  const panelWidth = (wide) => { const w = $('panels').clientWidth || 640; return Math.round(wide || w < 640 ? w : (w - 56) / 2); };
  const figure = (title, note, body, wide) => h('figure', { className: wide ? 'wide' : '' }, h('figcaption', {}, title, note ? h('small', {}, note) : ''), body);

  // buckets cuts the time in view into as fine stretches as the width has room for: days, weeks, months, quarters, years.
  function buckets(most) {
    const [t0, t1] = view();
    for (const [size, name] of [[1, 'day'], [7, 'week']]) {
      if ((t1 - t0) / size > Math.min(most, 120)) continue;
      const base = Math.floor((t0 + 3) / size); // weeks begin on Monday: day 0 was a Thursday
      return { n: Math.floor((t1 + 2) / size) - base + 1, of: (d) => Math.floor((d + 3) / size) - base, label: (k) => { const [y, m, d] = parts((k + base) * size - 3); return d + ' ' + MONTHS[m].slice(0, 3) + ' ' + y; }, year: () => null, name };
    }
    const [y0, m0] = parts(t0), [y1, m1] = parts(t1 - 1), months = (y1 - y0) * 12 + m1 - m0 + 1, size = [1, 3, 12, 60, 120].find((n) => months / n <= most) || 120, base = Math.floor((y0 * 12 + m0) / size);
    return {
      n: Math.floor((y1 * 12 + m1) / size) - base + 1, of: (d) => { const [y, m] = parts(d); return Math.floor((y * 12 + m) / size) - base; },
      label: (k) => { const t = (k + base) * size; return size < 12 ? MONTHS[t % 12].slice(0, 3) + ' ' + Math.floor(t / 12) : String(Math.floor(t / 12)); },
      year: (k) => (((k + base) * size) % 12 === 0 || size >= 12 ? Math.floor(((k + base) * size) / 12) : null), name: { 1: 'month', 3: 'quarter', 12: 'year', 60: 'five years', 120: 'decade' }[size],
    };
  }
  function yearTicks(svg, bk, w, y) {
    const each = w / bk.n, years = [];
    for (let k = 0; k < bk.n; k++) { const v = bk.year(k); if (v !== null) years.push([k, v]); }
    const every = Math.max(1, Math.ceil((years.length * 44) / w));
    years.forEach(([k, v]) => { if (v % every === 0) svg.append(s('text', { x: (k * each).toFixed(1), y }, String(v))); });
    if (!years.length) svg.append(s('text', { x: 0, y }, bk.label(0)), s('text', { x: w, y, 'text-anchor': 'end' }, bk.label(bk.n - 1)));
  }

  function perMonth(list, at) {
    const w = panelWidth(true), bk = buckets(w / 4.5), up = new Array(bk.n).fill(0), down = new Array(bk.n).fill(0), joint = new Array(bk.n).fill(0), read = new Array(bk.n).fill(0);
    for (const i of list) { const k = bk.of(at(i)); if (k < 0 || k >= bk.n) continue; if (C.dir[i] === 0) up[k]++; else if (C.dir[i] === 1) down[k]++; else joint[k]++; }
    const fine = bk.name === 'day' || bk.name === 'week', strip = C.coverage.length && !fine; // articles read are known by month
    if (strip) for (const c of C.coverage) { const d = dayOf(c.month + '-01'); if (d === null) continue; const k = bk.of(d); if (k >= 0 && k < bk.n) read[k] += c.articles; }
    const half = 64, gap = 30, most = Math.max(1, ...up, ...down), deep = Math.max(1, ...read), height = half * 2 + 20 + (strip ? gap + 30 : 0), each = w / bk.n, bar = Math.min(24, Math.max(1, each - (each > 4 ? 1 : 0)));
    const svg = s('svg', { viewBox: '0 0 ' + w + ' ' + height, role: 'img', 'aria-label': 'Events per ' + bk.name + ' by direction; the largest count is ' + most + '.' });
    const rect = (k, y, t, fill, o) => svg.append(s('rect', { x: (k * each).toFixed(2), y: y.toFixed(2), width: bar.toFixed(2), height: t.toFixed(2), fill, opacity: o || 1 }));
    for (let k = 0; k < bk.n; k++) {
      if (up[k]) rect(k, half - (up[k] / most) * half, (up[k] / most) * half, 'var(--a)');
      if (down[k]) rect(k, half + 1, (down[k] / most) * half, 'var(--b)');
      if (read[k]) rect(k, height - 18 - (read[k] / deep) * 28, (read[k] / deep) * 28, 'var(--third)', 0.55);
    }
    svg.append(s('line', { x1: 0, x2: w, y1: half + 0.5, y2: half + 0.5, stroke: 'var(--soft)', 'stroke-width': 1 }), s('text', { x: w, y: 9, 'text-anchor': 'end' }, num(most)));
    if (strip) { svg.append(s('text', { x: 0, y: height - 50 }, 'Articles read, up to ' + num(deep) + ' a ' + bk.name)); }
    yearTicks(svg, bk, w, height - 4);
    const third = joint.reduce((x, y) => x + y, 0);
    return figure('Events per ' + bk.name, [h('span', { className: 'dir a' }, '▲ ', bdi(C.a.name)), ' speaks above, ', h('span', { className: 'dir b' }, '▼ ', bdi(C.b.name)), ' below' + (third ? '; ' + plural(third, 'joint or third-party event') + ' left out' : '') + '. Where nothing was read, silence tells nothing.'].flat(), svg, true);
  }

  // pairs draws a row for each partner on one common axis of time: small multiples of the chart above.
  function pairs(list, at) {
    if (C.kind === 'relation') return null;
    const f = facets.find((x) => x.key === 'partner'), w = 560, bk = buckets(w / 5), rows = new Map();
    let most = 1;
    for (const i of list) {
      const k = bk.of(at(i));
      if (k < 0 || k >= bk.n) continue;
      for (const p of C.partner[i]) {
        if (!rows.has(p)) rows.set(p, { up: [], down: [], n: 0, tones: [0, 0, 0] });
        const r = rows.get(p), side = C.dir[i] === 1 ? r.down : r.up;
        r.n++; r.tones[C.tone[i]]++;
        side[k] = (side[k] || 0) + 1;
        most = Math.max(most, side[k]);
      }
    }
    const top = [...rows].sort((x, y) => y[1].n - x[1].n || x[0] - y[0]).slice(0, f.all ? 60 : 12), each = w / bk.n;
    const strip = (r) => {
      const d = (side, sign) => side.map((n, k) => { const t = Math.max(1, 15 * Math.sqrt(n / most)); return 'M' + (k * each).toFixed(1) + ',16v' + (-sign * t).toFixed(1) + 'h' + Math.max(1, each - 0.6).toFixed(1) + 'v' + (sign * t).toFixed(1) + 'z'; }).join('');
      return s('svg', { viewBox: '0 0 ' + w + ' 32', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, s('path', { d: d(r.up, 1), fill: 'var(--a)' }), s('path', { d: d(r.down, -1), fill: 'var(--b)' }), s('path', { d: 'M0,16h' + w, stroke: 'var(--line)', 'vector-effect': 'non-scaling-stroke' }));
    };
    return figure('Pairs', [h('span', { className: 'dir a' }, '▲ ', bdi(C.a.name)), ' speaks above, the partner ', h('span', { className: 'dir b' }, '▼'), ' below; one scale for all rows, ' + bk.label(0) + ' to ' + bk.label(bk.n - 1) + ', heights by square root'], h('table', { className: 'pairs' },
      h('thead', {}, h('tr', {}, ['With', 'Events', 'Per ' + bk.name, '+', '−'].map((t) => h('th', { scope: 'col' }, t === '+' ? h('span', { className: 'tone cooperative' }, h('span', { className: 'sr' }, 'cooperative')) : t === '−' ? h('span', { className: 'tone conflictual' }, h('span', { className: 'sr' }, 'conflictual')) : t)))),
      h('tbody', {}, top.map(([p, r]) => h('tr', {}, h('th', { scope: 'row' }, h('button', { type: 'button', title: 'Show only this partner', on: { click: () => { f.picked = new Set([p]); changed(); $('chips').querySelector('button').focus(); } } }, bdi(C.partners[p].name))), h('td', { className: 'n' }, num(r.n)), h('td', { className: 'strip' }, strip(r)), h('td', { className: 'n' }, Math.round((100 * r.tones[0]) / r.n) + ' %'), h('td', { className: 'n' }, Math.round((100 * r.tones[2]) / r.n) + ' %'))))), true);
  }

  function toneYears(list, at) {
    const w = panelWidth(), bk = buckets(w / 14), rows = [];
    for (const i of list) { const k = bk.of(at(i)); if (k < 0 || k >= bk.n) continue; (rows[k] = rows[k] || [0, 0, 0])[C.tone[i]]++; }
    const each = w / bk.n, tall = 110, svg = s('svg', { viewBox: '0 0 ' + w + ' ' + (tall + 20), role: 'img', 'aria-label': 'Share of cooperative, neutral and conflictual events per ' + bk.name });
    for (let k = 0; k < bk.n; k++) {
      if (!rows[k]) continue;
      const sum = rows[k][0] + rows[k][1] + rows[k][2];
      let y = 0;
      [0, 1, 2].forEach((t) => { const part = (rows[k][t] / sum) * tall; if (part) svg.append(s('rect', { x: (k * each).toFixed(2), y: y.toFixed(2), width: Math.min(24, Math.max(1, each - 1.5)).toFixed(2), height: Math.max(0.5, part - 1).toFixed(2), fill: ['var(--coop)', 'var(--neutral)', 'var(--confl)'][t], opacity: t === 1 ? 0.35 : 0.9 })); y += part; });
    }
    yearTicks(svg, bk, w, tall + 16);
    const note = [h('span', { className: 'tone cooperative' }, 'cooperative'), ' on top, ', h('span', { className: 'tone neutral' }, 'neutral'), ', ', h('span', { className: 'tone conflictual' }, 'conflictual'), ' at the foot; shares per ' + bk.name];
    return figure('Tone over time', note, svg);
  }

  function rank(key, title, note, classOf) {
    const f = facets.find((x) => x.key === key), n = new Map();
    for (const i of selected) for (const v of f.of(i)) n.set(v, (n.get(v) || 0) + 1);
    const top = [...n].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, TOP);
    if (!top.length) return null;
    return figure(title, note(n.size), h('ol', { className: 'ranks' }, top.map(([v, k]) => {
      const bar = h('i', { className: classOf(v) });
      bar.style.width = (100 * k) / top[0][1] + '%';
      return h('li', {}, h('button', { type: 'button', title: 'Show only these', on: { click: () => { f.picked = new Set([v]); changed(); $('chips').querySelector('button').focus(); } } }, bdi(f.values[v])), bar, h('span', { className: 'n' }, num(k)));
    })));
  }
  const speakersRank = () => rank('speaker', 'Who speaks most', (n) => plural(n, 'speaker') + ' in this selection', (v) => { const st = v < C.people.length ? C.people[v].state : ''; return st && (C.kind === 'actor' ? C.people[v].name === C.a.name : st === C.a.code) ? 'a' : C.kind !== 'relation' || st === C.b.code ? 'b' : ''; });
  const channelRank = () => rank('channel', 'How it was said', (n) => plural(n, 'channel') + ' in this selection', () => '');

  function dayMap(list, at) {
    const w = panelWidth(true), count = new Map();
    let most = 1;
    for (const i of list) { if (C.from[i] === C.undated || C.to[i] - C.from[i] > 3) continue; const d = at(i), n = (count.get(d) || 0) + 1; count.set(d, n); most = Math.max(most, n); }
    if (!count.size) return null;
    const [t0, t1] = view(), y0 = parts(t0)[0], y1 = parts(t1 - 1)[0], tall = Math.max(5, Math.min(14, Math.floor(420 / (y1 - y0 + 1)))), left = 34, unit = (w - left) / 366;
    const svg = s('svg', { viewBox: '0 0 ' + w + ' ' + ((y1 - y0 + 1) * tall + 18), role: 'img', 'aria-label': 'Days with events, a row a year; the fullest day holds ' + most + '.' });
    MONTHS.forEach((m, k) => svg.append(s('text', { x: (left + ((Date.UTC(2020, k, 1) - Date.UTC(2020, 0, 1)) / DAY) * unit).toFixed(1), y: 10 }, w < 500 ? m[0] : m.slice(0, 3))));
    const every = Math.ceil(13 / tall);
    for (let y = y0; y <= y1; y++) {
      const top = 16 + (y - y0) * tall;
      svg.append(s('rect', { x: left, y: top, width: w - left, height: tall - 1, fill: 'var(--faint)' }));
      if ((y - y0) % every === 0) svg.append(s('text', { x: 0, y: top + Math.min(tall, 11) - 1 }, String(y)));
    }
    const fill = ['', '', '', ''];
    for (const [d, n] of count) {
      const [y, m, k] = parts(d), x = left + ((Date.UTC(2020, m, k) - Date.UTC(2020, 0, 1)) / DAY) * unit;
      fill[Math.min(3, Math.floor((Math.log(n) / Math.log(most + 1)) * 4))] += 'M' + x.toFixed(1) + ',' + (16 + (y - y0) * tall) + 'h' + Math.max(1.6, unit).toFixed(1) + 'v' + (tall - 1) + 'h-' + Math.max(1.6, unit).toFixed(1) + 'z';
    }
    fill.forEach((d, k) => { if (d) svg.append(s('path', { d, fill: 'var(--ink)', opacity: [0.38, 0.58, 0.78, 1][k] })); });
    return figure('Days of the year', 'A row a year, a stroke a day, darker for more events (at most ' + num(most) + '). What lines up from year to year is an anniversary.', svg, true);
  }

  function silences(list, at) {
    const days = [...new Set(list.map(at))].sort((x, y) => x - y), gaps = [];
    for (let k = 1; k < days.length; k++) if (days[k] - days[k - 1] > 1) gaps.push([days[k] - days[k - 1] - 1, days[k - 1], days[k]]);
    gaps.sort((x, y) => y[0] - x[0] || x[1] - y[1]);
    if (!gaps.length) return null;
    const read = (a, b) => C.coverage.reduce((t, c) => { const d = dayOf(c.month + '-15'); return t + (d !== null && d > a && d < b ? c.articles : 0); }, 0);
    return figure('Longest silences', 'Days without an event in this selection, beside the articles read then', h('table', { className: 'gaps' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Days'), h('th', { scope: 'col' }, 'Between'), h('th', { scope: 'col' }, C.coverage.length ? 'Articles read' : ''))),
      h('tbody', {}, gaps.slice(0, 7).map(([n, a, b]) => h('tr', {}, h('td', { className: 'n' }, num(n)), h('td', {}, longDay(a) + ' – ' + longDay(b)), h('td', {}, C.coverage.length ? num(read(a, b)) : ''))))));
  }

  // ---- the list

  function heading(e) {
    const i = e.i, cls = ['a', 'b', '', ''][C.dir[i]], many = (list) => list.flatMap((p, k) => [k ? (k === list.length - 1 ? ' and ' : ', ') : '', bdi(p.name)]).filter(Boolean);
    const out = [h('span', { className: 'dir ' + cls }, e.speakers.length ? many(e.speakers) : 'Unknown speaker')];
    if (e.addressees.length) out.push(h('span', { className: 'to' }, ' to ', many(e.addressees)));
    else if (e.about.length && C.link[i]) out.push(h('span', { className: 'to' }, ' about ', e.about.map(stateName).join(', ')));
    return out;
  }
  const stateName = (c) => ([C.a, C.b, ...C.partners].find((x) => x.code === c) || { name: c }).name;

  function row(i, whole) {
    const e = events[i], id = 'detail-' + i, open = whole || state.open === i;
    const offices = [...new Set(e.speakers.filter((p) => p.office).map((p) => p.office))];
    const line = [offices.join('; '), channelName(i), C.medium[i].length ? 'via ' + C.medium[i].map((m) => C.media[m]).join(', ') : '',
      C.occasion[i] >= 0 ? 'for ' + C.occasions[C.occasion[i]] + (/^\d{4}(-\d\d){0,2}$/.test(e.occasionDate) && e.occasionDate !== e.edtf ? ' (' + anyDate(e.occasionDate) + ')' : '') : '', e.place].filter(Boolean);
    const facts = line.flatMap((t, k) => [k ? ' · ' : '', bdi(t)]).filter(Boolean);
    const reports = e.statements.flat(), outlets = [...new Set(reports.map((w) => sources[w.source].outlet || 'unknown outlet'))];
    const button = h('button', { type: 'button', id: 'open-' + i, 'aria-expanded': String(open), 'aria-controls': id, on: { click: () => (state.open === i ? closeEvent(true) : openEvent(i)) } }, open ? 'Close' : 'Sources and wordings');
    const when = longSpan(C.from[i], C.to[i]);
    button.setAttribute('aria-label', (open ? 'Close' : 'Sources and wordings') + ': ' + when + ', ' + peopleNames(i));
    const li = h('li', { className: 'ev' + (open ? ' open' : ''), id: 'ev-' + i },
      h('div', { className: 'when' }, C.from[i] === C.undated ? h('span', {}, when) : h('time', { dateTime: C.from[i] === C.to[i] ? iso(C.from[i]) : '' }, when), h('small', {}, BASES[C.basis[i]])),
      h('div', { className: 'what' },
        h('h4', {}, heading(e)),
        h('p', { className: 'facts' }, facts, facts.length ? ' · ' : '', h('span', { className: 'tone ' + TONES[C.tone[i]] }, TONES[C.tone[i]]), C.status[i] ? [' · ', h('span', { className: 'confirmed' }, 'confirmed')] : ''),
        e.statements.map((st) => quote(st[0])),
        h('p', { className: 'credit' }, h('span', {}, outlets.slice(0, 3).flatMap((o, k) => [k ? ', ' : '', bdi(o)]).filter(Boolean), outlets.length > 3 ? ' and ' + plural(outlets.length - 3, 'other') : ''), button),
        open ? detail(e, id) : h('div', { id, hidden: true })));
    return li;
  }

  function quote(w) {
    const x = sources[w.source];
    return h('blockquote', { className: FORMS[w.form] === 'reported' ? 'reported' : '', lang: langTag(x.lang), dir: 'auto' }, h('p', { dir: 'auto' }, hits(words(w))));
  }

  // hits marks what the search looked for; folding may change lengths, so only texts that keep theirs are marked.
  function hits(text) {
    const find = needles();
    const low = find.length ? fold(text) : '';
    if (!find.length || low.length !== text.length) return [text];
    const spans = [];
    for (const t of find) for (let at = low.indexOf(t); at >= 0; at = low.indexOf(t, at + t.length)) spans.push([at, at + t.length]);
    spans.sort((x, y) => x[0] - y[0]);
    const out = [];
    let at = 0;
    for (const [a, b] of spans) { if (a < at) continue; out.push(text.slice(at, a), h('mark', { className: 'hit' }, text.slice(a, b))); at = b; }
    out.push(text.slice(at));
    return out.filter((t) => t !== '');
  }

  function detail(e, id) {
    const many = e.statements.length > 1;
    const body = h('div', { className: 'detail', id });
    e.statements.forEach((st, k) => {
      if (many || st.length > 1) body.append(h('h5', {}, (many ? 'Statement ' + (k + 1) + (st.length > 1 ? ': ' : '') : '') + (st.length > 1 ? plural(st.length, 'wording') + ', differences from the first underlined' : '')));
      st.forEach((w, n) => body.append(report(e, w, n ? st[0] : null)));
    });
    const who = e.addressees.filter((p) => p.office || p.basis).map((p) => p.name + (p.office ? ', ' + p.office : '') + (p.basis === 'implied' ? ' (implied)' : ''));
    if (who.length) body.append(h('h5', {}, 'Addressed to'), h('p', { className: 'marks' }, bdi(who.join('; '))));
    if (e.context.length) body.append(h('h5', {}, 'Background'), ...e.context.map((c) => h('p', { className: 'around', dir: 'auto', lang: langTag(sources[c.source].lang) }, c.text)));
    body.append(h('div', { className: 'copies' }, copy('Copy link to this event', () => location.href.replace(/#.*$/, '') + '#event=' + encodeURIComponent(C.id[e.i]))),
      h('p', { className: 'marks' }, 'Date as EDTF: ', h('code', {}, e.edtf || 'unknown'), ' · event ', h('code', {}, C.id[e.i])));
    return body;
  }

  function report(e, w, against) {
    const x = sources[w.source], href = webAddress(x.url), title = x.title || x.url || 'Untitled';
    const around = h('p', { className: 'around', lang: langTag(x.lang), dir: 'auto' });
    const base = against && similar(words(against), words(w)) ? tokens(words(against)) : null;
    w.pieces.forEach((t, k) => { if (t) around.append(k % 2 ? h('mark', {}, base ? differing(base, t) : t) : t); });
    const meta = [x.published ? 'published ' + anyDate(x.published) + (x.how ? ' (' + x.how + ')' : '') : '', x.retrieved ? 'fetched ' + anyDate(x.retrieved.slice(0, 10)) : '', FORMS[w.form] + ' speech', w.medium ? 'via ' + w.medium : '', w.said ? 'said ' + w.said : '', w.by ? 'found by ' + w.by + (w.p ? ', ' + Math.round(w.p * 100) + ' %' : '') : ''].filter(Boolean);
    return h('div', { className: 'report' }, around,
      h('p', { className: 'from' }, h('b', {}, bdi(x.outlet || 'Unknown outlet')), ', ', href ? h('a', { href, rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' }, bdi(title)) : bdi(title), !href && x.url && x.title ? [' ', h('code', {}, bdi(x.url))] : '', x.byline ? [', ', bdi(x.byline)] : ''),
      h('p', { className: 'marks' }, meta.join(' · '), x.sha ? [h('br'), 'SHA-256 ', h('code', { className: 'hash' }, x.sha)] : ''), decidedBy(w),
      h('div', { className: 'copies' }, copy(FORMS[w.form] === 'reported' ? 'Copy paraphrase' : 'Copy quote', () => cited(e, x, w)),
        copy('Chicago', () => chicago(x)), copy('BibTeX', () => bibtex(e, x, w))));
  }

  // cited is a wording with who said it and where it stands. A paraphrase is the outlet's words: it goes without marks.
  function cited(e, x, w) {
    const who = e.speakers.map((p) => p.name + (p.office ? ', ' + p.office : '')).join('; ') || 'unknown speaker';
    const when = longSpan(C.from[e.i], C.to[e.i]), outlet = x.outlet || x.url;
    if (FORMS[w.form] === 'reported') return who + ': ' + words(w) + ' (paraphrase by ' + outlet + '), ' + when;
    return '“' + words(w).replace(/^[“"«]|[”"»,]+$/g, '') + '” — ' + who + ', ' + when + ' (' + outlet + ')';
  }

  // decidedBy lists what decided each field of a wording, how surely, and the words that told it.
  function decidedBy(w) {
    const rows = [];
    for (let k = 0; k + 3 < w.decided.length; k += 4) {
      const [field, by, p, told] = w.decided.slice(k, k + 4);
      rows.push(h('dt', {}, field), h('dd', {}, (by ? by.replace(/-/g, ' ') : 'left open') + (p ? ', ' + Math.round(p * 100) + ' %' : ''), told ? [' · ', bdi('“' + short(told, 80) + '”')] : ''));
    }
    return rows.length ? h('details', { className: 'decided' }, h('summary', {}, 'How each field was decided'), h('dl', {}, ...rows)) : '';
  }

  function chicago(x) {
    const [m, d] = [/^(\d{4})-(\d\d)-(\d\d)$/.exec(x.published), /^(\d{4})-(\d\d)-(\d\d)/.exec(x.retrieved)];
    const us = (p) => MONTHS[p[2] - 1] + ' ' + Number(p[3]) + ', ' + p[1];
    return (x.byline ? x.byline.replace(/^by\s+/i, '').replace(/\.$/, '') + '. ' : '') + '“' + x.title.replace(/\.$/, '') + '.” ' + (x.outlet ? x.outlet + ', ' : '') + (m ? us(m) : anyDate(x.published) || 'n.d.') + '.' + (d ? ' Accessed ' + us(d) + '.' : '') + (x.url ? ' ' + x.url + '.' : '');
  }
  function bibtex(e, x, w) {
    const SPECIAL = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
    const t = (v) => v.replace(/[\\{}%&#_$~^]/g, (c) => SPECIAL[c] || '\\' + c).replace(/[\r\n]+/g, ' ');
    const key = (fold(x.outlet || 'source').replace(/[^a-z0-9]+/g, '') || 'source') + (x.published || 'nd').slice(0, 10).replace(/[^0-9]/g, '') + '-' + C.id[e.i].replace(/[^A-Za-z0-9]/g, '').slice(0, 8);
    const fields = [['author', x.byline ? '{' + t(x.byline.replace(/^by\s+/i, '')) + '}' : ''], ['title', '{' + t(x.title) + '}'], ['organization', t(x.outlet)], ['date', x.published], ['url', x.url.replace(/[{}\\\s]/g, (c) => encodeURIComponent(c))], ['urldate', x.retrieved.slice(0, 10)], ['langid', x.lang], ['note', (FORMS[w.form] === 'reported' ? 'Paraphrased: ' : 'Quoted: ') + t(words(w))]];
    return '@online{' + key + ',\n' + fields.filter(([, v]) => v).map(([k, v]) => '  ' + k + ' = {' + v + '}').join(',\n') + '\n}\n';
  }

  function copy(label, text) {
    return h('button', { type: 'button', on: { click: async (ev) => {
      const value = text(), button = ev.currentTarget;
      let done = true;
      try { await navigator.clipboard.writeText(value); } catch {
        const area = h('textarea', { value, className: 'sr', 'aria-label': 'Text to copy' });
        document.body.append(area); area.select(); done = document.execCommand('copy'); area.remove(); button.focus();
      }
      button.textContent = done ? 'Copied' : 'Not copied';
      say(done ? label + ': copied' : 'Could not copy');
      setTimeout(() => { button.textContent = label; }, 1600);
    } } }, label);
  }

  const tokens = (t) => t.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’]+|\s+|[^\s]/gu) || [];
  const solid = (t) => tokens(t).filter((x) => /[\p{L}\p{N}]/u.test(x)).map(fold);
  function similar(a, b) {
    const x = new Set(solid(a)), y = solid(b);
    return y.length > 0 && y.filter((t) => x.has(t)).length / Math.max(x.size, y.length) >= 0.3;
  }
  // differing marks the words of t that the first wording does not have at their place, and what it has there instead.
  function differing(base, t) {
    const own = tokens(t).slice(0, 400), b = base.slice(0, 400), n = b.length, m = own.length, best = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
    for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) best[i][j] = fold(b[i]) === fold(own[j]) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    const out = [];
    const add = (kind, text) => { const l = out[out.length - 1]; if (l && l[0] === kind) l[1] += text; else out.push([kind, text]); };
    let i = 0, j = 0;
    while (j < m) {
      if (i < n && fold(b[i]) === fold(own[j])) { add('', own[j]); i++; j++; }
      else if (i < n && best[i + 1][j] >= best[i][j + 1]) i++;
      else { add(/[\p{L}\p{N}]/u.test(own[j]) ? 'ins' : '', own[j]); j++; }
    }
    return [...out.map(([kind, text]) => (kind ? h(kind, {}, text) : text)), tokens(t).slice(400).join('')].filter((x) => x !== '');
  }

  async function drawList(mine) {
    const list = ordered(), from = state.page * PAGE, shown = list.slice(from, from + PAGE);
    await ensure(shown);
    if (mine !== undefined && mine !== turn) return;
    fill($('list'), shown);
    const pages = Math.ceil(list.length / PAGE), nav = $('pager');
    nav.hidden = pages < 2;
    const go = (label, name, p) => h('button', { type: 'button', 'aria-label': name, disabled: p < 0 || p >= pages || p === state.page, on: { click: () => { state.page = p; state.open = -1; refresh({ remember: 'push' }).then(() => { $('events-title').focus({ preventScroll: true }); $('events').scrollIntoView(); }); } } }, label);
    nav.replaceChildren(go('⇤', 'First page', 0), go('← Before', 'Page before', state.page - 1), h('p', {}, num(from + 1) + '–' + num(from + shown.length) + ' of ' + num(list.length)), go('Next →', 'Next page', state.page + 1), go('⇥', 'Last page', pages - 1), h('a', { href: '#search', on: { click: (ev) => { ev.preventDefault(); $('search').focus(); } } }, 'Search and filters'));
    $('order').textContent = state.newest ? 'Newest first' : 'Oldest first';
    $('order').setAttribute('aria-label', 'Order: ' + $('order').textContent + '. Change');
  }

  function fill(root, shown, whole) {
    if (!shown.length) { root.replaceChildren(h('p', { className: 'empty' }, N ? 'No event fits all of these filters.' : 'The store holds no event of this relation.')); return; }
    const out = document.createDocumentFragment();
    let year = null, ol = null;
    for (const i of shown) {
      const d = C.from[i] === C.undated ? C.to[i] : C.from[i], y = d === C.undated ? 'Day unknown' : String(parts(d)[0]);
      if (y !== year) { year = y; ol = h('ol', { className: 'rows' }); out.append(h('h3', { className: 'year' }, y), ol); }
      ol.append(row(i, whole));
    }
    root.replaceChildren(out);
  }

  function redraw(i) {
    const old = $('ev-' + i);
    if (old) old.replaceWith(row(i));
  }
  async function openEvent(i, scroll) {
    const before = state.open;
    state.open = i;
    const at = ordered().indexOf(i);
    if (at < 0) return;
    if (Math.floor(at / PAGE) !== state.page) { state.page = Math.floor(at / PAGE); await drawList(); } else { if (before >= 0) redraw(before); redraw(i); }
    drawChart(true);
    remember('push');
    const button = $('open-' + i);
    if (scroll) $('ev-' + i).scrollIntoView({ behavior: still.matches ? 'auto' : 'smooth', block: 'start' });
    button.focus({ preventScroll: Boolean(scroll) });
  }
  function closeEvent(focus) {
    const i = state.open;
    if (i < 0) return;
    state.open = -1;
    redraw(i);
    drawChart(true);
    remember('push');
    if (focus && $('open-' + i)) $('open-' + i).focus();
  }

  // ---- print: everything selected, opened, and the chart as SVG

  let restore = null;
  function beforePrint() {
    if (restore) return;
    restore = () => { $('print-chart').replaceChildren(); drawList(); };
    if (!allLoaded) { // the texts are not all open yet: print the plain list, which holds every event
      const rows = $('plain').textContent.split('\n').slice(1), box = document.createElement('template');
      box.innerHTML = '<ol class="plain">' + ordered().map((i) => rows[i]).join('') + '</ol>';
      $('list').replaceChildren(box.content);
    } else fill($('list'), ordered(), true);
    printChart();
  }
  function afterPrint() { if (restore) { const f = restore; restore = null; f(); } }

  // printChart draws the timeline again as SVG, in the colours of paper.
  function printChart() {
    if (!chart) return;
    const screen = chart, size = [marksShown, dense];
    document.documentElement.classList.add('printing');
    readInk();
    chart = window.echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 420 });
    const o = option();
    o.dataZoom = o.dataZoom.map((z) => ({ ...z, show: false }));
    chart.setOption(o);
    // The policy allows no style in markup: what the library wrote there is set by script instead.
    const markup = chart.renderToSVGString().replace(/<style[\s\S]*?<\/style>/g, '').replace(/ style="/g, ' data-css="');
    const svg = document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true);
    for (const el of svg.querySelectorAll('[data-css]')) { el.style.cssText = el.dataset.css; delete el.dataset.css; }
    svg.setAttribute('aria-label', 'Timeline of the selected events');
    $('print-chart').replaceChildren(svg);
    chart.dispose();
    chart = screen;
    [marksShown, dense] = size;
    document.documentElement.classList.remove('printing');
    readInk();
  }

  // ---- start

  function showPanel(open) {
    $('panel').hidden = !open;
    $('filters').setAttribute('aria-expanded', String(open));
    if (open) drawPanel();
  }

  let cameFrom = null;
  function listen() {
    let wait = 0;
    $('search').addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(() => { state.q = $('search').value.trim(); state.page = 0; state.open = -1; refresh({ remember: 'merge' }); }, 90); });
    // Enter goes on to the first event found, and Escape comes back from there.
    const toEvents = (from) => { cameFrom = from; const b = $('list').querySelector('button'); if (b) b.focus(); };
    // The key's release counts: its press would go on to press the button that gets the focus.
    let pressed = null;
    const onEnter = (el, fits, act) => {
      el.addEventListener('keydown', (ev) => { pressed = ev.key === 'Enter' && !ev.isComposing && fits(ev) ? ev.target : null; if (pressed) ev.preventDefault(); });
      el.addEventListener('keyup', (ev) => { if (ev.key === 'Enter' && pressed === ev.target) { pressed = null; act(); } });
    };
    onEnter($('search'), () => true, async () => {
      clearTimeout(wait);
      if (state.q !== $('search').value.trim()) { state.q = $('search').value.trim(); state.page = 0; state.open = -1; await refresh({ remember: 'merge' }); }
      toEvents($('search'));
    });
    onEnter($('panel'), (ev) => ev.target.type === 'checkbox', () => { showPanel(false); toEvents($('filters')); });
    for (const k of ['from', 'to']) $(k).addEventListener('change', () => setRange($('from').value ? dayOf($('from').value) : null, $('to').value ? dayOf($('to').value) : null, 'push'));
    $('filters').addEventListener('click', () => showPanel($('panel').hidden));
    $('order').addEventListener('click', () => { state.newest = !state.newest; changed(); });
    $('print').addEventListener('click', async () => { await loadAll(); window.print(); });
    $('skip').addEventListener('click', (ev) => { ev.preventDefault(); $('search').focus(); });
    document.querySelectorAll('.contents a').forEach((a) => a.addEventListener('click', (ev) => { ev.preventDefault(); const to = $(a.getAttribute('href').slice(1)); to.scrollIntoView(); const t = to.querySelector('h2'); t.tabIndex = -1; t.focus({ preventScroll: true }); }));
    document.addEventListener('keydown', (ev) => {
      if (ev.key !== 'Escape') return;
      hideTip();
      if (document.activeElement.closest('#panel')) { showPanel(false); $('filters').focus(); } else if (state.open >= 0 && document.activeElement.closest('.ev')) closeEvent(true);
      else if (document.activeElement.closest('.ev')) (cameFrom || $('search')).focus();
    });
    addEventListener('popstate', () => { recall(); refresh({ follow: true }); });
    addEventListener('beforeprint', beforePrint);
    addEventListener('afterprint', afterPrint);
    let size = 0;
    addEventListener('resize', () => { cancelAnimationFrame(size); size = requestAnimationFrame(() => { if (chart) { chart.resize(); drawChart(); } drawGlance(); }); });
    for (const q of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(q).addEventListener('change', () => { readInk(); drawChart(); });
  }

  async function startChart() {
    const code = await (await unpack('library')).text();
    const el = document.createElement('script');
    el.textContent = code; // runs because the policy names its hash
    document.head.append(el);
    el.remove();
    chart = window.echarts.init($('chart'), null, { renderer: 'canvas' });
    fitHeight();
    drawChart();
    chart.on('datazoom', zoomed);
    chart.on('click', clicked);
    chart.on('mouseover', (p) => { if (indexOf(p) !== null) showTip(p); });
    chart.on('mouseout', hideTip);
    chart.on('globalout', hideTip);
  }

  async function start() {
    C = await (await unpack('index')).json();
    N = C.id.length;
    document.body.classList.add('live');
    facets = makeFacets();
    [first, last] = bounds();
    readInk();
    recall();
    zoomButtons();
    drawKey();
    listen();
    await refresh({ follow: true });
    await pause();
    await startChart();
    performance.mark('usable');
    document.body.classList.add('usable');
    if (state.open >= 0 && $('ev-' + state.open)) { $('ev-' + state.open).scrollIntoView(); $('open-' + state.open).focus({ preventScroll: true }); }
    await loadAll();
  }
  start();
})();
