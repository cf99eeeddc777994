import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from './lit-post.js';
import { makePost } from './post.js';
import { walk } from './sanitize.js';

const key = ({ id }) => id;

function fragment(posts) {
  const nodes = document.createDocumentFragment();
  const now = Date.now();
  for (const data of posts) nodes.append(makePost(data, walk, now));
  return nodes;
}

const templates = (posts) => {
  const now = Date.now();
  return repeat(posts, key, (data) => post(data, now, walk));
};

function chunk(list) {
  const element = document.createElement('div');
  element.className = 'chunk';
  list.append(element);
  return element;
}

/** Chunks of ten, far ones emptied with their height kept. */
function windowed(list) {
  const data = new WeakMap();
  const fill = (element) => element.append(fragment(data.get(element)));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (isIntersecting && !target.firstChild) {
          target.style.height = '';
          fill(target);
        } else if (!isIntersecting && target.firstChild) {
          target.style.height = `${boundingClientRect.height}px`;
          target.replaceChildren();
        }
      }
    },
    { rootMargin: '1500px 0px' },
  );
  return (posts) => {
    for (let i = 0; i < posts.length; i += 10) {
      const element = document.createElement('div');
      data.set(element, posts.slice(i, i + 10));
      fill(element);
      list.append(element);
      observer.observe(element);
    }
  };
}

function virtualizer(list) {
  const items = [];
  const now = Date.now();
  const renderItem = (data) => post(data, now, walk);
  return (posts) => {
    items.push(...posts);
    render(html`<div>${virtualize({ items: [...items], keyFunction: key, renderItem })}</div>`, list);
  };
}

function oneRepeat(list) {
  const items = [];
  return (posts) => {
    items.push(...posts);
    render(templates(items), list);
  };
}

/** How to grow a list: each takes the list and gives what adds a page of posts to it. */
export const designs = {
  naive: (list) => (posts) => list.append(fragment(posts)),
  cv(list) {
    list.classList.add('cv');
    return designs.naive(list);
  },
  'cv-chunk': (list) => (posts) => chunk(list).append(fragment(posts)),
  window: windowed,
  virtualizer,
  lit: oneRepeat,
  'lit-chunk': (list) => (posts) => render(templates(posts), chunk(list)),
};
