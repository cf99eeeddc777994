import { defaultStrategy } from '@literals/html-css-minifier';

/** What stands for an expression while a template is minified; the minifier makes it unique by underscores. */
const hole = String.raw`@TEMPLATE_EXPRESSION_*\(\);`;

/** White space with a line break in it, after a tag or an expression and before one: a matter of layout in the source. */
const layout = new RegExp(String.raw`(>|${hole})\s*\n\s*(?=<|${hole})|^\s*\n\s*|\s*\n\s*$`, 'g');

/**
 * In our templates, as in JSX, white space with a line break between tags means nothing. Left in, each would be a text node in
 * every post: a third of all its nodes.
 */
export const tightHtml = {
  ...defaultStrategy,
  async minifyHTML(html, options) {
    const tight = html.replace(layout, '$1');
    const short = await defaultStrategy.minifyHTML(tight, options);
    // The minifier takes a template for a whole page, and blanks at its ends for nothing: here a word may stand before it.
    return (/^\s/.test(tight) ? ' ' : '') + short.trim() + (short && /\s$/.test(tight) ? ' ' : '');
  },
};
