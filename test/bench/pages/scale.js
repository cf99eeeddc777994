// A list that grows by pages of the API: `bench.more()` adds one, the others read what the long list costs.
import { nextPage, painted, pause, watchLongTasks } from './painted.js';
import { style } from './post-style.js';
import { designs } from './scale-designs.js';

const list = document.querySelector('#tl');
const query = new URL(location.href).searchParams;
list.className = 'tl';
style();
const chunks = new CSSStyleSheet();
chunks.replaceSync('.chunk{content-visibility:auto;contain-intrinsic-size:auto 9000px}');
document.adoptedStyleSheets.push(chunks);

const add = designs[query.get('design')](list);
let next = `https://masto.test/api/v1/timelines/public?limit=${query.get('size') ?? 40}`;
let total = 0;

const height = () => document.documentElement.scrollHeight;

/** Times in ms: `network`, `script` and `paint`, which runs from the text in hand to the paint. */
async function more() {
  const start = performance.now();
  const response = await fetch(next);
  const text = await response.text();
  const arrived = performance.now();
  const posts = JSON.parse(text);
  next = nextPage(response);
  add(posts);
  const added = performance.now();
  total += posts.length;
  scrollTo(0, height());
  const end = await painted();
  await painted();
  return { network: arrived - start, script: added - arrived, paint: end - arrived, total };
}

/** Scrolls `step` px a frame for `ms`, and counts the frames in which the middle of the screen shows no post. */
function scrollAlong(step, ms) {
  const gaps = [];
  let blank = 0;
  let last = 0;
  const end = performance.now() + ms;
  return new Promise((resolve) => {
    requestAnimationFrame(function next(time) {
      if (last) gaps.push(time - last);
      last = time;
      scrollBy(0, step);
      if (!document.elementFromPoint(400, 450)?.closest('.post')) blank++;
      if (performance.now() < end) requestAnimationFrame(next);
      else resolve({ gaps, blank });
    });
  });
}

async function scroll() {
  scrollTo(0, Math.floor(height() / 3));
  await painted();
  await pause(400);
  const stop = watchLongTasks();
  const { gaps, blank } = await scrollAlong(100, 2000);
  await pause(100);
  const long = stop();
  const sorted = [...gaps].sort((a, b) => a - b);
  return {
    fps: (gaps.length * 1000) / gaps.reduce((sum, gap) => sum + gap, 0),
    p95: sorted[Math.floor(sorted.length * 0.95)],
    slow: gaps.filter((gap) => gap > 25).length / gaps.length,
    blank: blank / (gaps.length + 1),
    longTasks: long.count,
    longest: long.longest,
  };
}

/** ms to the paint after a jump to each of six places. */
async function jump() {
  const times = [];
  for (const share of [0, 0.5, 0.25, 0.75, 0.1, 0.9]) {
    const start = performance.now();
    scrollTo(0, height() * share);
    times.push((await painted()) - start);
    await painted();
    await painted();
  }
  return times;
}

/** ms to the paint after the list became narrower: a turned phone, an opened sidebar. */
async function resize() {
  const start = performance.now();
  list.style.maxWidth = '520px';
  const end = await painted();
  list.style.maxWidth = '';
  await painted();
  return end - start;
}

window.bench = { more, scroll, jump, resize, total: () => total, toEnd: () => scrollTo(0, height()) };
window.ready = true;
