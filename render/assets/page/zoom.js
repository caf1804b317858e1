
// ---- zoom: the window moved by wheel, fingers, slider and buttons

function setRange(from, to, how = 'merge') {
  state.from = from === null || from <= first ? null : Math.round(from);
  state.to = to === null || to >= last ? null : Math.round(to);
  if (state.from !== null && state.to !== null && state.from > state.to) state.to = state.from;
  state.whole = state.from === null && state.to === null;
  state.at = null; state.page = 0; state.open = -1;
  refresh({ remember: how });
}

let later = 0;
function zoomed() {
  const z = chart.getOption().dataZoom[0], from = Math.round(unfolded(z.startValue)), to = Math.max(from, Math.round(unfolded(z.endValue)) - 1), [a, b] = view();
  if (Math.abs(from - a) < 1 && Math.abs(to - b) < 1) return;
  state.from = from <= first ? null : from;
  state.to = to >= last ? null : to;
  state.whole = state.from === null && state.to === null;
  state.at = null; state.page = 0; state.open = -1;
  cancelAnimationFrame(later);
  later = requestAnimationFrame(() => refresh({ remember: 'merge', zooming: true }));
}

// zoomBy widens the window by a factor about its middle, or moves it by a share of its width.
function zoomBy(factor, shift = 0) {
  const [x0, x1] = places(), mid = (x0 + x1) / 2 + (x1 - x0) * shift, half = Math.max(0.5, ((x1 - x0) * factor) / 2), lo = folded(first), hi = folded(last + 1);
  let a = mid - half, b = mid + half;
  if (shift && a < lo) { b += lo - a; a = lo; }
  if (shift && b > hi) { a -= b - hi; b = hi; }
  const from = Math.round(unfolded(Math.max(lo, a)));
  setRange(from, Math.max(from, Math.round(unfolded(Math.min(hi, b))) - 1));
}

function zoomButtons() {
  const b = (label, name, f, id) => button(label, f, { 'aria-label': name, title: name, id });
  const [a, z] = home(), whole = a <= first && z >= last;
  $('zoom').replaceChildren(
    b('←', 'Earlier', () => zoomBy(1, -0.5)), b('→', 'Later', () => zoomBy(1, 0.5)), b('−', 'Zoom out', () => zoomBy(2)), b('+', 'Zoom in', () => zoomBy(0.5)),
    ...(whole ? [] : [b('Most', 'Most: show the years that hold the bulk', () => { Object.assign(state, { from: null, to: null, at: null, whole: false }); changed(); })]),
    b('All', 'All: show all years', () => setRange(null, null, 'push')));
}

// edges says how many events lie before and after the window, and leads to them.
function edges() {
  const [a, b] = view();
  let before = 0, after = 0;
  for (const i of behind) {
    const d = anchor(i);
    if (d === C.undated) continue;
    if ((C.to[i] === C.undated ? d : C.to[i]) < a) before++; else if ((C.from[i] === C.undated ? d : C.from[i]) > b) after++;
  }
  for (const [id, n, label] of [['before', before, '← ' + num(before) + ' earlier'], ['after', after, num(after) + ' later →']]) {
    $(id).hidden = !n;
    $(id).textContent = label;
    $(id).setAttribute('aria-label', label + ': show them on the chart too');
  }
}
function widen(id) {
  const [a, b] = view();
  setRange(id === 'before' || $('before').hidden ? null : a, id === 'after' || $('after').hidden ? null : b, 'push');
}

// letScroll keeps the wheel and a finger that moves up or down for the page: the chart library takes them all otherwise. Ctrl with the
// wheel, two fingers and a finger that moves sideways are the chart's.
function letScroll(el) {
  const keep = (ev) => { if (!ev.ctrlKey && !ev.metaKey) ev.stopImmediatePropagation(); };
  for (const type of ['wheel', 'mousewheel']) el.addEventListener(type, keep, { capture: true, passive: true });
  let start = null, mine = null; // where the finger began; whether it moves the page
  el.addEventListener('touchstart', (ev) => { start = ev.touches.length === 1 ? [ev.touches[0].clientX, ev.touches[0].clientY] : null; mine = null; }, { capture: true, passive: true });
  el.addEventListener('touchmove', (ev) => {
    if (!start || ev.touches.length !== 1) return;
    if (mine === null) {
      const dx = Math.abs(ev.touches[0].clientX - start[0]), dy = Math.abs(ev.touches[0].clientY - start[1]);
      if (dx + dy < 6) { ev.stopImmediatePropagation(); return; }
      mine = dy >= dx;
    }
    if (mine) ev.stopImmediatePropagation();
  }, { capture: true, passive: true });
}
