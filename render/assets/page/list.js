// ---- the list

function heading(e) {
  const i = e.i, cls = ['a', 'b', '', ''][C.dir[i]], many = (list) => list.flatMap((p, k) => [k ? (k === list.length - 1 ? ' and ' : ', ') : '', bdi(p.name)]).filter(Boolean);
  const out = [h('span', { className: 'dir ' + cls }, e.speakers.length ? many(e.speakers) : 'Unknown speaker')];
  if (e.addressees.length) out.push(h('span', { className: 'to' }, ' to ', many(e.addressees)));
  else if (e.about.length && C.link[i]) out.push(h('span', { className: 'to' }, ' about ', e.about.map(stateName).join(', ')));
  return out;
}
const stateName = (c) => ([C.a, C.b, ...C.partners].find((x) => x.code === c) || { name: c }).name;

function row(i, whole) {
  const e = events[i], id = 'detail-' + i, open = whole || state.open === i;
  const offices = [...new Set(e.speakers.filter((p) => p.office).map((p) => p.office))];
  const line = [offices.join('; '), channelName(i), C.medium[i].length ? 'via ' + C.medium[i].map((m) => C.media[m]).join(', ') : '',
    C.occasion[i] >= 0 ? 'for ' + C.occasions[C.occasion[i]] + (/^\d{4}(-\d\d){0,2}$/.test(e.occasionDate) && e.occasionDate !== e.edtf ? ' (' + anyDate(e.occasionDate) + ')' : '') : '', e.place].filter(Boolean);
  const facts = line.flatMap((t, k) => [k ? ' · ' : '', bdi(t)]).filter(Boolean);
  const reports = e.statements.flat(), outlets = [...new Set(reports.map((w) => sources[w.source].outlet || 'unknown outlet'))];
  const button = h('button', { type: 'button', id: 'open-' + i, 'aria-expanded': String(open), 'aria-controls': id, on: { click: () => (state.open === i ? closeEvent(true) : openEvent(i)) } }, open ? 'Close' : 'Sources and wordings');
  const when = longSpan(C.from[i], C.to[i]);
  button.setAttribute('aria-label', (open ? 'Close' : 'Sources and wordings') + ': ' + when + ', ' + peopleNames(i));
  const li = h('li', { className: 'ev' + (open ? ' open' : ''), id: 'ev-' + i },
    h('div', { className: 'when' }, C.from[i] === C.undated ? h('span', {}, when) : h('time', { dateTime: C.from[i] === C.to[i] ? iso(C.from[i]) : '' }, when), h('small', {}, BASES[C.basis[i]])),
    h('div', { className: 'what' },
      h('h4', {}, heading(e)),
      h('p', { className: 'facts' }, facts, facts.length ? ' · ' : '', h('span', { className: 'tone ' + TONES[C.tone[i]] }, TONES[C.tone[i]]), C.status[i] ? [' · ', h('span', { className: 'confirmed' }, 'confirmed')] : ''),
      e.statements.map((st) => quote(st[0])),
      h('p', { className: 'credit' }, h('span', {}, outlets.slice(0, 3).flatMap((o, k) => [k ? ', ' : '', bdi(o)]).filter(Boolean), outlets.length > 3 ? ' and ' + plural(outlets.length - 3, 'other') : ''), button),
      open ? detail(e, id) : h('div', { id, hidden: true })));
  return li;
}

function quote(w) {
  const x = sources[w.source];
  return h('blockquote', { className: FORMS[w.form] === 'reported' ? 'reported' : '', lang: langTag(x.lang), dir: 'auto' }, h('p', { dir: 'auto' }, hits(words(w))));
}

// hits marks what the search looked for; folding may change lengths, so only texts that keep theirs are marked.
function hits(text) {
  const find = needles();
  const low = find.length ? fold(text) : '';
  if (!find.length || low.length !== text.length) return [text];
  const spans = [];
  for (const t of find) for (let at = low.indexOf(t); at >= 0; at = low.indexOf(t, at + t.length)) spans.push([at, at + t.length]);
  spans.sort((x, y) => x[0] - y[0]);
  const out = [];
  let at = 0;
  for (const [a, b] of spans) { if (a < at) continue; out.push(text.slice(at, a), h('mark', { className: 'hit' }, text.slice(a, b))); at = b; }
  out.push(text.slice(at));
  return out.filter((t) => t !== '');
}

function detail(e, id) {
  const many = e.statements.length > 1;
  const body = h('div', { className: 'detail', id });
  e.statements.forEach((st, k) => {
    if (many || st.length > 1) body.append(h('h5', {}, (many ? 'Statement ' + (k + 1) + (st.length > 1 ? ': ' : '') : '') + (st.length > 1 ? plural(st.length, 'wording') + ', differences from the first underlined' : '')));
    st.forEach((w, n) => body.append(report(e, w, n ? st[0] : null)));
  });
  const who = e.addressees.filter((p) => p.office || p.basis).map((p) => p.name + (p.office ? ', ' + p.office : '') + (p.basis === 'implied' ? ' (implied)' : ''));
  if (who.length) body.append(h('h5', {}, 'Addressed to'), h('p', { className: 'marks' }, bdi(who.join('; '))));
  if (e.context.length) body.append(h('h5', {}, 'Background'), ...e.context.map((c) => h('p', { className: 'around', dir: 'auto', lang: langTag(sources[c.source].lang) }, c.text)));
  body.append(h('div', { className: 'copies' }, copy('Copy link to this event', () => location.href.replace(/#.*$/, '') + '#event=' + encodeURIComponent(C.id[e.i]))),
    h('p', { className: 'marks' }, 'Date as EDTF: ', h('code', {}, e.edtf || 'unknown'), ' · event ', h('code', {}, C.id[e.i])));
  return body;
}

function report(e, w, against) {
  const x = sources[w.source], href = webAddress(x.url), title = x.title || x.url || 'Untitled';
  const around = h('p', { className: 'around', lang: langTag(x.lang), dir: 'auto' });
  const base = against && similar(words(against), words(w)) ? tokens(words(against)) : null;
  w.pieces.forEach((t, k) => { if (t) around.append(k % 2 ? h('mark', {}, base ? differing(base, t) : t) : t); });
  const meta = [x.published ? 'published ' + anyDate(x.published) + (x.how ? ' (' + x.how + ')' : '') : '', x.retrieved ? 'fetched ' + anyDate(x.retrieved.slice(0, 10)) : '', FORMS[w.form] + ' speech', w.medium ? 'via ' + w.medium : '', w.said ? 'said ' + w.said : '', w.by ? 'found by ' + w.by + (w.p ? ', ' + Math.round(w.p * 100) + ' %' : '') : ''].filter(Boolean);
  return h('div', { className: 'report' }, around,
    h('p', { className: 'from' }, h('b', {}, bdi(x.outlet || 'Unknown outlet')), ', ', href ? h('a', { href, rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' }, bdi(title)) : bdi(title), !href && x.url && x.title ? [' ', h('code', {}, bdi(x.url))] : '', x.byline ? [', ', bdi(x.byline)] : ''),
    h('p', { className: 'marks' }, meta.join(' · '), x.sha ? [h('br'), 'SHA-256 ', h('code', { className: 'hash' }, x.sha)] : ''), decidedBy(w),
    h('div', { className: 'copies' }, copy(FORMS[w.form] === 'reported' ? 'Copy paraphrase' : 'Copy quote', () => cited(e, x, w)),
      copy('Chicago', () => chicago(x)), copy('BibTeX', () => bibtex(e, x, w))));
}

// cited is a wording with who said it and where it stands. A paraphrase is the outlet's words: it goes without marks.
function cited(e, x, w) {
  const who = e.speakers.map((p) => p.name + (p.office ? ', ' + p.office : '')).join('; ') || 'unknown speaker';
  const when = longSpan(C.from[e.i], C.to[e.i]), outlet = x.outlet || x.url;
  if (FORMS[w.form] === 'reported') return who + ': ' + words(w) + ' (paraphrase by ' + outlet + '), ' + when;
  return '“' + words(w).replace(/^[“"«]|[”"»,]+$/g, '') + '” — ' + who + ', ' + when + ' (' + outlet + ')';
}

// decidedBy lists what decided each field of a wording, how surely, and the words that told it.
function decidedBy(w) {
  const rows = [];
  for (let k = 0; k + 3 < w.decided.length; k += 4) {
    const [field, by, p, told] = w.decided.slice(k, k + 4);
    rows.push(h('dt', {}, field), h('dd', {}, (by ? by.replace(/-/g, ' ') : 'left open') + (p ? ', ' + Math.round(p * 100) + ' %' : ''), told ? [' · ', bdi('“' + short(told, 80) + '”')] : ''));
  }
  return rows.length ? h('details', { className: 'decided' }, h('summary', {}, 'How each field was decided'), h('dl', {}, ...rows)) : '';
}

function chicago(x) {
  const [m, d] = [/^(\d{4})-(\d\d)-(\d\d)$/.exec(x.published), /^(\d{4})-(\d\d)-(\d\d)/.exec(x.retrieved)];
  const us = (p) => MONTHS[p[2] - 1] + ' ' + Number(p[3]) + ', ' + p[1];
  return (x.byline ? x.byline.replace(/^by\s+/i, '').replace(/\.$/, '') + '. ' : '') + '“' + x.title.replace(/\.$/, '') + '.” ' + (x.outlet ? x.outlet + ', ' : '') + (m ? us(m) : anyDate(x.published) || 'n.d.') + '.' + (d ? ' Accessed ' + us(d) + '.' : '') + (x.url ? ' ' + x.url + '.' : '');
}
function bibtex(e, x, w) {
  const SPECIAL = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
  const t = (v) => v.replace(/[\\{}%&#_$~^]/g, (c) => SPECIAL[c] || '\\' + c).replace(/[\r\n]+/g, ' ');
  const key = (fold(x.outlet || 'source').replace(/[^a-z0-9]+/g, '') || 'source') + (x.published || 'nd').slice(0, 10).replace(/[^0-9]/g, '') + '-' + C.id[e.i].replace(/[^A-Za-z0-9]/g, '').slice(0, 8);
  const fields = [['author', x.byline ? '{' + t(x.byline.replace(/^by\s+/i, '')) + '}' : ''], ['title', '{' + t(x.title) + '}'], ['organization', t(x.outlet)], ['date', x.published], ['url', x.url.replace(/[{}\\\s]/g, (c) => encodeURIComponent(c))], ['urldate', x.retrieved.slice(0, 10)], ['langid', x.lang], ['note', (FORMS[w.form] === 'reported' ? 'Paraphrased: ' : 'Quoted: ') + t(words(w))]];
  return '@online{' + key + ',\n' + fields.filter(([, v]) => v).map(([k, v]) => '  ' + k + ' = {' + v + '}').join(',\n') + '\n}\n';
}

function copy(label, text) {
  return h('button', { type: 'button', on: { click: async (ev) => {
    const value = text(), button = ev.currentTarget;
    let done = true;
    try { await navigator.clipboard.writeText(value); } catch {
      const area = h('textarea', { value, className: 'sr', 'aria-label': 'Text to copy' });
      document.body.append(area); area.select(); done = document.execCommand('copy'); area.remove(); button.focus();
    }
    button.textContent = done ? 'Copied' : 'Not copied';
    say(done ? label + ': copied' : 'Could not copy');
    setTimeout(() => { button.textContent = label; }, 1600);
  } } }, label);
}

const tokens = (t) => t.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’]+|\s+|[^\s]/gu) || [];
const solid = (t) => tokens(t).filter((x) => /[\p{L}\p{N}]/u.test(x)).map(fold);
function similar(a, b) {
  const x = new Set(solid(a)), y = solid(b);
  return y.length > 0 && y.filter((t) => x.has(t)).length / Math.max(x.size, y.length) >= 0.3;
}
// differing marks the words of t that the first wording does not have at their place, and what it has there instead.
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

async function drawList(mine) {
  const list = ordered(), from = state.page * PAGE, shown = list.slice(from, from + PAGE);
  await ensure(shown);
  if (mine !== undefined && mine !== turn) return;
  fill($('list'), shown);
  const pages = Math.ceil(list.length / PAGE), nav = $('pager');
  nav.hidden = pages < 2;
  const go = (label, name, p) => h('button', { type: 'button', 'aria-label': name, disabled: p < 0 || p >= pages || p === state.page, on: { click: () => { state.page = p; state.open = -1; refresh({ remember: 'push' }).then(() => { $('events-title').focus({ preventScroll: true }); $('events').scrollIntoView(); }); } } }, label);
  nav.replaceChildren(go('⇤', 'First page', 0), go('← Before', 'Page before', state.page - 1), h('p', {}, num(from + 1) + '–' + num(from + shown.length) + ' of ' + num(list.length)), go('Next →', 'Next page', state.page + 1), go('⇥', 'Last page', pages - 1), h('a', { href: '#search', on: { click: (ev) => { ev.preventDefault(); $('search').focus(); } } }, 'Search and filters'));
  $('order').textContent = state.newest ? 'Newest first' : 'Oldest first';
  $('order').setAttribute('aria-label', 'Order: ' + $('order').textContent + '. Change');
}

function fill(root, shown, whole) {
  if (!shown.length) { root.replaceChildren(h('p', { className: 'empty' }, N ? 'No event fits all of these filters.' : 'The store holds no event of this relation.')); return; }
  const out = document.createDocumentFragment();
  let year = null, ol = null;
  for (const i of shown) {
    const d = C.from[i] === C.undated ? C.to[i] : C.from[i], y = d === C.undated ? 'Day unknown' : String(parts(d)[0]);
    if (y !== year) { year = y; ol = h('ol', { className: 'rows' }); out.append(h('h3', { className: 'year' }, y), ol); }
    ol.append(row(i, whole));
  }
  root.replaceChildren(out);
}

function redraw(i) {
  const old = $('ev-' + i);
  if (old) old.replaceWith(row(i));
}
async function openEvent(i, scroll) {
  const before = state.open;
  state.open = i;
  const at = ordered().indexOf(i);
  if (at < 0) return;
  if (Math.floor(at / PAGE) !== state.page) { state.page = Math.floor(at / PAGE); await drawList(); } else { if (before >= 0) redraw(before); redraw(i); }
  drawChart(true);
  remember('push');
  const button = $('open-' + i);
  if (scroll) $('ev-' + i).scrollIntoView({ behavior: still.matches ? 'auto' : 'smooth', block: 'start' });
  button.focus({ preventScroll: Boolean(scroll) });
}
function closeEvent(focus) {
  const i = state.open;
  if (i < 0) return;
  state.open = -1;
  redraw(i);
  drawChart(true);
  remember('push');
  if (focus && $('open-' + i)) $('open-' + i).focus();
}
