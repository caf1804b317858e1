
// ---- search: words in every form, phrases, either, without, beginnings

const hay = []; // of each event the stems of its words, with a space before and after each
const stems = new Map();

// measure counts how often vowels are followed by consonants; y is a vowel after a consonant.
const letters = (w) => w.replace(/(^|[aeiou])y/g, '$1b');
const measure = (w) => (letters(w).replace(/^[^aeiouy]+/, '').match(/[aeiouy]+[^aeiouy]+/g) || []).length;
const hasVowel = (w) => /[aeiouy]/.test(letters(w));
const doubled = (w) => /([^aeiouylsz])\1$/.test(w);
const closed = (w) => /[^aeiouy][aeiouy][^aeiouywx]$/.test(letters(w)) && !/[wxy]$/.test(w);

// The endings of Porter's second and third steps, and of the fourth, as the store's index takes them off.
const STEP2 = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log']];
const STEP3 = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']];
const STEP4 = ['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ion', 'ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'];

function porter(w) {
  if (w.length < 3 || !/^[a-z]+$/.test(w)) return w;
  if (/(ss|i)es$/.test(w)) w = w.slice(0, -2); else if (/[^s]s$/.test(w)) w = w.slice(0, -1);
  if (w.endsWith('eed')) { if (measure(w.slice(0, -3)) > 0) w = w.slice(0, -1); } else {
    const m = /^(.*)(?:ed|ing)$/.exec(w);
    if (m && hasVowel(m[1])) {
      w = m[1];
      if (/(at|bl|iz)$/.test(w)) w += 'e'; else if (doubled(w)) w = w.slice(0, -1); else if (measure(w) === 1 && closed(w)) w += 'e';
    }
  }
  if (w.endsWith('y') && hasVowel(w.slice(0, -1))) w = w.slice(0, -1) + 'i';
  for (const table of [STEP2, STEP3]) {
    const row = table.filter(([end]) => w.endsWith(end)).sort((a, b) => b[0].length - a[0].length)[0];
    if (row && measure(w.slice(0, -row[0].length)) > 0) w = w.slice(0, -row[0].length) + row[1];
  }
  const end = STEP4.filter((e) => w.endsWith(e)).sort((a, b) => b.length - a.length)[0];
  if (end) { const left = w.slice(0, -end.length); if (measure(left) > 1 && (end !== 'ion' || /[st]$/.test(left))) w = left; }
  if (w.endsWith('e')) { const left = w.slice(0, -1), m = measure(left); if (m > 1 || (m === 1 && !closed(left))) w = left; }
  if (w.endsWith('ll') && measure(w) > 1) w = w.slice(0, -1);
  return w;
}
function stem(word) {
  let t = stems.get(word);
  if (t === undefined) { t = porter(word); stems.set(word, t); }
  return t;
}
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;
const stemmed = (text) => (fold(text).match(WORD) || []).map(stem).join(' ');

function haystack(i) {
  if (hay[i] === undefined) {
    const e = events[i], t = [e.edtf, e.place, e.title, C.occasions[C.occasion[i]] || '', C.channels[C.channel[i]]];
    [...e.speakers, ...e.addressees].forEach((p) => t.push(p.name, p.office));
    e.statements.forEach((st) => st.forEach((w) => { const x = sources[w.source]; t.push(w.pieces.join(''), x.outlet, x.title, w.medium); }));
    e.context.forEach((c) => t.push(c.text));
    hay[i] = ' ' + stemmed(t.join('\n')) + ' ';
  }
  return hay[i];
}

// query reads what was typed: all groups must be found, of each group one term, and none of the terms left out.
function query(typed) {
  const q = { groups: [], without: [], open: false }, text = typed.replace(/[“”„]/g, '"');
  let or = false;
  q.open = (text.match(/"/g) || []).length % 2 === 1;
  for (const m of text.matchAll(/(-?)"([^"]*)(?:"|$)|(\S+)/g)) {
    let raw = m[3] === undefined ? m[2] : m[3], minus = m[1] === '-';
    if (raw === 'OR' && m[3]) { or = q.groups.length > 0; continue; }
    if (m[3] && /^[-−]./.test(raw)) { minus = true; raw = raw.slice(1); }
    const begins = Boolean(m[3]) && raw.endsWith('*'), found = stemmed(raw);
    if (!found) continue;
    const term = { raw: raw.replace(/\*$/, ''), phrase: m[3] === undefined, begins, needle: ' ' + found + (begins ? '' : ' '), stems: found.split(' ') };
    if (minus) q.without.push(term); else if (or) q.groups[q.groups.length - 1].push(term); else q.groups.push([term]);
    or = false;
  }
  q.empty = !q.groups.length && !q.without.length;
  return q;
}
const finds = (q, text) => q.groups.every((g) => g.some((t) => text.includes(t.needle))) && !q.without.some((t) => text.includes(t.needle));

// explained tells in words what is looked for.
function explained(q) {
  const name = (t) => (t.begins ? 'words that begin with ' : t.phrase || t.stems.length > 1 ? 'the phrase ' : 'every form of ') + '“' + t.raw + '”';
  const say = [...q.groups.map((g) => g.map(name).join(' or ')), ...q.without.map((t) => 'without ' + name(t))].join('; ');
  return 'Looking for ' + (say || 'nothing') + '.' + (q.open ? ' A quotation mark is not closed.' : '');
}

// hits marks the words that the search found.
function hits(text) {
  if (!state.q) return [text];
  const list = query(state.q).groups.flat();
  if (!list.length) return [text];
  const fits = (t) => list.some((x) => (x.begins ? t.startsWith(x.stems[x.stems.length - 1]) : x.stems.includes(t)));
  const out = [];
  let at = 0;
  for (const m of text.matchAll(WORD)) {
    if (!fits(stem(fold(m[0])))) continue;
    out.push(text.slice(at, m.index), h('mark', { className: 'hit' }, m[0]));
    at = m.index + m[0].length;
  }
  out.push(text.slice(at));
  return out.filter((t) => t !== '');
}
