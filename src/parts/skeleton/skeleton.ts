import { html } from 'lit';

/** The outline of posts on their way. `label` says so to those who do not see it. */
export const skeleton = (label: string) => html`
  <div role="status" aria-label=${label}>
    <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
    <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
    <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></div>
  </div>
`;
