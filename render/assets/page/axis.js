
// ---- axis: days as drawn, with the years folded of which no source was read; the window on them

let first, last; // first and last day of the axis

function bounds() {
  let a = Infinity, b = -Infinity;
  for (let i = 0; i < N; i++) for (const d of [C.from[i], C.to[i]]) if (d !== C.undated) { a = Math.min(a, d); b = Math.max(b, d); }
  if (a > b) return [0, 365];
  const days = folded(b) - folded(a), pad = days < 28 ? 14 : Math.max(3, Math.round(days * 0.015));
  return [a - pad, b + pad];
}

// folded turns a day into its place on the axis, unfolded a place into the day.
function folded(d) {
  let gone = 0;
  for (const [a, b] of C.folds) {
    const whole = b - a + 1;
    if (d > b) gone += whole - C.foldWidth; else if (d >= a) gone += (d - a) * (1 - C.foldWidth / whole);
  }
  return d - gone;
}
function unfolded(x) {
  for (const [a, b] of C.folds) {
    const whole = b - a + 1;
    if (x >= a + C.foldWidth) x += whole - C.foldWidth; else if (x > a) return a + ((x - a) * whole) / C.foldWidth;
  }
  return x;
}

// home is what the chart opens on: where the bulk of the events is.
function home() {
  const [a, b] = C.home;
  if (a === C.undated || last - first < 60) return [first, last];
  const pad = Math.max(1, Math.round((folded(b) - folded(a)) * 0.02));
  return [Math.max(first, a - pad), Math.min(last, b + pad)];
}
// view is the first and the last day that the chart shows.
const view = () => (state.from === null && state.to === null ? (state.whole ? [first, last] : home()) : [state.from === null ? first : Math.max(first, state.from), state.to === null ? last : Math.min(last, state.to)]);
// places are the ends of the view on the axis: from the morning of the first day to the night of the last.
function places() {
  const [a, b] = view(), x = folded(a);
  return [x, Math.max(x + 1, folded(b + 1))];
}

// ticks cuts the view into years, months or days, as fine as there is room for their names.
function ticks(width) {
  const [x0, x1] = places(), [a, b] = view(), perDay = width / (x1 - x0), out = [], inFold = (d) => C.folds.some(([f, t]) => d >= f && d <= t);
  const add = (d, label, major) => { if (d >= a && d <= b && !inFold(d)) out.push({ x: folded(d), label, major }); };
  const [y0] = parts(a), [y1] = parts(b);
  if (perDay * 365 < 480) {
    const step = [1, 2, 5, 10, 20, 50, 100, 500].find((n) => n * 365 * perDay >= 44) || 1000;
    for (let y = Math.ceil(y0 / step) * step; y <= y1; y++) if (y % step === 0) add(Date.UTC(y, 0, 1) / DAY, String(y), true);
    if (perDay * 91 >= 30 && step === 1) for (let y = y0; y <= y1; y++) for (const m of [3, 6, 9]) add(Date.UTC(y, m, 1) / DAY, perDay * 91 >= 44 ? MONTHS[m].slice(0, 3) : '', false);
  } else if (perDay * 30 < 300) {
    const step = perDay * 30 >= 40 ? 1 : 3;
    for (let y = y0; y <= y1; y++) for (let m = 0; m < 12; m += step) add(Date.UTC(y, m, 1) / DAY, m ? MONTHS[m].slice(0, 3) : String(y), m === 0);
  } else {
    const step = [1, 2, 5, 7, 14].find((n) => n * perDay >= 46) || 14;
    for (let d = a; d <= b; d++) { const [y, m, k] = parts(d); if (k === 1 || (k % step === 1 && k < 30) || (step === 1)) add(d, k === 1 && m === 0 ? String(y) : k + ' ' + MONTHS[m].slice(0, 3), k === 1); }
  }
  if (!out.some((t) => t.label)) out.push({ x: folded(a), label: longDay(a), major: false });
  // The year stands at the left where no tick names it.
  if (!out.some((t) => /^\d{4}$/.test(t.label)) && out.length && !/\d{4}/.test(out[0].label)) out[0].label += ' ' + parts(a)[0];
  return thinned(out, perDay, x1);
}
// thinned leaves out the names that would run into each other, the minor ones first.
function thinned(list, perDay, end) {
  const taken = [];
  for (const t of [...list.filter((x) => x.major), ...list.filter((x) => !x.major)]) {
    const from = t.x * perDay - 4, to = from + t.label.length * 6.4 + 12;
    if (t.label && (to > end * perDay + 8 || taken.some(([a, b]) => from < b && to > a))) t.label = '';
    if (t.label) taken.push([from, to]);
  }
  return list;
}
