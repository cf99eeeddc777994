import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, render } from 'lit';
import { post } from './lit-post.js';
import { makePost } from './post.js';
import { walk } from './sanitize.js';

const now = Date.now();
const MOST = 100; // posts kept in the document
const SHOWN = 20; // the newest of a flush that are drawn at all

function fragment(posts) {
  const nodes = document.createDocumentFragment();
  for (const data of posts) nodes.append(makePost(data, walk, now));
  return nodes;
}

/** Calls `flush` once for all that came since the last time: before the next frame, or after `ms`. */
function later(flush, ms) {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    const run = () => {
      isPlanned = false;
      flush();
    };
    if (ms) setTimeout(run, ms);
    else requestAnimationFrame(run);
  };
}

/** A design that draws what is waiting in one go; `take` gives it, the newest first, and starts the measuring of it. */
const flushing = (list, take, draw, ms) => {
  const plan = later(() => draw(take(!ms)), ms);
  return () => plan();
};

function trim(list, most) {
  while (list.childElementCount > most) list.lastElementChild.remove();
}

function withinBudget(list, posts) {
  const start = performance.now();
  const nodes = document.createDocumentFragment();
  for (const data of posts) {
    nodes.append(makePost(data, walk, now));
    if (performance.now() - start > 4) break;
  }
  list.prepend(nodes);
  trim(list, MOST);
}

function newest(list, posts) {
  list.prepend(fragment(posts.slice(0, SHOWN)));
  trim(list, MOST);
}

function virtualizer(list, take, first) {
  let items = first;
  const draw = () => {
    const renderItem = (data) => post(data, now, walk);
    render(html`<div>${virtualize({ items, keyFunction: ({ id }) => id, renderItem })}</div>`, list);
  };
  list.replaceChildren();
  draw();
  return flushing(list, take, (posts) => {
    items = [...posts, ...items];
    draw();
  });
}

/** Nothing is drawn before the reader asks: "n new posts". */
function button(list, take) {
  const element = document.createElement('button');
  element.style.cssText = 'position:sticky;top:0';
  list.prepend(element);
  let waiting = 0;
  return flushing(list, take, (posts) => {
    waiting += posts.length;
    element.textContent = `${waiting} new posts`;
  });
}

const unbounded = (list, take) => flushing(list, take, (posts) => list.prepend(fragment(posts)));

/** What to do with each message: a design takes the list and `take`, and gives what is called at each arrival. */
export const designs = {
  // A render a message; only the measuring waits for the frame.
  each: (list, take) => {
    const plan = later(() => take(true));
    return (data) => {
      list.prepend(makePost(data, walk, now));
      plan();
    };
  },
  raf: unbounded,
  'raf-cv'(list, take) {
    list.classList.add('cv');
    return unbounded(list, take);
  },
  'raf-trim': (list, take) =>
    flushing(list, take, (posts) => {
      list.prepend(fragment(posts));
      trim(list, MOST);
    }),
  'raf-newest': (list, take) => flushing(list, take, (posts) => newest(list, posts)),
  budget: (list, take) => flushing(list, take, (posts) => withinBudget(list, posts)),
  '250ms': (list, take) => flushing(list, take, (posts) => newest(list, posts), 250),
  virtualizer,
  badge: button,
};

export { fragment };
