
// ---- take away: the selection and the chart as files, made in the page

function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const a = h('a', { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say(name + ' saved');
}
const fileName = (ending) => (fold(C.title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'timeline') + '.' + ending;

// A cell that a spreadsheet would take for a formula begins with an apostrophe.
const cell = (v) => { const t = String(v).replace(/^([=+\-@\t\r])/, "'$1"); return /[",\r\n]/.test(t) ? '"' + t.replace(/"/g, '""') + '"' : t; };
const COLUMNS = ['event', 'date', 'earliest', 'latest', 'date_basis', 'title', 'direction', 'addressed', 'speakers', 'offices', 'addressees', 'channel', 'medium', 'occasion', 'place', 'tone', 'form', 'words', 'outlet', 'article', 'url', 'published', 'sha256', 'status', 'sure', 'doubts'];
const dayOrNone = (d) => (d === C.undated ? '' : iso(d));
function csv() {
  const lines = [COLUMNS.join(',')];
  for (const i of ordered()) {
    const e = events[i], names = (list) => list.map((p) => p.name).join('; ');
    for (const w of e.statements.flat()) {
      const x = sources[w.source];
      lines.push([C.id[i], e.edtf, dayOrNone(C.from[i]), dayOrNone(C.to[i]), ['stated', 'relative', 'dateline', 'published'][C.basis[i]], e.title, DIRS()[C.dir[i]], C.link[i] ? 'about' : 'addressed', names(e.speakers), e.speakers.map((p) => p.office).filter(Boolean).join('; '), names(e.addressees), C.channels[C.channel[i]], w.medium, C.occasion[i] < 0 ? '' : C.occasions[C.occasion[i]], e.place, TONES[w.tone], FORMS[w.form], words(w), x.outlet, x.title, x.url, x.published, x.sha, ['machine', 'confirmed', 'corrected'][C.status[i]], C.sure[i] ? 'yes' : 'no', e.doubts.map((d) => d.word).join('; ')].map(cell).join(','));
    }
  }
  return '\uFEFF' + lines.join('\r\n') + '\r\n';
}

// selectionJSON has the names of the report's JSON where it has the same; the whole is written by: demarche report --json.
function selectionJSON() {
  const keys = new Map(), party = (p) => ({ name: p.name, kind: p.kind, state: p.state, office: p.office });
  const key = (k) => { keys.set(k, sources[k]); return sources[k].sha || sources[k].url; };
  const list = ordered().map((i) => {
    const e = events[i];
    return {
      id: C.id[i], title: e.title, date: { edtf: e.edtf, earliest: dayOrNone(C.from[i]), latest: dayOrNone(C.to[i]), basis: ['stated', 'relative', 'dateline', 'published'][C.basis[i]] },
      direction: ['A>B', 'B>A', 'joint', 'third'][C.dir[i]], link: C.link[i] ? 'about' : 'addressed', channel: C.channels[C.channel[i]], tone: TONES[C.tone[i]], status: ['machine', 'confirmed', 'corrected'][C.status[i]],
      speakers: e.speakers.map(party), addressees: e.addressees.map(party), about: e.about, occasion: C.occasion[i] < 0 ? null : { name: C.occasions[C.occasion[i]], date: e.occasionDate }, place: e.place, sure: Boolean(C.sure[i]), doubts: e.doubts,
      statements: e.statements.map((st) => ({ reports: st.map((w) => ({ source: key(w.source), form: ['direct', 'mixed', 'indirect', 'unmarked'][w.form], text: words(w), around: { pieces: w.pieces }, medium: w.medium, tone: TONES[w.tone], by: w.by, p: w.p })) })),
    };
  });
  return JSON.stringify({
    $schema: 'urn:demarche:schema:selection:1', title: C.title, generator: C.generator, generated: C.generated, query: C.query, input_sha256: C.hash, selection: address(), a: C.a, b: C.b, events: list,
    sources: [...keys.values()].map((x) => ({ url: x.url, outlet: x.outlet, title: x.title, byline: x.byline, published: x.published, published_how: x.how, retrieved: x.retrieved, language: x.lang, sha256: x.sha })),
  }, null, 1) + '\n';
}

// cites gathers for each source of the selection the words that it is cited for.
function cites() {
  const of = new Map();
  for (const i of ordered()) for (const w of events[i].statements.flat()) { if (!of.has(w.source)) of.set(w.source, []); of.get(w.source).push([events[i], w]); }
  const taken = new Set();
  return [...of].sort((a, b) => a[0] - b[0]).map(([k, list]) => ({ x: sources[k], list, key: keyOf(sources[k], taken) }));
}

function chartPNG() {
  chart.getRenderedCanvas ? chart.getRenderedCanvas({ pixelRatio: 2, backgroundColor: ink.paper }).toBlob((b) => save(fileName('png'), 'image/png', b), 'image/png') : say('No chart to save');
}

function takeButtons() {
  const whole = (f) => async () => { await loadAll(); f(); }, b = (label, name, f) => button(label, f, { 'aria-label': name });
  $('take-list').replaceChildren(
    h('p', {}, 'The events shown: ', b('CSV', 'Save the events shown as CSV', whole(() => save(fileName('csv'), 'text/csv', csv()))), ' ', b('JSON', 'Save the events shown as JSON', whole(() => save(fileName('json'), 'application/json', selectionJSON())))),
    h('p', {}, 'Their sources: ', b('CSL-JSON', 'Save their sources as CSL-JSON', whole(() => save(fileName('csl.json'), 'application/json', JSON.stringify(cites().map(({ x, list, key }) => csl(x, list, key)), null, 1) + '\n'))), ' ', b('BibTeX', 'Save their sources as BibTeX', whole(() => save(fileName('bib'), 'text/plain', cites().map(({ x, list, key }) => bibtex(x, list, key)).join('\n'))))),
    h('p', {}, 'The chart: ', b('SVG', 'Save the chart as SVG', () => save(fileName('svg'), 'image/svg+xml', chartSVG(1200, 420))), ' ', b('PNG', 'Save the chart as PNG', chartPNG)),
    h('p', {}, 'This page: ', copy('Citation', 'Copy the citation of this page', pageCitation), ' ', copy('Link', 'Copy the link to this selection', () => location.href.replace(/#.*$/, '') + address())),
    h('p', {}, 'On paper: ', b('Print', 'Print: the events shown, long quotes cut', () => printNow(false)), ' ', b('Print whole', 'Print whole: the events shown with every wording', () => printNow(true))));
}
