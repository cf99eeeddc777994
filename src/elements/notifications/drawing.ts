import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { NotificationGroup } from '../../mastodon/entities-notifications.js';
import { icon } from '../../parts/icon/icon.js';
import { asterism } from '../../parts/icon/notification-icons.js';
import { heldRow } from '../../parts/notification/held.js';
import { pill } from '../../parts/pill/pill.js';
import type { Above } from './above.js';
import { heldRows, type Listed, row } from './rows.js';

/** The lines, and where those begin that were seen before: undefined, where there are both kinds. */
function withRule({ list }: Listed, { shown }: Above): readonly (NotificationGroup | undefined)[] {
  const old = shown.findIndex((group) => !list.isUnread(group));
  return old > 0 ? [...shown.slice(0, old), undefined, ...shown.slice(old)] : shown;
}

/** Those who are held back, where there are any. */
export function heldBack(listed: Listed, isOpen: boolean): unknown {
  const { list, context } = listed;
  if (!list.requestsCount) return nothing;
  const more = html`<div class="below"><button class="button" part="button" type="button" value="more-held">${context.words.say('moreHeld')}</button></div>`;
  return html`<div class="held-back">
    ${heldRow(list.requestsCount, isOpen, context)}
    ${
      isOpen
        ? [
            html`<ul class="people">${heldRows(listed)}</ul>`,
            listed.refusalOf('held'),
            list.hasMoreRequests ? more : nothing,
          ]
        : nothing
    }
  </div>`;
}

/** The list, and how many wait above it. */
export function lines(listed: Listed, above: Above): TemplateResult {
  const { say } = listed.context.words;
  return html`
    <div class="top"></div>
    <div class="list">
      <div class="pill-place">${above.waiting ? pill('news', say('news', { n: above.waiting })) : nothing}</div>
      <ol class="feed" part="feed" aria-label=${say('notifications')} aria-busy=${listed.list.loadingMore}>
        ${repeat(
          withRule(listed, above),
          (group) => group?.key ?? '',
          (group) =>
            group
              ? html`<li data-key=${group.key}>${row(group, listed)}</li>`
              : html`<li class="seen-before"><span>${say('seenBefore')}</span></li>`,
        )}
      </ol>
    </div>
  `;
}

const button = (value: string, text: string, busy = false, kind = '') =>
  html`<button class="button ${kind}" part="button" type="button" value=${value} aria-disabled=${busy ? 'true' : nothing}>${text}</button>`;

/** The way to older ones, or their end; and out of all of them. @param late what is said of a slow server */
export function foot({ list, context }: Listed, late: unknown): TemplateResult {
  const { say } = context.words;
  const { hasMore, loadingMore } = list;
  const end = html`<div class="below end" part="end" role="img" aria-label=${say('end')}>${icon(asterism)}</div>`;
  return html`${hasMore ? late : end}
    <div class="below">
      ${hasMore ? button('more', say('more'), loadingMore) : nothing}${button('clear', say('clear'), false, 'button-quiet')}
    </div>`;
}
