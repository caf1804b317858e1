
// ---- start: what the page listens to, and the order in which it comes to life

function showPanel(open) {
  $('panel').hidden = !open;
  $('filters').setAttribute('aria-expanded', String(open));
  document.body.classList.toggle('filtering', open);
  if (open) { drawPanel(); $('panel-title').focus({ preventScroll: true }); }
  if (chart) { chart.resize(); drawChart(); }
}

function showTake(open) {
  $('take-list').hidden = !open;
  $('take').setAttribute('aria-expanded', String(open));
}

let cameFrom = null;
function listenToSearch() {
  let wait = 0;
  const typed = () => { state.q = $('search').value.trim(); state.page = 0; state.open = -1; };
  $('search').addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(() => { typed(); refresh({ remember: 'merge' }); }, 90); });
  // Enter goes on to the first event found, and Escape comes back from there.
  const toEvents = (from) => { cameFrom = from; const b = $('list').querySelector('button.toggle'); if (b) b.focus(); };
  // The key's release counts: its press would go on to press the button that gets the focus.
  let pressed = null;
  const onEnter = (el, fits, act) => {
    el.addEventListener('keydown', (ev) => { pressed = ev.key === 'Enter' && !ev.isComposing && fits(ev) ? ev.target : null; if (pressed) ev.preventDefault(); });
    el.addEventListener('keyup', (ev) => { if (ev.key === 'Enter' && pressed === ev.target) { pressed = null; act(); } });
  };
  onEnter($('search'), () => true, async () => {
    clearTimeout(wait);
    if (state.q !== $('search').value.trim()) { typed(); await refresh({ remember: 'merge' }); }
    toEvents($('search'));
  });
  onEnter($('panel'), (ev) => ev.target.type === 'checkbox', () => { showPanel(false); toEvents($('filters')); });
}

function listenToKeys() {
  document.addEventListener('keydown', (ev) => {
    if (ev.key !== 'Escape') return;
    hideTip();
    const at = document.activeElement;
    if (at.closest('#panel')) { showPanel(false); $('filters').focus(); } else if (at.closest('#take-list')) { showTake(false); $('take').focus(); } else if (state.open >= 0 && at.closest('.ev')) closeEvent(true);
    else if (at.closest('.ev')) (cameFrom || $('search')).focus();
  });
}

// follows reads where a link of the page leads: a finding, an event, a part of the page.
function listenToLinks() {
  document.addEventListener('click', (ev) => {
    const a = ev.target.closest && ev.target.closest('a[href^="#"]');
    if (!a) return;
    ev.preventDefault();
    const p = new URLSearchParams(a.getAttribute('href').slice(1));
    if (p.get('finding')) { clearAll(); state.finding = Number(p.get('finding')) - 1; state.whole = true; changed(); $('events-title').focus({ preventScroll: true }); $('events').scrollIntoView({ block: 'nearest' }); return; }
    if (p.get('event')) { const i = placeOf(p.get('event')); if (i >= 0) reach(i); return; }
    const to = $(a.getAttribute('href').slice(1));
    if (!to) return;
    to.scrollIntoView();
    const title = to.id === 'list' ? to : to.querySelector('h2') || to;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  });
}

function listen() {
  listenToSearch();
  listenToKeys();
  listenToLinks();
  listenToList();
  for (const k of ['from', 'to']) $(k).addEventListener('change', () => setRange($('from').value ? dayOf($('from').value) : null, $('to').value ? dayOf($('to').value) : null, 'push'));
  $('filters').addEventListener('click', () => showPanel($('panel').hidden));
  $('take').addEventListener('click', () => showTake($('take-list').hidden));
  $('done').addEventListener('click', () => { showPanel(false); $('filters').focus(); });
  $('sure').addEventListener('click', () => { state.sure = !state.sure; changed(); });
  $('order').addEventListener('click', () => { state.newest = !state.newest; changed(); });
  for (const id of ['before', 'after']) $(id).addEventListener('click', () => widen(id));
  addEventListener('popstate', () => { const lost = recall(); refresh({ follow: true, lost }); });
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  let size = 0;
  addEventListener('resize', () => { cancelAnimationFrame(size); size = requestAnimationFrame(() => { if (chart) { chart.resize(); drawChart(); } drawGlance(); follow(); }); });
  for (const q of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(q).addEventListener('change', () => { readInk(); drawChart(); });
}

async function startChart() {
  const code = await (await unpack('library')).text(), el = document.createElement('script');
  el.textContent = code; // runs because the policy names its hash
  document.head.append(el);
  el.remove();
  letScroll($('chart'));
  chart = window.echarts.init($('chart'), null, { renderer: 'canvas' });
  drawChart();
  chart.on('datazoom', zoomed);
  chart.on('click', clicked);
  chart.on('mouseover', showTip);
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
  const lost = recall();
  zoomButtons();
  takeButtons();
  for (const id of ['tools', 'under', 'order-tools']) roving($(id));
  listen();
  await refresh({ follow: true, lost });
  await pause();
  await startChart();
  performance.mark('usable');
  document.body.classList.add('usable');
  if (state.open >= 0 && $('ev-' + state.open)) { $('ev-' + state.open).scrollIntoView(); $('open-' + state.open).focus({ preventScroll: true }); }
  await loadAll();
}
start();
