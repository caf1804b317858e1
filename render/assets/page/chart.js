
// ---- chart: what Go built, completed with data by index, colours of the theme, and the functions that draw

let chart, ink = {}, laid = { marks: [], bars: [] };

function readInk() {
  const probe = h('span', {});
  document.body.append(probe);
  for (const k of ['paper', 'panel', 'ink', 'soft', 'line', 'faint', 'a', 'b', 'third', 'focus']) {
    probe.style.color = 'var(--' + k + ')';
    ink[k] = getComputedStyle(probe).color;
  }
  probe.remove();
  ink.sans = getComputedStyle(document.body).fontFamily.replace(/"/g, "'"); // the SVG of the chart library does not escape double quotes
}
// colourOf is that of who speaks: the sides have theirs, both together and others a third.
const colourOf = (i) => [ink.a, ink.b, ink.third, ink.third][C.dir[i]];
// hollow marks are those of third parties, and of one side where the system allows but one colour.
const hollow = (i) => C.dir[i] === 3 || (forced.matches && C.dir[i] === 1);

// markItem draws an event. Words about the other are fainter where most are addressed; where they are nearly all, they are the matter.
function markItem(size) {
  const faint = C.link.filter((x) => x).length < N / 2;
  return (m) => {
    const i = m[2], color = colourOf(i), open = i === state.open, light = hollow(i);
    return {
      value: m, symbol: 'circle', symbolSize: open ? size + 3 : size - 2,
      itemStyle: { color: light ? ink.paper : color, borderColor: C.status[i] || open ? ink.ink : color, borderWidth: light ? 1.4 : C.status[i] || open ? 1.6 : 0, opacity: faint && C.link[i] ? 0.55 : 1 },
    };
  };
}

// signShape draws the tone on a mark: + or −. Where marks are small, the − alone can be told.
function signShape(params, api) {
  const [x, y] = api.coord([api.value(0), api.value(2)]), i = api.value(4), arm = (laid.size - 2) * 0.28, half = Math.max(0.7, (laid.size - 2) * 0.075), light = hollow(i);
  const bar = (w, t) => ({ type: 'rect', shape: { x: x - w, y: y - t, width: 2 * w, height: 2 * t }, style: { fill: light ? colourOf(i) : ink.paper } });
  return { type: 'group', children: C.tone[i] ? [bar(arm, half)] : [bar(arm, half), bar(half, arm)] };
}
const signs = () => (laid.size < 9 ? [] : laid.marks.filter((m) => C.tone[m[2]] === 2 || (C.tone[m[2]] === 0 && laid.size >= 12)).map(([x, y, i]) => [x, x, y, y, i]));

const sideColour = (side) => (side > 0 ? ink.a : side < 0 ? ink.b : ink.third);
function countShape(params, api) {
  const a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(3)]), box = params.coordSys, side = api.value(4), named = api.value(6);
  const x0 = Math.max(a[0], box.x), x1 = Math.min(b[0], box.x + box.width);
  if (x1 <= x0) return null;
  const y = Math.min(a[1], b[1]), rect = { x: x0 + (x1 - x0 > 4 ? 0.5 : 0), y, width: Math.max(1, x1 - x0 - (x1 - x0 > 4 ? 1 : 0)), height: Math.max(1.5, Math.abs(b[1] - a[1])) }, light = forced.matches && side < 0;
  const children = [{ type: 'rect', shape: { ...rect, r: named ? 3 : 0 }, style: { fill: light ? ink.paper : sideColour(side), stroke: light ? ink.b : null, opacity: named ? 0.9 : 0.88 } }];
  if (named) children.push({ type: 'text', silent: true, x: (x0 + x1) / 2, y: side > 0 ? y + rect.height - 8 : side < 0 ? y + 8 : y + rect.height / 2, style: { text: num(numbers[api.value(5)].of.length), fill: light ? ink.ink : ink.paper, font: '600 ' + (x1 - x0 < 16 ? 9 : 11) + 'px ' + ink.sans, align: 'center', verticalAlign: 'middle' } });
  return { type: 'group', children };
}
function spanShape(params, api) {
  const p = api.coord([api.value(0), api.value(2)]), q = api.coord([api.value(1), api.value(2)]), box = params.coordSys, a = Math.max(p[0], box.x), b = Math.min(q[0], box.x + box.width);
  if (b <= a) return null;
  return { type: 'line', shape: { x1: a, y1: p[1], x2: b, y2: p[1] }, style: { stroke: colourOf(api.value(4)), lineWidth: 1.5, opacity: 0.4, lineDash: api.value(5) ? [2, 2] : null } };
}
// tickShape draws a line for a day, with its name below; and the axis between the sides, or that of each partner.
function tickShape(params, api) {
  const box = params.coordSys, foot = box.y + box.height, kind = api.value(4), y = api.coord([0, api.value(2)])[1];
  if (kind === 2) return { type: 'line', shape: { x1: box.x, y1: y, x2: box.x + box.width, y2: y }, style: { stroke: ink.soft, lineWidth: 1, opacity: api.value(5) } };
  const x = api.coord([api.value(0), 0])[0], t = tickList[api.value(5)];
  if (x < box.x - 1 || x > box.x + box.width + 1) return null;
  const children = [{ type: 'line', shape: { x1: x, y1: box.y, x2: x, y2: foot + 20 + (t.label ? 4 : 0) }, style: { stroke: ink.line, lineWidth: 1, opacity: t.major ? 1 : 0.6 } }];
  if (t.label) children.push({ type: 'text', x: x + 4, y: foot + 28, style: { text: t.label, fill: ink.soft, font: (t.major ? '600 ' : '') + '11px ' + ink.sans, align: 'left', verticalAlign: 'middle' } });
  return { type: 'group', children };
}
function nameShape(params, api) {
  const box = params.coordSys, y = api.coord([0, api.value(2)])[1];
  return { type: 'text', x: box.x + 2, y: y - 3, style: { text: laid.names[api.value(4)], fill: ink.ink, font: '600 11px ' + ink.sans, verticalAlign: 'bottom', stroke: ink.paper, lineWidth: 4 } };
}
// foldShape draws the years without sources as a torn strip, and says so where it is wide enough.
function foldShape(params, api) {
  const box = params.coordSys, a = Math.max(box.x, api.coord([api.value(0), 0])[0]), b = Math.min(box.x + box.width, api.coord([api.value(1), 0])[0]), [from, to] = C.folds[api.value(4)];
  if (b <= a) return null;
  const y0 = parts(from)[0], y1 = parts(to)[0], years = y0 === y1 ? String(y0) : y0 + '–' + y1, children = [{ type: 'rect', shape: { x: a, y: box.y, width: b - a, height: box.height }, style: { fill: ink.faint } }];
  for (const x of [a, b]) children.push({ type: 'line', shape: { x1: x, y1: box.y, x2: x, y2: box.y + box.height }, style: { stroke: ink.soft, lineWidth: 1, lineDash: [2, 3], opacity: 0.7 } });
  if (b - a >= 13) children.push({ type: 'text', x: (a + b) / 2, y: box.y + box.height / 2, rotation: Math.PI / 2, style: { text: 'no source ' + years, fill: ink.soft, font: '11px ' + ink.sans, align: 'center', verticalAlign: 'middle' } });
  return { type: 'group', children };
}
function occasionShape(params, api) {
  const box = params.coordSys, x = api.coord([api.value(0), 0])[0], mid = box.y + box.height + 10, label = api.value(5);
  if (x < box.x || x > box.x + box.width) return null;
  const children = [{ type: 'polygon', shape: { points: [[x, mid - 4], [x + 3.5, mid], [x, mid + 4], [x - 3.5, mid]] }, style: { fill: ink.soft } }];
  if (label) children.push({ type: 'text', x: label === 2 ? x - 7 : x + 7, y: mid, style: { text: C.feasts[api.value(4)], fill: ink.soft, font: '11px ' + ink.sans, align: label === 2 ? 'right' : 'left', verticalAlign: 'middle', stroke: ink.paper, lineWidth: 3 } });
  return { type: 'group', children };
}
function monthShape(params, api) {
  const a = api.coord([api.value(0), 0]), b = api.coord([api.value(1), api.value(3)]), side = api.value(4);
  return { type: 'rect', shape: { x: a[0], y: Math.min(a[1], b[1]), width: Math.max(1, b[0] - a[0] - 0.5), height: Math.max(1, Math.abs(b[1] - a[1])) }, style: { fill: side > 0 ? ink.a : ink.b, opacity: 0.8 } };
}

let tickList = [];
// series fills the data in: by index into the columns.
function series() {
  laid = place();
  tickList = ticks(chart.getWidth() - BESIDE);
  $('chart').dataset.form = laid.form;
  const note = [], lanes = laid.form === 'lanes' ? laid.names : [], axes = lanes.length ? lanes.map((_, k) => [0, 0, laid.rows - k - 0.5, 0, 2, 0.35]) : [[0, 0, 0, 0, 2, 0.8]];
  if (laid.form === 'bars') note.push('A bar counts the events of ' + plural(laid.step, 'day') + ', at most ' + num(laid.most) + '. Click it to see them.');
  if (laid.undated) note.push(plural(laid.undated, 'event') + ' of unknown day ' + (laid.undated === 1 ? 'is' : 'are') + ' in the list only.');
  $('undated').hidden = !note.length;
  $('undated').textContent = note.join(' ');
  $('lane').hidden = laid.form === 'lanes' || !C.side.includes(0) || (laid.form === 'bars' && chart.getWidth() < 600);
  $('chart').closest('figure').classList.toggle('lanes', laid.form === 'lanes');
  edges();
  return {
    ticks: tickList.map((t, k) => [t.x, t.x, 0, 0, 1, k]).concat(axes), folds: C.folds.map(([a], k) => [folded(a), folded(a) + C.foldWidth, 0, 0, k]),
    occasions: occasions(), spans: laid.spans, counts: laid.bars, names: lanes.map((_, k) => [0, 0, laid.rows - k - 0.5, 0, k]), months: months(), marks: laid.marks.map(markItem(laid.size)), signs: signs(),
  };
}
const SHAPES = { ticks: tickShape, folds: foldShape, occasions: occasionShape, spans: spanShape, counts: countShape, months: monthShape, names: nameShape, signs: signShape };

// option completes what Go built.
function option() {
  const o = JSON.parse(JSON.stringify(C.chart)), data = series(), [x0, x1] = places(), ends = { min: folded(first), max: folded(last + 1) };
  o.xAxis.forEach((x) => Object.assign(x, ends));
  Object.assign(o.yAxis[0], { min: -laid.rows, max: laid.rows });
  Object.assign(o.yAxis[1], { min: -1, max: 1 });
  Object.assign(o, { backgroundColor: 'transparent', textStyle: { fontFamily: ink.sans } });
  o.dataZoom.forEach((z) => Object.assign(z, { startValue: x0, endValue: x1 }));
  Object.assign(o.dataZoom[1], { borderColor: ink.line, fillerColor: ink.ink.replace('rgb(', 'rgba(').replace(')', ', 0.07)'), handleStyle: { color: ink.panel, borderColor: ink.soft }, emphasis: { handleStyle: { borderColor: ink.ink } } });
  o.series.forEach((x) => { x.data = data[x.name]; if (SHAPES[x.name]) x.renderItem = SHAPES[x.name]; });
  return o;
}
function drawChart(light) {
  if (!chart) return;
  if (!light) chart.setOption(option(), true);
  else { const data = series(); chart.setOption({ yAxis: [{ min: -laid.rows, max: laid.rows }, {}], series: Object.entries(data).map(([name, list]) => ({ name, data: list })) }); }
  point('here', here);
  point('hot', -1);
}

// point sets one of the two pointers of the chart on an event: where the list is, and what the mouse or the focus is on.
let here = -1;
function point(which, i) {
  const el = $(which);
  if (which === 'here') here = i;
  const at = i < 0 || !chart ? null : spots.get(i) || (anchor(i) === C.undated ? null : [folded(anchor(i)) + 0.5, null]);
  el.hidden = !at;
  if (!at) return;
  const [x0, x1] = places(), width = chart.getWidth() - BESIDE, x = BESIDE / 2 + ((at[0] - x0) / (x1 - x0)) * width, away = x < 0 || x > chart.getWidth();
  el.classList.toggle('away', away);
  el.style.transform = 'translateX(' + Math.round(Math.max(1, Math.min(x, chart.getWidth() - 1))) + 'px)';
  const ring = el.firstElementChild, high = chart.getHeight() - FOOT - TOPROOM;
  ring.hidden = at[1] === null || away || laid.form !== 'marks';
  if (at[1] !== null) ring.style.transform = 'translateY(' + Math.round(TOPROOM + (1 - (at[1] + laid.rows) / (2 * laid.rows)) * high) + 'px)';
}
