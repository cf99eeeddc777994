import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Status } from '../../mastodon/entities.js';

/** The words of a post. `body` is what `content/` made of them; the caller keeps it, since making it again costs. */
export const content = ({ language }: Status, body: DocumentFragment) =>
  html`<div class="content" part="content" dir="auto" lang=${ifDefined(language)}>${body}</div>`;
