
// ---- list: the events as cards

const FEW = 3; // statements that a closed card shows
let wholeOf = new Set(); // events whose quotes the reader has asked to read on

// parties says who speaks to whom, or about whom.
function parties(e) {
  const i = e.i, cls = ['a', 'b', '', ''][C.dir[i]], other = ['b', 'a', '', ''][C.dir[i]], names = (list) => between(list.map((p) => bdi(p.name)), ', ', ' and ');
  const out = [h('span', { className: 'dir ' + cls }, e.speakers.length ? names(e.speakers) : 'Unknown speaker')];
  if (e.addressees.length) out.push(' to ', h('span', { className: 'to ' + other }, names(e.addressees)));
  else if (e.about.length && C.link[i]) out.push(' about ', between(e.about.map(bdi), ', ', ' and '));
  return out;
}

// exchangeLinks leads from a card to what it answers, what the other side says at the same time, and when open to the events before and after.
function exchangeLinks(e, open) {
  const out = [], link = (i, sign, label) => { if (i >= 0 && events[i]) out.push(button([h('span', { 'aria-hidden': 'true' }, sign + ' '), label + ': ', bdi(events[i].title), ', ' + away(i, e.i)], () => reach(i), { className: 'link' })); };
  link(e.answers, '↩', 'Answer to');
  e.beside.forEach((i) => link(i, '⇄', 'The other side’s account'));
  if (open) { if (e.previous !== e.answers) link(e.previous, '←', 'Before'); link(e.next, '→', 'Next'); }
  return out.length ? h('p', { className: 'exchange' }, out) : '';
}
// away says how far event i lies from event j in days.
function away(i, j) {
  const n = anchor(i) - anchor(j);
  if (C.from[i] !== C.to[i] || C.from[j] !== C.to[j]) return longSpan(C.from[i], C.to[i]);
  if (!n) return 'the same day';
  if (Math.abs(n) > 31) return longDay(anchor(i));
  return Math.abs(n) === 1 ? (n < 0 ? 'the day before' : 'the day after') : num(Math.abs(n)) + ' days ' + (n < 0 ? 'before' : 'after');
}

function row(i, whole) {
  const e = events[i], id = 'detail-' + i, open = whole || state.open === i, when = whenOf(i);
  const reports = e.statements.flat(), outlets = [...new Set(reports.map((w) => sources[w.source].outlet || 'unknown outlet'))];
  const toggle = button(open ? 'Close' : 'Sources', () => (state.open === i ? closeEvent(true) : openEvent(i)), { id: 'open-' + i, 'aria-expanded': String(open), 'aria-controls': id, className: 'toggle', 'aria-label': (open ? 'Close' : 'Sources') + ': ' + e.title + ', ' + peopleNames(i) + ', ' + when + (twin(i) ? ' (' + twin(i) + ')' : '') });
  const li = h('li', { className: 'ev' + (open ? ' open' : '') + (C.sure[i] ? '' : ' unsure'), id: 'ev-' + i, 'data-event': i },
    h('div', { className: 'when' }, C.from[i] === C.undated ? h('span', {}, when) : h('time', { dateTime: C.from[i] === C.to[i] ? iso(C.from[i]) + (C.clock[i] ? 'T' + C.clock[i] : '') : '' }, when)),
    h('div', { className: 'what' },
      h('h4', {}, bdi(e.title), C.status[i] ? h('span', { className: 'confirmed' }, ['machine', 'confirmed', 'corrected'][C.status[i]]) : ''),
      h('p', { className: 'who' }, parties(e), facts(e)),
      e.doubts.length ? h('ul', { className: 'doubts', 'aria-label': 'Doubts' }, e.doubts.map((d) => h('li', { title: d.why }, bdi(d.word)))) : '',
      statements(e),
      h('p', { className: 'credit' }, between(outlets.slice(0, 3).map(bdi), ', '), outlets.length > 3 ? ' and ' + plural(outlets.length - 3, 'other') : '', published(reports), ' ', toggle),
      exchangeLinks(e, open),
      open ? detail(e, id) : h('div', { id, hidden: true })));
  return li;
}
// twin numbers an event among those of the same day, speaker and title, so that no two buttons have one name.
function twin(i) {
  const e = events[i], same = (k) => events[k] && C.from[k] === C.from[i] && C.to[k] === C.to[i] && events[k].title === e.title && peopleNames(k) === peopleNames(i);
  let n = 1;
  for (let k = i - 1; k >= 0 && C.from[k] === C.from[i]; k--) if (same(k)) n++;
  return n > 1 ? n : 0;
}
function published(reports) {
  const days = [...new Set(reports.map((w) => sources[w.source].published).filter(Boolean))].sort();
  return days.length ? ', ' + anyDate(days[0]) + (days.length > 1 ? ' and later' : '') : '';
}
// facts are what stands beside who speaks: office, occasion with its day, place, tone.
function facts(e) {
  const i = e.i, offices = [...new Set(e.speakers.filter((p) => p.office).map((p) => p.office))], occasion = C.occasion[i] >= 0 ? C.occasions[C.occasion[i]] : '';
  const dated = /^\d{4}(-\d\d){0,2}$/.test(e.occasionDate) && e.occasionDate !== e.edtf ? ' (' + anyDate(e.occasionDate) + ')' : '';
  const list = [offices.join('; '), occasion && (!e.title.includes(occasion) || dated) ? 'for ' + occasion + dated : '', e.place && !e.title.endsWith(e.place) ? e.place : '', titled(i) ? '' : channelName(i)].filter(Boolean);
  return [list.map((t) => [' · ', bdi(t)]), C.tone[i] === 1 ? '' : [' · ', h('span', { className: 'tone ' + TONES[C.tone[i]] }, TONES[C.tone[i]])]].flat(2);
}
// titled reports whether the title already tells how it was said.
const titled = (i) => CHANNELS.concat('unknown').includes(C.channels[C.channel[i]]) && (!['message', 'statement', 'speech', 'interview'].includes(C.channels[C.channel[i]]) || !/^(Congrat|Condol|Condem)/.test(events[i].title));

// statements shows the first words of an event; the rest where the reader asks for it.
function statements(e) {
  const whole = wholeOf.has(e.i) || state.open === e.i, list = whole ? e.statements : e.statements.slice(0, FEW), left = e.statements.length - list.length;
  let cut = left > 0;
  const shown = list.map((st) => { const [el, part] = quote(st[0], whole); cut = cut || part; return el; });
  return [...shown, cut ? h('p', { className: 'readon' }, button('Read on' + (left ? ': ' + plural(left, 'statement') + ' more' : ''), () => { wholeOf.add(e.i); redraw(e.i); const b = $('open-' + e.i); if (b) b.focus({ preventScroll: true }); }, { 'aria-label': 'Read on: ' + e.title + ', ' + longSpan(C.from[e.i], C.to[e.i]) + ', ' + (e.i + 1) })) : ''];
}

// quote is a wording, cut after about four lines; true where it is cut.
let room = 340; // characters of four lines
function quote(w, whole) {
  const x = sources[w.source], text = words(w), part = !whole && text.length > room * 1.15, shown = part ? short(text, room) : text;
  return [h('blockquote', { className: FORMS[w.form], lang: langTag(x.lang), dir: 'auto' }, h('p', { dir: 'auto' }, hits(shown))), part];
}

async function drawList(mine) {
  const list = ordered(), from = state.page * PAGE, shown = list.slice(from, from + PAGE);
  await ensure(shown);
  if (mine !== undefined && mine !== turn) return;
  room = Math.round(Math.min(700, ($('list').clientWidth || 640) - (innerWidth > 736 ? 180 : 0)) * 0.45);
  fill($('list'), shown);
  drawPager(list, from, shown.length);
  $('order').textContent = state.newest ? 'Newest first' : 'Oldest first';
  $('order').setAttribute('aria-label', 'Order: ' + $('order').textContent + '. Change');
  follow();
}
function drawPager(list, from, n) {
  const pages = Math.ceil(list.length / PAGE), nav = $('pager');
  nav.hidden = pages < 2;
  const go = (label, name, p) => button(label, () => { state.page = p; state.open = -1; refresh({ remember: 'push' }).then(() => { $('events-title').focus({ preventScroll: true }); $('events').scrollIntoView(); }); }, { 'aria-label': name, disabled: p < 0 || p >= pages || p === state.page });
  nav.replaceChildren(go('⇤', 'First page', 0), go('← Before', 'Page before', state.page - 1), h('p', {}, num(from + 1) + '–' + num(from + n) + ' of ' + num(list.length)), go('Next →', 'Next page', state.page + 1), go('⇥', 'Last page', pages - 1));
}

function fill(root, shown, whole) {
  if (!shown.length) {
    root.replaceChildren(h('p', { className: 'empty' }, N ? 'No event fits all of these filters.' : 'The store holds no such event.'), N ? h('p', {}, button('Show all events', () => { clearAll(); changed(); $('events-title').focus(); })) : '');
    return;
  }
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
  if (Math.floor(at / PAGE) !== state.page) { state.page = Math.floor(at / PAGE); await drawList(); } else { await ensure([i]); if (before >= 0) redraw(before); redraw(i); }
  drawChart(true);
  remember('push');
  if (scroll) $('ev-' + i).scrollIntoView({ behavior: still.matches ? 'auto' : 'smooth', block: 'start' });
  $('open-' + i).focus({ preventScroll: Boolean(scroll) });
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

// reach opens an event wherever it is: outside the filters it takes them away first, and says so.
async function reach(i) {
  if (!selected.includes(i)) { clearAll(); state.page = 0; await refresh(); say('The filters were taken away to show the event.'); }
  await openEvent(i, true);
}

// follow marks on the chart the card that is at the top of the list.
let watched = 0;
function follow() {
  cancelAnimationFrame(watched);
  watched = requestAnimationFrame(() => {
    const box = $('chart').getBoundingClientRect(), stuck = $('timeline').getBoundingClientRect(), foot = Math.max(box.bottom, stuck.bottom);
    const card = box.top > 120 ? null : [...document.querySelectorAll('.ev')].find((x) => x.getBoundingClientRect().bottom > foot + 24);
    point('here', card ? Number(card.dataset.event) : -1);
  });
}
// listenToList shows on the chart what the pointer or the focus is on in the list.
function listenToList() {
  const of = (ev) => { const card = ev.target.closest && ev.target.closest('.ev'); return card ? Number(card.dataset.event) : -1; };
  for (const type of ['pointerover', 'focusin']) $('list').addEventListener(type, (ev) => point('hot', of(ev)));
  for (const type of ['pointerleave', 'focusout']) $('list').addEventListener(type, () => point('hot', -1));
  addEventListener('scroll', follow, { passive: true });
}
