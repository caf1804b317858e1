
// ---- print: everything selected, and the chart as SVG

let restore = null, printWhole = false;
async function printNow(whole) {
  await loadAll();
  printWhole = whole;
  window.print();
}
function beforePrint() {
  if (restore) return;
  restore = () => { $('print-chart').replaceChildren(); drawList(); };
  if (!allLoaded) { // the texts are not all open yet: print the plain list, which holds every event
    const rows = $('plain').textContent.split('\n').slice(1), box = document.createElement('template');
    box.innerHTML = '<ol class="plain">' + ordered().map((i) => rows[i]).join('') + '</ol>';
    $('list').replaceChildren(box.content);
  } else { room = 380; fill($('list'), ordered(), printWhole); }
  document.body.classList.toggle('print-whole', printWhole);
  printChart();
}
function afterPrint() {
  printWhole = false;
  document.body.classList.remove('print-whole');
  if (restore) { const f = restore; restore = null; f(); }
}

// chartSVG draws the timeline again as SVG, in the colours of paper.
function chartSVG(width, height) {
  const screen = chart, kept = [laid, numbers, spots, tickList];
  document.documentElement.classList.add('printing');
  readInk();
  chart = window.echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  const o = option();
  o.dataZoom = o.dataZoom.map((z) => ({ ...z, show: false }));
  o.backgroundColor = ink.paper;
  chart.setOption(o);
  const markup = chart.renderToSVGString();
  chart.dispose();
  chart = screen;
  [laid, numbers, spots, tickList] = kept;
  document.documentElement.classList.remove('printing');
  readInk();
  return markup;
}
function printChart() {
  if (!chart) return;
  // The policy allows no style in markup: what the library wrote there is set by script instead.
  const markup = chartSVG(720, 380).replace(/<style[\s\S]*?<\/style>/g, '').replace(/ style="/g, ' data-css="');
  const svg = document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true);
  for (const el of svg.querySelectorAll('[data-css]')) { el.style.cssText = el.dataset.css; delete el.dataset.css; }
  svg.setAttribute('aria-label', 'Timeline of the selected events');
  $('print-chart').replaceChildren(svg);
}
