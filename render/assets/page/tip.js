
// ---- tip: the note that follows the pointer: ours, in the DOM, so that no text is read as markup

function tipFor(p) {
  if (p.seriesName === 'counts') {
    const d = numbers[p.value[5]], by = [0, 0, 0];
    d.of.forEach((k) => by[C.tone[k]]++);
    return [h('p', { className: 'when' }, longSpan(d.from, d.to)), h('p', {}, h('b', {}, plural(d.of.length, 'event'))), h('p', { className: 'when' }, TONES.map((t, k) => num(by[k]) + ' ' + t).join(' · ')), h('p', { className: 'when' }, 'Click to see ' + (d.of.length === 1 ? 'it' : 'them'))];
  }
  const i = p.value[2], e = events[i];
  return [h('p', { className: 'when' }, whenOf(i) + (C.basis[i] === 3 ? ' (' + BASES[3] + ')' : '')), e ? h('p', {}, h('b', {}, bdi(e.title))) : '', h('p', {}, e ? parties(e) : peopleNames(i)), e ? h('p', { className: 'words', dir: 'auto' }, short(words(e.statements[0][0]), 160)) : ''].filter(Boolean);
}
const peopleNames = (i) => C.speakers[i].map((p) => C.people[p].name).join(', ') || 'Unknown speaker';
const channelName = (i) => (C.channels[C.channel[i]] === 'unknown' ? '' : readable(C.channels[C.channel[i]]));

let tipAt = null;
async function showTip(p) {
  if (p.seriesName !== 'marks' && p.seriesName !== 'counts') return;
  tipAt = p;
  const i = p.seriesName === 'marks' ? p.value[2] : -1;
  if (i >= 0 && !events[i]) { await ensure([i]); if (tipAt !== p) return; }
  if (i >= 0) { point('hot', i); light(i); }
  const tip = $('tip'), box = $('chart').getBoundingClientRect();
  tip.replaceChildren(...tipFor(p));
  tip.hidden = false;
  const x = p.event.offsetX, y = p.event.offsetY, w = tip.offsetWidth, t = tip.offsetHeight;
  tip.style.transform = 'translate(' + Math.round(Math.max(0, Math.min(x + 12, box.width - w))) + 'px,' + Math.round(box.top + y > t + 12 ? y - t - 12 : y + 16) + 'px)';
}
function hideTip() { tipAt = null; $('tip').hidden = true; point('hot', -1); light(-1); }
// light shows on the card what the pointer is on in the chart.
function light(i) {
  document.querySelectorAll('.ev.lit').forEach((x) => x.classList.remove('lit'));
  const card = i >= 0 && $('ev-' + i);
  if (card) card.classList.add('lit');
}

function clicked(p) {
  if (p.seriesName === 'marks') { hideTip(); openEvent(p.value[2], true); return; }
  if (p.seriesName !== 'counts') return;
  hideTip();
  const { from, to, side, partner } = numbers[p.value[5]];
  Object.assign(state, { at: { from, to, side, partner }, from, to, whole: false });
  changed();
  $('events-title').focus({ preventScroll: true });
}
