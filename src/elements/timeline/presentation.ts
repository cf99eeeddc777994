/** A box that is only for the eye. */
export const div = (name: string): HTMLElement =>
  Object.assign(document.createElement('div'), { className: name, role: 'presentation' });
