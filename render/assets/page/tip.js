// ---- the note that follows the pointer: ours, in the DOM, so that no text is read as markup

function tipFor(i) {
  if (i < 0) {
    const d = dense[-i - 1], by = [0, 0, 0];
    d.of.forEach((k) => by[C.tone[k]]++);
    return [h('p', { className: 'when' }, longSpan(d.from, d.to)), h('p', {}, h('b', {}, plural(d.all, 'event')), d.n ? ', ' + num(d.n) + ' of them not drawn' : ''), h('p', { className: 'when' }, TONES.map((t, k) => num(by[k]) + ' ' + t).join(' · ')), h('p', { className: 'when' }, 'Click to open')];
  }
  const e = events[i];
  return [h('p', { className: 'when' }, longSpan(C.from[i], C.to[i])), h('p', {}, e ? heading(e) : peopleNames(i)),
    h('p', { className: 'when' }, facts(i).join(' · ')), e ? h('p', { className: 'words', dir: 'auto' }, short(words(e.statements[0][0]), 180)) : null].filter(Boolean);
}
const short = (t, n) => (t.length > n ? t.slice(0, n).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '') + '…' : t);
const peopleNames = (i) => C.speakers[i].map((p) => C.people[p].name).join(', ') || 'Unknown speaker';
const readable = (c) => (Object.hasOwn(SHAPE, c) ? c.replace('-', ' ') : c === 'unknown' ? 'not told' : c);
const channelName = (i) => (C.channels[C.channel[i]] === 'unknown' ? '' : readable(C.channels[C.channel[i]]));
const facts = (i) => [channelName(i), TONES[C.tone[i]], C.count[i] > 1 ? plural(C.count[i], 'statement') : null].filter(Boolean);

const indexOf = (p) => (p.seriesName === 'marks' ? p.value[2] : p.seriesName === 'density' ? p.value[5] : null);
let tipAt = null;
async function showTip(p) {
  const i = indexOf(p);
  tipAt = i;
  if (i >= 0 && !events[i]) { await ensure([i]); if (tipAt !== i) return; }
  const tip = $('tip'), box = $('chart').getBoundingClientRect();
  tip.replaceChildren(...tipFor(i));
  tip.hidden = false;
  const [x, y] = p.seriesName === 'density' ? [p.event.offsetX, p.event.offsetY] : chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [p.value[0], p.value[1]]);
  const w = tip.offsetWidth, t = tip.offsetHeight;
  tip.style.transform = 'translate(' + Math.round(Math.max(0, Math.min(x + 12, box.width - w))) + 'px,' + Math.round(y > t + 12 ? y - t - 10 : y + 14) + 'px)';
}
function hideTip() { tipAt = null; $('tip').hidden = true; }

function clicked(p) {
  const i = indexOf(p);
  if (i === null) return;
  hideTip();
  if (i >= 0) { openEvent(i, true); return; }
  const d = dense[-i - 1];
  if (d.from < d.to) setRange(d.from, d.to, 'push');
  else if (view()[1] - view()[0] > 1) setRange(d.from, d.from, 'push');
  else $('events-title').focus();
}
