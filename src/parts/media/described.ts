import { css, html, nothing, render } from 'lit';
import type { MediaSpeaker } from '../../i18n/media.js';
import { close } from '../icon/form-icons.js';
import { smallIcon } from '../icon/icon.js';

export const styles = css`
  .described {
    inline-size: min(calc(100vw - 16px), 24em);
    max-block-size: min(60dvh, 24em);
    overflow: auto;
    overscroll-behavior: contain;
    margin: auto;
    padding: 12px 14px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: max(0.9375em, 14px);
    line-height: 1.45;
    overflow-wrap: anywhere;
    cursor: auto;
  }
  .described:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .described h3 {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    margin-block: -6px 2px;
    font-size: max(0.75em, 12px);
    font-weight: 600;
    color: var(--_muted);
  }
  .described button {
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    block-size: var(--_target);
    margin-inline-end: -10px;
  }
  .described p {
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: start;
    user-select: text;
  }
  @supports (position-area: block-start span-inline-end) {
    .described {
      inset: auto;
      margin: 6px;
      position-area: block-start span-inline-end;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }
`;

const draw = (popup: HTMLElement, text: string, lang: string | undefined, { say }: MediaSpeaker) =>
  render(
    html`<h3>
        ${say('description')}<button type="button" aria-label=${say('close')} @click=${() => popup.hidePopover()}>${smallIcon(close)}</button>
      </h3>
      <p lang=${lang ?? nothing}>${text}</p>`,
    popup,
  );

/** What is told to whoever does not see a picture, for everybody else: beside its mark, above the page. */
export function describe(button: HTMLElement, text: string, lang: string | undefined, words: MediaSpeaker): void {
  const open = button.nextElementSibling;
  if (open?.matches('.described')) return (open as HTMLElement).hidePopover();
  const popup = document.createElement('div');
  popup.className = 'described';
  popup.part.add('description');
  popup.popover = 'auto';
  popup.role = 'dialog';
  popup.tabIndex = -1;
  popup.ariaLabel = words.say('description');
  draw(popup, text, lang, words);
  popup.addEventListener('beforetoggle', ({ newState }) => {
    // Not every browser gives the focus back out of a shadow tree; whoever has pressed elsewhere keeps theirs.
    if (newState === 'closed' && popup.matches(':focus-within')) button.focus({ preventScroll: true });
  });
  popup.addEventListener('toggle', ({ newState }) => {
    button.ariaExpanded = String(newState === 'open');
    if (newState === 'closed') popup.remove();
  });
  button.after(popup);
  // The button becomes what the popup stands beside, where browsers know that.
  popup.showPopover({ source: button });
  popup.focus({ preventScroll: true });
}
