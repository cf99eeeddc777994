import { css } from 'lit';
import { styles as actions } from '../../parts/actions/actions.styles.js';
import { styles as author } from '../../parts/author/author.styles.js';
import { styles as content } from '../../parts/content/content.styles.js';
import { styles as context } from '../../parts/context/context.styles.js';
import { styles as card } from '../../parts/link-card/link-card.styles.js';
import { styles as media } from '../../parts/media/media.styles.js';
import { styles as poll } from '../../parts/poll/poll.styles.js';
import { styles as warning } from '../../parts/warning/warning.styles.js';
import { button } from '../../styles/button.js';
import { host } from '../../styles/host.js';

const post = css`
  :host {
    isolation: isolate; /* a post lays nothing over its neighbours */
  }
  .post {
    --_indent: calc(var(--_avatar) + var(--_3));
    max-inline-size: calc(var(--_measure) + var(--_indent));
    padding-inline-start: var(--_indent); /* of the page's direction, whichever the words have */
    position: relative;
  }
  .post > :is(.author, .post-context) {
    margin-inline-start: calc(-1 * var(--_indent));
  }
  .post > .content {
    margin-block-start: 6px;
  }
  .post > :is(.media, .media-files, .card, .poll, .warning) {
    margin-block-start: var(--_3);
  }
  .post > .author + .warning {
    margin-block-start: var(--_2);
  }
  .post > .actions {
    margin-block-start: 6px;
  }
  @container (inline-size < 26em) {
    .post {
      --_avatar: var(--masto-avatar-size, 40px);
      --_indent: 0px;
    }
    .post > .content {
      margin-block-start: var(--_2);
    }
  }
  @media print {
    .post {
      break-inside: avoid;
    }
  }
`;

/** One sheet: twenty posts adopt it, and each sheet of theirs would be looked through for each. */
export const styles = css`${host}${button}${post}${author}${context}${content}${warning}${media}${poll}${card}${actions}`;
