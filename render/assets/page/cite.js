
// ---- cite: what is copied, and how sources are cited

// unmarked is a text without the quotation marks around it.
const unmarked = (t) => t.replace(/\s+/g, ' ').replace(/^[“"«„]|[”"»,]+$/g, '').trim();
const spoken = (e) => e.speakers.map((p) => p.name + (p.office ? ', ' + p.office : '')).join('; ') || 'Unknown speaker';

// cited is a wording with who said it and where it stands. A paraphrase is the outlet's words: it goes without marks.
function cited(e, x, w) {
  const when = longSpan(C.from[e.i], C.to[e.i]) + (C.basis[e.i] === 3 ? ' (day of publication)' : ''), outlet = x.outlet || x.url;
  if (FORMS[w.form] === 'reported') return spoken(e) + ' said that ' + unmarked(words(w)).replace(/[.\s]+$/, '').replace(/^that\s+/i, '') + ' (paraphrase by ' + outlet + '), ' + when;
  if (FORMS[w.form] === 'unmarked') return spoken(e) + ': ' + words(w).replace(/\s+/g, ' ') + ' (' + outlet + ', without quotation marks), ' + when;
  return '“' + unmarked(words(w)) + '” — ' + spoken(e) + ', ' + when + ' (' + outlet + ')';
}

function chicago(x) {
  const [m, d] = [/^(\d{4})-(\d\d)-(\d\d)$/.exec(x.published), /^(\d{4})-(\d\d)-(\d\d)/.exec(x.retrieved)];
  const us = (p) => MONTHS[p[2] - 1] + ' ' + Number(p[3]) + ', ' + p[1];
  return (x.byline ? x.byline.replace(/^by\s+/i, '').replace(/\.$/, '') + '. ' : '') + '“' + x.title.replace(/\.$/, '') + '.” ' + (x.outlet ? x.outlet + ', ' : '') + (m ? us(m) : anyDate(x.published) || 'n.d.') + '.' + (d ? ' Accessed ' + us(d) + '.' : '') + (x.url ? ' ' + x.url + '.' : '');
}

// keyOf is the name of a source in a bibliography, different from those taken.
function keyOf(x, taken) {
  const base = (fold(x.outlet || 'source').replace(/[^a-z0-9]+/g, '') || 'source') + (x.published || 'nd').slice(0, 10).replace(/[^0-9]/g, '') + '-' + (x.sha || '').replace(/[^0-9a-f]/g, '').slice(0, 6);
  let key = base;
  for (let n = 2; taken.has(key); n++) key = base + '-' + n;
  taken.add(key);
  return key;
}
// noted are the words that a source is cited for; a paraphrase is said to be one.
const noted = (list) => list.map(([e, w]) => (FORMS[w.form] === 'reported' ? 'Paraphrase of ' : '') + spoken(e) + ': ' + (FORMS[w.form] === 'direct' || FORMS[w.form] === 'mixed' ? '“' + unmarked(words(w)) + '”' : unmarked(words(w)))).join(' | ');
function bibtex(x, list, key) {
  const SPECIAL = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
  const t = (v) => v.replace(/[\\{}%&#_$~^]/g, (c) => SPECIAL[c] || '\\' + c).replace(/[\r\n]+/g, ' ');
  const fields = [['author', x.byline ? '{' + t(x.byline.replace(/^by\s+/i, '')) + '}' : ''], ['title', '{' + t(x.title) + '}'], ['organization', t(x.outlet)], ['date', /^\d{4}(-\d\d(-\d\d)?)?$/.test(x.published) ? x.published : ''], ['url', x.url.replace(/[{}\\\s]/g, (c) => encodeURIComponent(c))], ['urldate', x.retrieved.slice(0, 10)], ['langid', langTag(x.lang) || ''], ['note', t(short(noted(list), 1200))]];
  return '@online{' + key + ',\n' + fields.filter(([, v]) => v).map(([k, v]) => '  ' + k + ' = {' + v + '}').join(',\n') + '\n}\n';
}
// csl is a source as CSL-JSON has it.
function csl(x, list, id) {
  const date = (t) => { const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(t || ''); return m && !/[/[{X~?%]/.test(t) ? { 'date-parts': [m.slice(1).filter(Boolean).map(Number)] } : undefined; };
  const item = { id, type: 'article-newspaper', title: x.title || undefined, 'container-title': x.outlet || undefined, author: x.byline ? [{ literal: x.byline.replace(/^by\s+/i, '') }] : undefined, issued: date(x.published), accessed: date(x.retrieved.slice(0, 10)), URL: webAddress(x.url) || undefined, language: langTag(x.lang), note: short(noted(list), 1200) };
  return Object.fromEntries(Object.entries(item).filter(([, v]) => v !== undefined));
}
// pageCitation names this page, its program, its day, what it was made from, and the selection that is shown.
function pageCitation() {
  const hash = address();
  return '“' + C.title + ': what was said.” Timeline made with demarche' + (C.generator ? ' ' + C.generator : '') + (C.generated ? ', ' + anyDate(C.generated) : '') + '. Input SHA-256 ' + C.hash + '.' + (hash.length > 1 ? ' Selection: ' + hash + ' (' + num(selected.length) + ' of ' + plural(N, 'event') + ').' : '');
}

function copy(label, name, text) {
  return button(label, async (ev) => {
    const value = text(), b = ev.currentTarget;
    let done = true;
    try { await navigator.clipboard.writeText(value); } catch {
      const area = h('textarea', { value, className: 'sr', 'aria-label': 'Text to copy' });
      document.body.append(area); area.select(); done = document.execCommand('copy'); area.remove(); b.focus();
    }
    b.textContent = done ? 'Copied' : 'Not copied';
    say(done ? name + ': copied' : 'Could not copy');
    setTimeout(() => { b.textContent = label; }, 1600);
  }, { 'aria-label': name });
}
