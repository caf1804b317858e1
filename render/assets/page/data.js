// ---- texts, opened block by block

function openBlock(b) {
  if (!opened.has(b)) opened.set(b, unpack('block-' + b).then((r) => r.json()).then((block) => {
    block.sources.forEach((x, i) => {
      const [url, outlet, title, byline, published, how, retrieved, lang, sha] = x;
      sources[C.sourceAt[b] + i] = { url, outlet: C.outlets[outlet], title, byline, published, how, retrieved, lang, sha };
    });
    block.events.forEach((x, i) => {
      const [edtf, place, occasionDate, speakers, addressees, about, context, statements] = x;
      const who = ([p, office, basis]) => ({ ...C.people[p], office, basis });
      events[b * C.blockSize + i] = {
        i: b * C.blockSize + i, edtf, place, occasionDate, speakers: speakers.map(who), addressees: addressees.map(who), about: about.map((k) => C.states[k]),
        context: context.map(([source, text]) => ({ source, text })),
        statements: statements.map((list) => list.map(([source, form, pieces, medium, tone, by, p, said, decided]) => ({ source, form, pieces, medium: C.media[medium] || '', tone, by, p, said, decided }))),
      };
    });
  }));
  return opened.get(b);
}
const blockOf = (i) => Math.floor(i / C.blockSize);
const sourceBlock = (k) => { let b = 0; while (C.sourceAt[b + 1] <= k) b++; return b; };

async function ensure(list) {
  await Promise.all([...new Set(list.map(blockOf))].map(openBlock));
  const need = new Set();
  for (const i of list) {
    const e = events[i];
    e.context.forEach((c) => { if (!sources[c.source]) need.add(sourceBlock(c.source)); });
    e.statements.forEach((st) => st.forEach((w) => { if (!sources[w.source]) need.add(sourceBlock(w.source)); }));
  }
  await Promise.all([...need].map(openBlock));
}
const words = (w) => w.pieces.filter((_, k) => k % 2).join(' … ');

function haystack(i) {
  if (hay[i] === undefined) {
    const e = events[i], t = [e.edtf, e.place, C.occasions[C.occasion[i]] || '', C.channels[C.channel[i]]];
    [...e.speakers, ...e.addressees].forEach((p) => t.push(p.name, p.office));
    e.statements.forEach((st) => st.forEach((w) => { const x = sources[w.source]; t.push(w.pieces.join(''), x.outlet, x.title, w.medium); }));
    e.context.forEach((c) => t.push(c.text));
    hay[i] = fold(t.join('\n'));
  }
  return hay[i];
}

// loadAll opens every block in short tasks, so that nothing freezes; the search waits for it.
function loadAll() {
  loading = loading || (async () => {
    for (let b = 0; b < C.blocks; b++) { await openBlock(b); await pause(); }
    let at = performance.now();
    for (let i = 0; i < N; i++) { haystack(i); if (performance.now() - at > 12) { await pause(); at = performance.now(); } }
    allLoaded = true;
    document.body.classList.add('loaded');
  })();
  return loading;
}
const pause = () => new Promise((done) => { const ch = new MessageChannel(); ch.port1.onmessage = () => done(); ch.port2.postMessage(0); });
