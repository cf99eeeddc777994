// A live burst: a worker posts raw JSON, as a WebSocket would, and a design draws it at the top of the list.
import { designs, fragment } from './live-designs.js';
import { pause, watchLongTasks } from './painted.js';
import { style } from './post-style.js';

const list = document.querySelector('#tl');
list.className = 'tl';
style();
const first = await (await fetch('https://masto.test/api/v1/timelines/public?limit=40')).json();
list.append(fragment(first));

let arrivals = []; // when each message was sent that no paint has shown yet
let pending = [];
const latencies = [];

function measure(sent) {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const time of sent) latencies.push(now - time);
  };
  channel.port2.postMessage(0);
}

/** What is waiting, the newest first; the paint of this frame, or of the next one, is what shows it. */
function take(isInFrame) {
  const sent = arrivals;
  arrivals = [];
  if (sent.length) {
    if (isInFrame) measure(sent);
    else requestAnimationFrame(() => measure(sent));
  }
  const posts = pending.reverse();
  pending = [];
  return posts;
}

const arrive = designs[new URL(location.href).searchParams.get('design')](list, take, first);

function work() {
  let sent = 0;
  onmessage = ({ data: { templates, rate, ms, origin } }) => {
    const start = performance.now();
    const timer = setInterval(() => {
      const passed = performance.now() - start;
      for (const due = Math.floor((Math.min(passed, ms) * rate) / 1000); sent < due; sent++) {
        const raw = templates[sent % templates.length].replace('"@@ID"', `"x${sent}"`);
        postMessage({ at: performance.timeOrigin + performance.now() - origin, raw });
      }
      if (passed > ms) {
        clearInterval(timer);
        postMessage(null);
      }
    }, 4);
  };
}

function frames(isOver) {
  const gaps = [];
  let last = 0;
  return new Promise((resolve) => {
    requestAnimationFrame(function next(time) {
      if (last) gaps.push(time - last);
      last = time;
      if (isOver()) resolve(gaps);
      else requestAnimationFrame(next);
    });
  });
}

function summary(gaps, long, got) {
  const sorted = [...latencies].sort((a, b) => a - b);
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    got,
    dropped: 100 * Math.max(0, 1 - gaps.length / (whole / (1000 / 60))),
    longestFrame: Math.max(...gaps),
    p50: sorted[sorted.length >> 1],
    p95: sorted[Math.floor(sorted.length * 0.95)],
    long: long.sum,
    posts: list.querySelectorAll('.post').length,
  };
}

/** `rate` messages a second for `ms`. */
window.burst = async (rate, ms) => {
  const worker = new Worker(URL.createObjectURL(new Blob([`(${work})()`])));
  const templates = first.map((data) => JSON.stringify({ ...data, id: '@@ID' }));
  let got = 0;
  let isDone = false;
  worker.onmessage = ({ data }) => {
    if (!data) return (isDone = true);
    const post = JSON.parse(data.raw);
    got++;
    arrivals.push(data.at);
    pending.push(post);
    arrive(post);
  };
  const stop = watchLongTasks();
  worker.postMessage({ templates, rate, ms, origin: performance.timeOrigin });
  const gaps = await frames(() => isDone && !arrivals.length);
  await pause(100);
  worker.terminate();
  return summary(gaps, stop(), got);
};
window.ready = true;
