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
