
// ---- layout: where each event stands on the chart, and what stands for those that do not fit

const FOOT = 66, TOPROOM = 4, BESIDE = 20; // pixels of the chart below, above and beside the marks; as in option.go
// Of a number: the first and last day, the side (1, -1, 0; 2 and -2 where the partners have lanes), the partners or null, the events.
let numbers = [], spots = new Map(); // what the numbers on the chart stand for; event to its place [x, y]

// place lays the selected events out. Each is a mark; as many days as a mark is wide share a column of marks. A column that is full
// becomes a number, which stands for all its events and opens exactly them. Where too many would be numbers, bars count them all.
function place() {
  const [x0, x1] = places(), width = chart.getWidth() - BESIDE, perDay = width / (x1 - x0), half = (chart.getHeight() - FOOT - TOPROOM) / 2;
  const inside = selected.filter((i) => anchor(i) !== C.undated);
  numbers = []; spots = new Map();
  let out;
  if (C.kind !== 'relation' && C.partners.length > 1) out = lanes(inside, x0, x1, perDay);
  else {
    for (const size of [21, 18, 15, 13, 11, 9]) {
      numbers = []; spots = new Map();
      out = columns(inside, size, x0, x1, perDay, half / size);
      if (out.hidden <= out.seen / 50) break;
    }
    if (out.hidden > 0.2 * out.seen && out.step > 1) { numbers = []; spots = new Map(); out = bars(inside, x0, x1, perDay); }
  }
  out.undated = selected.length - inside.length;
  return out;
}
const outside = (x, step, x0, x1) => x < x0 - step || x > x1 + step;

function columns(list, size, x0, x1, perDay, rows) {
  const step = Math.max(1, Math.ceil(size / perDay)), wide = Math.max(1, Math.floor((step * perDay * 0.94) / size)), bins = new Map();
  const out = { form: 'marks', rows, size, step, marks: [], spans: [], bars: [], hidden: 0, seen: 0 };
  const ends = (i) => [C.from[i] === C.undated ? folded(C.to[i]) - 26 / perDay : folded(C.from[i]), C.to[i] === C.undated ? folded(C.from[i]) + 26 / perDay : folded(C.to[i] + 1)];
  const span = (i, y) => out.spans.push([...ends(i), y, y, i, C.from[i] === C.undated || C.to[i] === C.undated ? 1 : 0]);
  for (const i of list) {
    const x = folded(anchor(i));
    if (outside(x, step, x0, x1)) continue;
    const key = Math.floor(x / step) * 4 + C.side[i] + 1;
    if (bins.has(key)) bins.get(key).push(i); else bins.set(key, [i]);
  }
  // The lane of the joint words is as high as its fullest column, up to five rows; the two sides begin beyond it.
  let lane = 1;
  for (const [key, bin] of bins) if (((key % 4) + 4) % 4 === 1) lane = Math.max(lane, Math.min(5, Math.ceil(bin.length / wide)));
  const shore = Math.floor(lane / 2) + 1.25, room = Math.max(1, Math.floor(rows - shore + 0.45));
  for (const [key, bin] of bins) {
    const side = (((key % 4) + 4) % 4) - 1, high = side ? room : lane, used = Math.min(wide, Math.ceil(bin.length / high)) || 1;
    const from = Math.floor(key / 4) * step, mid = from + step / 2;
    out.seen += bin.length;
    if (bin.length > used * high) {
      out.hidden += bin.length;
      const days = bin.map(anchor);
      numbers.push({ from: Math.min(...days), to: Math.max(...days), side, partner: null, of: bin });
      const y = side ? side * shore : 0;
      bin.forEach((i) => spots.set(i, [mid, y]));
      out.bars.push([from, from + step, side ? side * (shore - 0.5) : -0.5, side ? side * (shore + high - 0.6) : 0.5, side, numbers.length - 1, 1]);
      continue;
    }
    const spot = (k) => { const r = Math.floor(k / used), y = side ? side * (r + shore) : (r % 2 ? 1 : -1) * Math.ceil(r / 2); return [mid + (((k % used) - (used - 1) / 2) * size) / perDay, y]; };
    bin.forEach((i, k) => { const [x, y] = spot(k); spots.set(i, [x, y]); out.marks.push([x, y, i]); if (C.from[i] !== C.to[i]) span(i, y); });
  }
  return out;
}

// bars counts the events of each stretch of days on either side of the axis.
function bars(list, x0, x1, perDay) {
  const step = Math.max(1, Math.ceil(7 / perDay)), bins = new Map(), out = { form: 'bars', rows: 20, size: 0, step, marks: [], spans: [], bars: [], hidden: 0, seen: list.length, most: 1 };
  for (const i of list) {
    const x = folded(anchor(i)), key = Math.floor(x / step) * 4 + C.side[i] + 1;
    if (outside(x, step, x0, x1)) continue;
    if (bins.has(key)) bins.get(key).push(i); else bins.set(key, [i]);
  }
  for (const bin of bins.values()) out.most = Math.max(out.most, bin.length);
  const joint = [...bins.keys()].some((k) => ((k % 4) + 4) % 4 === 1), shore = joint ? 3 : 0.4;
  for (const [key, bin] of bins) {
    const side = (((key % 4) + 4) % 4) - 1, from = Math.floor(key / 4) * step, tall = bin.length / out.most, days = bin.map(anchor);
    numbers.push({ from: Math.min(...days), to: Math.max(...days), side, partner: null, of: bin });
    const y = side ? [side * shore, side * (shore + Math.max(0.7, tall * (19.4 - shore)))] : [-Math.max(0.6, tall * 2.4), Math.max(0.6, tall * 2.4)];
    bin.forEach((i) => spots.set(i, [from + step / 2, y[1]]));
    out.bars.push([from, from + step, ...y, side, numbers.length - 1, 0]);
  }
  return out;
}

const LANES = 6;
// lanes gives each of the partners with most events a row of its own, and the others one together.
function lanes(list, x0, x1, perDay) {
  const step = Math.max(1, Math.ceil(6 / perDay)), bins = new Map(), out = { form: 'lanes', size: 0, step, marks: [], spans: [], bars: [], hidden: 0, seen: list.length, most: 1, names: [] };
  const n = new Map();
  for (const i of selected) for (const p of C.partner[i]) n.set(p, (n.get(p) || 0) + 1);
  const top = [...n].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([p]) => p), own = top.slice(0, top.length > LANES ? LANES - 1 : LANES);
  const row = new Map(own.map((p, k) => [p, k]));
  out.names = own.map((p) => C.partners[p].name).concat(top.length > own.length ? [num(top.length - own.length) + ' others'] : []);
  for (const i of list) {
    const x = folded(anchor(i));
    if (outside(x, step, x0, x1)) continue;
    for (const p of C.partner[i]) {
      const r = row.has(p) ? row.get(p) : own.length, side = C.dir[i] === 1 ? -1 : 1, key = r + ' ' + side + ' ' + Math.floor(x / step);
      if (!bins.has(key)) bins.set(key, { r, side, x: Math.floor(x / step) * step, of: [], partner: row.has(p) ? [p] : top.slice(own.length) });
      bins.get(key).of.push(i);
    }
  }
  for (const b of bins.values()) { b.of = [...new Set(b.of)]; out.most = Math.max(out.most, b.of.length); }
  out.rows = Math.max(1, out.names.length) / 2;
  for (const b of bins.values()) {
    const base = out.rows - b.r - 0.5, tall = 0.12 + 0.34 * Math.sqrt(b.of.length / out.most), days = b.of.map(anchor);
    numbers.push({ from: Math.min(...days), to: Math.max(...days), side: 2 * b.side, partner: b.partner, of: b.of });
    b.of.forEach((i) => spots.set(i, [b.x + step / 2, base]));
    out.bars.push([b.x, b.x + step, base, base + b.side * tall, b.side, numbers.length - 1, 0]);
  }
  return out;
}

// occasions gives a tick for every day that words were said for, and a name where there is room for the whole of it, the fullest first.
function occasions() {
  const [x0, x1] = places(), width = chart.getWidth() - BESIDE, perDay = width / (x1 - x0), found = new Map();
  for (const i of selected) {
    const at = anchor(i), x = folded(at);
    if (C.occasion[i] < 0 || !C.feasts[C.occasion[i]] || at === C.undated || x < x0 || x > x1) continue;
    const key = C.feasts[C.occasion[i]] + ' ' + Math.floor(x / Math.max(2, 3 / perDay)), o = found.get(key) || { x, name: C.occasion[i], n: 0 };
    o.n++;
    found.set(key, o);
  }
  const taken = [], out = [], clear = (from, to) => taken.every(([c, d]) => to < c || from > d);
  for (const o of [...found.values()].sort((p, q) => q.n - p.n || q.x - p.x)) {
    const x = (o.x - x0) * perDay, w = C.feasts[o.name].length * 5.9 + 16, right = x + w > width, a = right ? x - w : x - 5, b = right ? x + 5 : x + w, fits = a >= 0 && b <= width && clear(a, b);
    if (!fits && !clear(x - 5, x + 5)) continue;
    taken.push(fits ? [a, b] : [x - 5, x + 5]);
    out.push([o.x + 0.5, o.x + 0.5, 0, 0, o.name, fits ? (right ? 2 : 1) : 0]);
  }
  return out;
}

// months are the bars of the overview.
function months() {
  const up = new Map(), down = new Map(), x0 = folded(first), wide = Math.max(1, (folded(last + 1) - x0) / Math.max(40, Math.min(240, (chart.getWidth() - BESIDE) / 5)));
  for (const i of behind) {
    const d = anchor(i);
    if (d === C.undated) continue;
    const k = Math.floor((folded(d) - x0) / wide);
    if (C.side[i] >= 0) up.set(k, (up.get(k) || 0) + 1);
    if (C.side[i] <= 0) down.set(k, (down.get(k) || 0) + 1);
  }
  const most = Math.max(1, ...up.values(), ...down.values()), bar = (sign) => ([k, n]) => [x0 + k * wide, x0 + (k + 1) * wide, 0, (sign * Math.max(0.12, n / most)), sign];
  return [...[...up].map(bar(1)), ...[...down].map(bar(-1))];
}
