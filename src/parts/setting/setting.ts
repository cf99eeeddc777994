import { html, nothing, type TemplateResult } from 'lit';
import { down } from '../icon/form-icons.js';
import { smallIcon } from '../icon/icon.js';

export interface Setting {
  readonly name: string;
  /** What is set, for assistive technology. */
  readonly label: string;
  readonly icon: string;
  readonly value: string;
  /** What is set, in short. */
  readonly shown: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  /** Id of what explains a mistake in it. */
  readonly describedBy?: string | undefined;
}

/** A choice that reads as a word with a sign. The browser's own list lies over it, unseen: it is as wide as its word, not as its longest one. */
export const setting = ({ name, label, icon, value, shown, options, describedBy }: Setting): TemplateResult => html`
  <span class="setting" part="setting"
    >${smallIcon(icon)}<span class="setting-shown" aria-hidden="true">${shown}</span>${smallIcon(down)}<select
      name=${name}
      aria-label=${label}
      aria-invalid=${describedBy ? 'true' : 'false'}
      aria-describedby=${describedBy ?? nothing}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${option.value === value} ?disabled=${option.disabled}>${option.label}</option>`,
      )}
    </select></span
  >
`;
