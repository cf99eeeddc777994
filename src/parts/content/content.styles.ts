import { css } from 'lit';

/** A stranger's words, as `content/` lets them in. */
export const styles = css`
  .content {
    position: relative;
    overflow-wrap: anywhere;
    overflow: clip; /* accents piled to the sky stay in their post */
    overflow-clip-margin: 4px;
  }
  .content > * + *,
  .content :is(li, blockquote) > :is(p, pre, blockquote) + * {
    margin-block-start: 0.7em;
  }
  .content :is(p, li, blockquote),
  .poll-label,
  .card-title,
  .card-about,
  .warning-text {
    unicode-bidi: plaintext; /* a stranger's words run in their own direction */
    text-align: start;
  }
  .content a {
    unicode-bidi: plaintext;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_underline);
    text-underline-offset: 0.2em;
  }
  .content a:hover {
    text-decoration-color: currentColor;
  }
  .content .invisible {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    font-size: 0;
  }
  .content .ellipsis::after {
    content: '…';
  }
  .content code,
  .content pre {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.9em;
    background: var(--_fill);
    border-radius: 4px;
    padding: 0.1em 0.3em;
    direction: ltr;
    unicode-bidi: isolate;
  }
  .content pre {
    padding: 0.5em 0.8em;
    overflow: auto;
    max-block-size: 30em;
    white-space: pre;
    overflow-wrap: normal;
    text-align: left;
  }
  .content pre code {
    font-size: 1em;
    background: none;
    padding: 0;
  }
  .content blockquote {
    border-inline-start: 2px solid var(--_line);
    padding-inline-start: var(--_3);
    color: var(--_muted);
  }
  .content :is(ul, ol) {
    list-style: disc;
    padding-inline-start: 1.4em;
  }
  .content ol {
    list-style: decimal;
    padding-inline-start: 2.2em;
  }
  .content ol:is([start], :has([value])) {
    padding-inline-start: 3.8em; /* nothing is seen outside the post, not even five digits */
  }
  .content :is(sub, sup) {
    line-height: 0;
  }
  .content rt {
    user-select: none;
  }
  .custom-emoji {
    display: inline-block;
    inline-size: 1.25em;
    block-size: 1.25em;
    object-fit: contain;
    vertical-align: -0.25em;
    margin-inline: 0.05em;
  }
  @media print {
    .content a[href^='http']:not(.mention, .hashtag)::after {
      content: ' (' attr(href) ')';
      color: var(--_muted);
      font-size: 0.8em;
    }
  }
`;
