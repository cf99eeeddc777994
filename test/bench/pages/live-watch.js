// Looks on at a live <masto-timeline>: which frames come, and when what has arrived is to be seen.
import { dropped, frames } from './frames.js';
import { pause, watchLongTasks } from './painted.js';

const epoch = () => performance.timeOrigin + performance.now();
const list = () => document.querySelector('masto-timeline').shadowRoot;

/** At the top: the address of the first post. */
const newest = () => list().querySelector('masto-status')?.entry?.key;

/** Elsewhere: the number on the button. */
const count = () => Number(list().querySelector('[part~=pill]')?.textContent.replace(/\D/g, '') || 0);

let over = false;
let running;
/** How many frames there were when the burst had ended. */
let burstFrames = Infinity;
let frameCount = 0;

/** Notes `[what is seen, when it was painted]` whenever it changes. */
async function watch(read) {
  const seen = [];
  const channel = new MessageChannel();
  const painted = [];
  channel.port1.onmessage = () => seen.push([painted.shift(), epoch()]);
  let last = read();
  const look = () => {
    frameCount++;
    const now = read();
    if (now === last) return;
    last = now;
    painted.push(now);
    channel.port2.postMessage(0); // comes after this frame's paint
  };
  const stop = watchLongTasks();
  const gaps = await frames(() => over, look);
  await pause(100);
  return { ...dropped(gaps.slice(0, burstFrames)), seen, long: stop().sum };
}

window.startWatch = (away) => {
  over = false;
  frameCount = 0;
  burstFrames = Infinity;
  running = watch(away ? count : newest);
};

/** What comes later only shows the last of it. */
window.endBurst = () => {
  burstFrames = frameCount;
};

/** What was seen, and what stands there now. */
window.stopWatch = async () => {
  over = true;
  const found = await running;
  return { ...found, posts: list().querySelectorAll('masto-status').length, count: count() };
};
/** The address of the first post, once the reader is there. */
window.newestAtTop = () => (scrollY < 200 ? newest() : undefined);
window.ready = true;
