// Lit, an element with its own shadow root for each post, DOMPurify.
import { LitElement, html } from 'lit';
import { post, styles } from './lit-post.js';
import { defineTimeline } from './lit-timeline.js';
import { purify } from './purify.js';

class BenchPost extends LitElement {
  static styles = styles;
  static properties = { post: { attribute: false } };

  render() {
    return post(this.post, Date.now(), purify);
  }
}
customElements.define('b-post', BenchPost);

defineTimeline((data) => html`<b-post .post=${data}></b-post>`);
