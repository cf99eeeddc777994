import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './lit-post.js';

const fetchPosts = async ({ instance, id }) => {
  const path = `/api/v1/accounts/${id}/statuses?limit=20&exclude_replies=false&exclude_reblogs=false`;
  return (await fetch(instance + path)).json();
};

/** Defines `<b-timeline>`: one shadow root, one `repeat`. `draw(post, now)` is a template. */
export function defineTimeline(draw, { read = fetchPosts, className = 'tl' } = {}) {
  class BenchTimeline extends LitElement {
    static styles = styles;
    static properties = { posts: { state: true } };

    constructor() {
      super();
      this.posts = [];
    }

    async connectedCallback() {
      super.connectedCallback();
      this.posts = await read(this.dataset);
    }

    render() {
      const now = Date.now();
      const key = (post) => post.id;
      return html`<div class=${className}>${repeat(this.posts, key, (post) => draw(post, now))}</div>`;
    }
  }
  customElements.define('b-timeline', BenchTimeline);
}
