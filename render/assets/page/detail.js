
// ---- detail: an opened event: why to doubt it, every wording with its sentence and source, who decided what

function detail(e, id) {
  const many = e.statements.length > 1, body = h('div', { className: 'detail', id });
  if (e.doubts.length) body.append(h('ul', { className: 'why' }, e.doubts.map((d) => h('li', {}, h('b', {}, bdi(d.word)), ' ', bdi(d.why)))));
  const sides = e.accounts.map((a) => ({ ...a, el: h('section', { className: 'account', 'aria-label': 'Account of ' + a.side }, h('h6', {}, 'Account of ', bdi(a.side), ': ', bdi(outletsOf(a.sources)))) }));
  const rest = h('div', {});
  e.statements.forEach((st, k) => {
    const t = e.told[k], full = st[t.fullest] || st[0];
    const head = () => (many || st.length > 1 ? [h('h5', {}, (many ? 'Statement ' + (k + 1) + (st.length > 1 ? ': ' : '') : '') + (st.length > 1 ? reportsOf(st, t) : ''))] : []);
    const order = [full, ...st.filter((w) => w !== full)].map((w) => ({ w, n: st.indexOf(w), to: sides.find((a) => a.sources.includes(w.source)) }));
    const left = order.filter((x) => !x.to);
    if (sides.length && !left.length) sides.filter((a) => order.some((x) => x.to === a)).forEach((a) => { if (many) a.el.append(...head()); });
    else rest.append(...head());
    order.forEach(({ w, n, to }) => (to ? to.el : rest).append(report(e, w, w === full ? null : full, k, n, t)));
  });
  if (sides.length) body.append(h('h5', {}, plural(sides.length, 'account') + ', one of each side'), h('div', { className: 'accounts' }, sides.map((a) => a.el)));
  body.append(...rest.childNodes);
  if (e.conflicts.length) body.append(h('h5', {}, 'What the reports do not say alike'), h('dl', { className: 'conflicts' }, e.conflicts.map((c) => [h('dt', {}, c.field), ...c.values.map((v) => h('dd', {}, h('b', {}, bdi(valueOfField(c.field, v.value))), ': ', bdi(outletsOf(v.sources))))])));
  const who = e.addressees.filter((p) => p.office || p.basis).map((p) => p.name + (p.office ? ', ' + p.office : '') + (p.basis === 'implied' ? ' (implied)' : ''));
  if (who.length) body.append(h('h5', {}, 'Addressed to'), h('p', { className: 'marks' }, bdi(who.join('; '))));
  if (e.context.length) body.append(h('h5', {}, 'Background'), ...e.context.map((c) => h('p', { className: 'around', dir: 'auto', lang: langTag(sources[c.source].lang) }, c.text)));
  body.append(h('div', { className: 'copies' }, copy('Copy link', 'Copy link to this event', () => location.href.replace(/#.*$/, '') + '#event=' + encodeURIComponent(C.id[e.i]))),
    h('p', { className: 'marks' }, BASES[C.basis[e.i]], ' · as EDTF ', h('code', {}, e.edtf || 'unknown'), ' · event ', h('code', {}, C.id[e.i])));
  return body;
}

// reportsOf counts the reports of a statement, and who carried its words first: five outlets that cite one agency are one origin.
function reportsOf(st, t) {
  const copies = t.copies.size, from = t.origins.length ? plural(t.origins.length, 'origin') + (t.origins.length <= 3 ? ' (' + t.origins.join(', ') + ')' : '') : '';
  return [plural(st.length, 'report'), from, copies ? plural(copies, 'copy', 'copies') + ' of one text' : ''].filter(Boolean).join(', ') + '; differences from the fullest underlined';
}
const outletsOf = (list) => [...new Set(list.map((k) => (sources[k] && sources[k].outlet) || 'an article without outlet'))].join(', ');
const valueOfField = (field, value) => (field === 'day' ? anyDate(value) : field === 'channel' ? value.replace(/-/g, ' ') : value);

function report(e, w, against, k, n, t) {
  const x = sources[w.source], href = webAddress(x.url), title = x.title || x.url || 'Untitled', which = ': statement ' + (k + 1) + ', wording ' + (n + 1);
  const around = h('p', { className: 'around', lang: langTag(x.lang), dir: 'auto' });
  const base = against && similar(words(against), words(w)) ? tokens(words(against)) : null;
  w.pieces.forEach((t, at) => { if (t) around.append(...(at % 2 ? [h('mark', {}, base ? differing(base, t) : t)] : [t])); });
  const meta = [x.published ? 'published ' + anyDate(x.published) + (x.how ? ' (' + x.how + ')' : '') : '', x.retrieved ? 'fetched ' + anyDate(x.retrieved.slice(0, 10)) : '', FORMS[w.form] + ' speech', w.medium ? 'via ' + w.medium : '', t.copies.has(n) ? 'same text as ' + ((sources[t.copies.get(n)] || {}).outlet || 'another article') : '', w.said ? 'said ' + w.said : '', w.by ? 'found by ' + w.by + (w.p ? ', ' + Math.round(w.p * 100) + ' %' : '') : ''].filter(Boolean);
  return h('div', { className: 'report' }, around,
    h('p', { className: 'from' }, h('b', {}, bdi(x.outlet || 'Unknown outlet')), ', ', href ? h('a', { href, rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' }, bdi(title)) : bdi(title), !href && x.url && x.title ? [' ', h('code', {}, bdi(x.url))] : '', x.byline ? [', ', bdi(x.byline)] : ''),
    h('p', { className: 'marks' }, meta.join(' · '), x.sha ? [h('br'), 'SHA-256 ' + (x.sha.length === 32 ? 'begins ' : ''), h('code', { className: 'hash' }, x.sha)] : ''), decidedBy(w, which),
    h('div', { className: 'copies' }, copy(FORMS[w.form] === 'reported' ? 'Copy paraphrase' : 'Copy quote', (FORMS[w.form] === 'reported' ? 'Copy paraphrase' : 'Copy quote') + which, () => cited(e, x, w)),
      copy('Chicago', 'Copy as Chicago' + which, () => chicago(x)), copy('BibTeX', 'Copy as BibTeX' + which, () => bibtex(x, [[e, w]], keyOf(x, new Set())))));
}

// decidedBy lists what decided each field of a wording, how surely, and the words that told it.
function decidedBy(w, which) {
  const rows = [];
  for (let k = 0; k + 3 < w.decided.length; k += 4) {
    const [field, by, p, told] = w.decided.slice(k, k + 4);
    rows.push(h('dt', {}, field), h('dd', {}, (by ? C.rules[by] || by.replace(/-/g, ' ') : 'left open') + (p ? ', ' + Math.round(p * 100) + ' %' : ''), told ? [' · ', bdi('“' + short(told, 80) + '”')] : ''));
  }
  return rows.length ? h('details', { className: 'decided' }, h('summary', { 'aria-label': 'How each field was decided' + which }, 'How each field was decided'), h('dl', {}, ...rows)) : '';
}

// ---- differences between two wordings

const tokens = (t) => t.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’]+|\s+|[^\s]/gu) || [];
const solid = (t) => tokens(t).filter((x) => /[\p{L}\p{N}]/u.test(x)).map(fold);
function similar(a, b) {
  const x = new Set(solid(a)), y = solid(b);
  return y.length > 0 && y.filter((t) => x.has(t)).length / Math.max(x.size, y.length) >= 0.3;
}
// differing marks the words of t that the fullest wording does not have at their place.
function differing(base, t) {
  const own = tokens(t).slice(0, 400), b = base.slice(0, 400), n = b.length, m = own.length, best = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) best[i][j] = fold(b[i]) === fold(own[j]) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
  const out = [];
  const add = (kind, text) => { const l = out[out.length - 1]; if (l && l[0] === kind) l[1] += text; else out.push([kind, text]); };
  let i = 0, j = 0;
  while (j < m) {
    if (i < n && fold(b[i]) === fold(own[j])) { add('', own[j]); i++; j++; }
    else if (i < n && best[i + 1][j] >= best[i][j + 1]) i++;
    else { add(/[\p{L}\p{N}]/u.test(own[j]) ? 'ins' : '', own[j]); j++; }
  }
  return [...out.map(([kind, text]) => (kind ? h(kind, {}, text) : text)), tokens(t).slice(400).join('')].filter((x) => x !== '');
}
