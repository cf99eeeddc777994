import { html, nothing } from 'lit';

/** What a notice says. All of it is words of ours, but for what a server is quoted with. */
export interface NoticeData {
  readonly icon?: unknown;
  readonly title: string;
  readonly text?: string | undefined;
  /** What the server said, shown as its words. */
  readonly quote?: string | undefined;
  /** The button's label and the verb it stands for. */
  readonly button?: { readonly label: string; readonly value: string } | undefined;
  /** `alert` for failures, `status` for the rest. */
  readonly role?: 'alert' | 'status';
}

const action = ({ button }: NoticeData) =>
  button
    ? html`<button class="button" part="button" type="button" value=${button.value}>${button.label}</button>`
    : nothing;

/** Stands where the posts would be: empty, failed, signed out, not agreed to. */
export const notice = (data: NoticeData, more: unknown = nothing) => html`
  <div class="notice" part="notice">
    <div role=${data.role ?? 'status'}>
      ${data.icon}
      <p class="title">${data.title}</p>
      ${data.text ? html`<p>${data.text}</p>` : nothing}${data.quote ? html`<p><q dir="auto">${data.quote}</q></p>` : nothing}
    </div>
    ${more}${action(data)}
  </div>
`;

/** Stands beside posts: the next page did not come, or is late. */
export const noticeRow = (data: NoticeData) => html`
  <div class="notice-row" part="notice">
    ${data.icon}<span role=${data.role ?? 'status'}>${data.title}${data.text ? ` ${data.text}` : nothing}</span>${action(data)}
  </div>
`;
