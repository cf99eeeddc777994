/** The focus goes to a post, without a scroll. */
export function focusPost(post: HTMLElement | null | undefined): void {
  if (!post) return;
  post.tabIndex = 0; // a negative one would shut what stands inside out of the order
  post.addEventListener('blur', () => post.removeAttribute('tabindex'), { once: true });
  post.focus({ preventScroll: true });
}
