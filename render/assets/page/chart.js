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
