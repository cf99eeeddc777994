import { registry, version } from './registry.js';

/**
 * Defines a tag, unless it is taken: a page may load this library twice, and the first copy wins (R209).
 * Warns when the other copy is of another major version, or not ours at all.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) {
    customElements.define(tag, element);
    registry.tags.set(tag, version);
    return;
  }
  const other = registry.tags.get(tag);
  if (other?.split('.')[0] !== version.split('.')[0])
    console.warn(
      `<${tag}> is already defined by ${other ? `masto-elements ${other}` : 'another script'}; masto-elements ${version} leaves it alone.`,
    );
}
