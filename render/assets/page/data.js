
// ---- data: the texts, opened block by block

const events = [], sources = [];
const opened = new Map(); // block number to the promise of its texts
let allLoaded = false, loading;

// DIGITS are those of squeeze.go: five stand for four bytes.
const DIGITS = '!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}';
const valueOf = new Uint8Array(128);
for (let k = 0; k < DIGITS.length; k++) valueOf[DIGITS.charCodeAt(k)] = k;
async function unpack(id) {
  const raw = JSON.parse($(id).textContent), at = raw.indexOf(' ') + 1, length = Number(raw.slice(0, at)), bytes = new Uint8Array(Math.ceil(length / 4) * 4), view = new DataView(bytes.buffer);
  for (let i = at, to = 0; i < raw.length; i += 5, to += 4) {
    let n = 0;
    for (let k = 0; k < 5; k++) n = n * 85 + valueOf[raw.charCodeAt(i + k)];
    view.setUint32(to, n);
  }
  return new Response(new Blob([bytes.subarray(0, length)]).stream().pipeThrough(new DecompressionStream('gzip')));
}

// A block numbers its sources, people and names by itself; C.sourcesOf tells which of all sources those of it are.
function openBlock(b) {
  if (!opened.has(b)) opened.set(b, unpack('block-' + b).then((r) => r.json()).then((block) => {
    let last = -1;
    const at = C.sourcesOf[b].map((step) => (last += step));
    block.sources.forEach((x, i) => {
      const [url, outlet, title, byline, published, how, retrieved, lang, sha] = x;
      sources[at[i]] = { url, outlet: block.names[outlet], title, byline, published, how, retrieved, lang, sha };
    });
    block.events.forEach((x, k) => { const i = C.blockAt[b] + k; events[i] = eventOf(i, x, block, at); });
  }));
  return opened.get(b);
}

function eventOf(i, x, block, at) {
  const [edtf, place, occasionDate, speakers, addressees, about, context, statements, title, doubts, told] = x;
  const who = ([p, office, basis]) => ({ ...block.people[p], office, basis });
  const all = (list) => list.map((k) => at[k]);
  const [of = [], accounts = [], conflicts = []] = told;
  const [previous, next, answers, ...beside] = Object.assign([-1, -1, -1], C.exchange[i].map((step) => (step ? i + step : -1)));
  return {
    i, edtf, place, occasionDate, title, previous, next, answers, beside,
    speakers: speakers.map(who), addressees: addressees.map(who), about: about.map(saidOf),
    context: context.map(([source, text]) => ({ source: at[source], text })),
    doubts: doubts.flatMap((word, k) => (k % 2 ? [] : [{ word, why: doubts[k + 1] }])),
    told: statements.map((_, k) => { const [fullest = 0, origins = [], copies = []] = of[k] || []; return { fullest, origins, copies: new Map(copies.flatMap((w, n) => (n % 2 ? [] : [[w, at[copies[n + 1]]]]))) }; }),
    accounts: accounts.map(([side, list]) => ({ side: saidOf(side), sources: all(list) })),
    conflicts: conflicts.map(([field, values]) => ({ field, values: values.map(([value, list]) => ({ value, sources: all(list) })) })),
    statements: statements.map((list) => list.map(([source, form, pieces, medium, tone, by, p, said, decided]) => ({ source: at[source], form, pieces, medium: block.names[medium] || '', tone, by, p, said, decided }))),
  };
}

const saidOf = (code) => C.statesSaid[C.states.findIndex((s) => s.code === code)] || '';
const blockOf = (i) => { let b = 0; while (C.blockAt[b + 1] <= i) b++; return b; };

// ensure opens the texts of the events with their sources, and of the events that they stand in exchange with.
async function ensure(list) {
  await Promise.all([...new Set(list.map(blockOf))].map(openBlock));
  const near = list.flatMap((i) => [events[i].previous, events[i].next, events[i].answers, ...events[i].beside]).filter((i) => i >= 0 && !events[i]);
  await Promise.all([...new Set(near.map(blockOf))].map(openBlock));
}
const words = (w) => w.pieces.filter((_, k) => k % 2).join(' … ');

// loadAll opens every block in short tasks, so that nothing freezes; the search waits for it.
function loadAll() {
  loading = loading || (async () => {
    for (let b = 0; b + 1 < C.blockAt.length; b++) { await openBlock(b); await pause(); }
    let at = performance.now();
    for (let i = 0; i < N; i++) { haystack(i); if (performance.now() - at > 12) { await pause(); at = performance.now(); } }
    allLoaded = true;
    document.body.classList.add('loaded');
  })();
  return loading;
}
