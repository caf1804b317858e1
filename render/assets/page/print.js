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
