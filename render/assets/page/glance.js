
// ---- glance: the selection in small charts, in the time in view

function drawGlance() {
  const [a, b] = view(), at = (i) => (C.from[i] === C.undated ? C.to[i] : C.from[i]);
  const list = selected.filter((i) => (C.from[i] !== C.undated || C.to[i] !== C.undated) && anchor(i) >= a && anchor(i) <= b);
  $('panels').replaceChildren(...[perMonth(list, at), pairs(list, at), toneYears(list, at), speakersRank(), dayMap(list, at), silences(list, at), channelRank()].filter(Boolean));
}
const panelWidth = (wide) => { const w = $('panels').clientWidth || 640; return Math.round(wide || w < 640 ? w : (w - 56) / 2); };
const figure = (title, note, body, wide) => h('figure', { className: wide ? 'wide' : '' }, h('figcaption', {}, title, note ? h('small', {}, note) : ''), body);

// buckets cuts the time in view into as fine stretches as the width has room for: days, weeks, months, quarters, years.
function buckets(most) {
  const [t0, end] = view(), t1 = end + 1;
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
    h('tbody', {}, top.map(([p, r]) => h('tr', {}, h('th', { scope: 'row' }, h('button', { type: 'button', title: 'Show only this partner', on: { click: () => { f.picked = new Set([p]); changed(); $('events-title').focus(); } } }, bdi(C.partners[p].name))), h('td', { className: 'n' }, num(r.n)), h('td', { className: 'strip' }, strip(r)), h('td', { className: 'n' }, Math.round((100 * r.tones[0]) / r.n) + ' %'), h('td', { className: 'n' }, Math.round((100 * r.tones[2]) / r.n) + ' %'))))), true);
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
    return h('li', {}, h('button', { type: 'button', title: 'Show only these', on: { click: () => { f.picked = new Set([v]); changed(); $('events-title').focus(); } } }, bdi(f.values[v])), bar, h('span', { className: 'n' }, num(k)));
  })));
}
const speakersRank = () => rank('speaker', 'Who speaks most', (n) => plural(n, 'speaker') + ' in this selection', (v) => { const st = v < C.people.length ? C.people[v].state : ''; return st && (C.kind === 'actor' ? C.people[v].name === C.a.name : st === C.a.code) ? 'a' : C.kind !== 'relation' || st === C.b.code ? 'b' : ''; });
const channelRank = () => rank('channel', 'How it was said', (n) => plural(n, 'channel') + ' in this selection', () => '');

function dayMap(list, at) {
  const w = panelWidth(true), count = new Map();
  let most = 1;
  for (const i of list) { if (C.from[i] === C.undated || C.to[i] - C.from[i] > 3) continue; const d = at(i), n = (count.get(d) || 0) + 1; count.set(d, n); most = Math.max(most, n); }
  if (!count.size) return null;
  const [t0, end] = view(), t1 = end + 1, y0 = parts(t0)[0], y1 = parts(t1 - 1)[0], tall = Math.max(5, Math.min(14, Math.floor(420 / (y1 - y0 + 1)))), left = 34, unit = (w - left) / 366;
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
  const unread = (a, b) => C.folds.reduce((n, [f, t]) => n + (f > a && t < b ? t - f + 1 : 0), 0); // days of years without any source
  const days = [...new Set(list.map(at))].sort((x, y) => x - y), gaps = [];
  for (let k = 1; k < days.length; k++) if (days[k] - days[k - 1] > 1) gaps.push([days[k] - days[k - 1] - 1 - unread(days[k - 1], days[k]), days[k - 1], days[k]]);
  const read = (a, b) => C.coverage.reduce((t, c) => { const d = dayOf(c.month + '-15'); return t + (d !== null && d > a && d < b ? c.articles : 0); }, 0);
  const told = gaps.filter(([, a, b]) => !C.coverage.length || read(a, b)).sort((x, y) => y[0] - x[0] || x[1] - y[1]);
  if (!told.length) return null;
  return figure('Longest silences', 'Days without an event in this selection, beside the articles read then; times in which nothing was read are left out', h('table', { className: 'gaps' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Days'), h('th', { scope: 'col' }, 'Between'), h('th', { scope: 'col' }, C.coverage.length ? 'Articles read' : ''))),
    h('tbody', {}, told.slice(0, 7).map(([n, a, b]) => h('tr', {}, h('td', { className: 'n' }, num(n)), h('td', {}, longDay(a) + ' – ' + longDay(b) + (unread(a, b) ? ', years without sources left out' : '')), h('td', {}, C.coverage.length ? num(read(a, b)) : ''))))));
}
