import type { LitElement } from 'lit';

/**
 * Keeps a reader's place when what had the focus is drawn no more, as a button that has been pressed: what stands in its
 * place takes the focus, else the tag itself.
 */
export function keepFocus(host: LitElement): void {
  let had: Element | null = null;
  let around: Element | null = null;
  let at = 0;
  host.addController({
    hostUpdate() {
      had = host.shadowRoot!.activeElement;
      around = had && had.parentElement;
      at = around ? [...around.children].indexOf(had!) : 0;
    },
    hostUpdated() {
      if (!had || had.isConnected) return;
      const place = around?.isConnected && (around.children[at] as HTMLElement | undefined);
      const next = place && (place.querySelector<HTMLElement>('a, button') ?? place);
      if (!next && !host.hasAttribute('tabindex')) {
        host.tabIndex = 0; // a negative one would shut what stands inside out of the order
        host.addEventListener('blur', () => host.removeAttribute('tabindex'), { once: true });
      }
      (next || host).focus({ preventScroll: true });
    },
  });
}
