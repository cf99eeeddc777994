// A live burst: a worker posts raw JSON, as a WebSocket would, and a design draws it at the top of the list.
import { dropped, frames } from './frames.js';
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

const query = new URL(location.href).searchParams;
const arrive = designs[query.get('design')](list, take, first);

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

function summary(gaps, long, got) {
  const sorted = [...latencies].sort((a, b) => a - b);
  return {
    got,
    ...dropped(gaps),
    p50: sorted[sorted.length >> 1],
    p95: sorted[Math.floor(sorted.length * 0.95)],
    long: long.sum,
    posts: list.querySelectorAll('.post').length,
  };
}

let got = 0;
let isDone = false;

function hear(data, at) {
  got++;
  arrivals.push(at);
  pending.push(data);
  arrive(data);
}

async function watch(end) {
  const stop = watchLongTasks();
  const gaps = await frames(() => isDone && !arrivals.length);
  await pause(100);
  end();
  return summary(gaps, stop(), got);
}

/** `rate` messages a second for `ms`. */
window.burst = (rate, ms) => {
  const worker = new Worker(URL.createObjectURL(new Blob([`(${work})()`])));
  const templates = first.map((data) => JSON.stringify({ ...data, id: '@@ID' }));
  worker.onmessage = ({ data }) => {
    if (data) hear(JSON.parse(data.raw), data.at);
    else isDone = true;
  };
  worker.postMessage({ templates, rate, ms, origin: performance.timeOrigin });
  return watch(() => worker.terminate());
};

// The same, fed by the instance's own stream as a client is.
if (query.has('socket')) {
  const socket = new WebSocket(query.get('socket'), 'bench');
  socket.onmessage = ({ data }) => hear(JSON.parse(JSON.parse(data).payload), performance.now());
  let running;
  window.startWatch = () => (running = watch(() => socket.close()));
  window.stopWatch = () => {
    isDone = true;
    return running;
  };
}
window.ready = true;
