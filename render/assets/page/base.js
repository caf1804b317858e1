// The script of the page. Data comes in squeezed JSON (see columns.go); every text from outside goes into the DOM as text, never as
// markup. One selection (filters, search, range of days) feeds chart, list and glance alike.

// ---- base: elements, numbers, days

const DAY = 86400000, PAGE = 50, TOP = 8;
const $ = (id) => document.getElementById(id);
const TONES = ['cooperative', 'neutral', 'conflictual'];
const FORMS = ['direct', 'mixed', 'reported', 'unmarked'];
const BASES = ['date stated', 'date reckoned', 'day of the dateline', 'day of publication'];
const CHANNELS = ['message', 'letter', 'post', 'article', 'document', 'meeting', 'call', 'speech', 'statement', 'joint-statement', 'press-conference', 'interview'];
const still = matchMedia('(prefers-reduced-motion: reduce)');
const forced = matchMedia('(forced-colors: active)');
let C, N; // the columns, and the number of events

function h(tag, props, ...children) {
  const el = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) {
    if (v === undefined || v === null || v === false) continue;
    if (k === 'on') for (const [type, f] of Object.entries(v)) el.addEventListener(type, f);
    else if (k in el && k !== 'list' && !k.includes('-')) el[k] = v;
    else el.setAttribute(k, v === true ? '' : v);
  }
  el.append(...children.flat(2).filter((c) => c !== null && c !== undefined && c !== '' && c !== false));
  return el;
}
function s(tag, attrs, ...children) {
  const el = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [k, v] of Object.entries(attrs || {})) el.setAttribute(k, v);
  el.append(...children);
  return el;
}
const bdi = (text) => h('bdi', {}, text);
const button = (label, click, props) => h('button', { type: 'button', ...props, on: { click } }, label);
const num = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
const plural = (n, one, many) => num(n) + '\u00a0' + (n === 1 ? one : many || one + 's');
const iso = (d) => new Date(d * DAY).toISOString().slice(0, 10);
const dayOf = (t) => { const n = Date.parse(t + 'T00:00:00Z'); return Number.isNaN(n) ? null : Math.round(n / DAY); };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const parts = (d) => { const t = new Date(d * DAY); return [t.getUTCFullYear(), t.getUTCMonth(), t.getUTCDate()]; };
const longDay = (d) => { const [y, m, n] = parts(d); return n + ' ' + MONTHS[m] + ' ' + y; };
const fold = (t) => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const say = (text) => { $('said').textContent = text; };
const short = (t, n) => (t.length > n ? t.slice(0, n).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '') + '…' : t);
const pause = () => new Promise((done) => { const ch = new MessageChannel(); ch.port1.onmessage = () => done(); ch.port2.postMessage(0); });
const between = (list, joint, last) => list.flatMap((x, k) => [k ? (k === list.length - 1 && last ? last : joint) : '', x]);

function longSpan(a, b) {
  if (a === C.undated && b === C.undated) return 'day unknown';
  if (a === C.undated) return 'on or before ' + longDay(b);
  if (b === C.undated) return 'on or after ' + longDay(a);
  if (a === b) return longDay(a);
  const [y, m, d] = parts(a), [v, n, e] = parts(b), end = parts(b + 1)[2] === 1;
  if (y === v && m === 0 && d === 1 && n === 11 && e === 31) return String(y);
  if (y === v && m === n) return d === 1 && end ? MONTHS[m] + ' ' + y : d + '–' + e + ' ' + MONTHS[m] + ' ' + y;
  if (y === v) return d + ' ' + MONTHS[m] + ' – ' + e + ' ' + MONTHS[n] + ' ' + y;
  return longDay(a) + ' – ' + longDay(b);
}

// whenOf is the day of an event, with the time of the day where it is told.
const whenOf = (i) => longSpan(C.from[i], C.to[i]) + (C.clock[i] ? ', ' + C.clock[i] : '');

// anyDate writes an EDTF day, month or year for people; other forms stay as they are.
function anyDate(t) {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(t || '');
  if (!m || /[/[{X~?%]/.test(t)) return t || '';
  return (m[3] ? Number(m[3]) + ' ' : '') + (m[2] ? MONTHS[m[2] - 1] + ' ' : '') + m[1];
}

// webAddress gives what may stand in a link; other addresses are shown as text.
function webAddress(t) {
  try { const u = new URL(t); return (u.protocol === 'https:' || u.protocol === 'http:') && u.host ? u.href : ''; } catch { return ''; }
}
const langTag = (t) => (/^[A-Za-z0-9-]{1,35}$/.test(t) ? t : undefined);

// roving makes the buttons of a toolbar one stop of the Tab key; the arrows go from one to the next.
function roving(bar) {
  const list = () => [...bar.querySelectorAll('button:not([hidden]):not(:disabled)')];
  const settle = () => { const l = list(), on = l.find((b) => b.tabIndex === 0) || l[0]; [...bar.querySelectorAll('button')].forEach((b) => { b.tabIndex = b === on ? 0 : -1; }); };
  bar.addEventListener('keydown', (ev) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[ev.key], l = list(), at = l.indexOf(document.activeElement);
    if (!step || at < 0) return;
    ev.preventDefault();
    const to = l[(at + step + l.length) % l.length];
    l.forEach((b) => { b.tabIndex = b === to ? 0 : -1; });
    to.focus();
  });
  new MutationObserver(settle).observe(bar, { childList: true, attributes: true, subtree: true, attributeFilter: ['hidden', 'disabled'] });
  settle();
}
