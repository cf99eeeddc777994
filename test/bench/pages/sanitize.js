const ALLOWED = {
  P: '',
  BR: '',
  SPAN: 'class translate',
  A: 'href class rel target translate',
  OL: 'start reversed',
  LI: 'value',
};
for (const tag of 'STRONG B EM I U DEL S CODE PRE BLOCKQUOTE UL RUBY RT RP H1 H2 H3 H4'.split(' ')) ALLOWED[tag] = '';
for (const tag in ALLOWED) ALLOWED[tag] = new Set(ALLOWED[tag].split(' ').filter(Boolean));

const HTML = 'http://www.w3.org/1999/xhtml';
const NO_TEXT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);
const GOOD_URL = /^(?:https?:|mailto:|gemini:|xmpp:|magnet:)/i;

function clean(parent) {
  for (let child = parent.firstElementChild, next; child; child = next) {
    next = child.nextElementSibling;
    const isHtml = child.namespaceURI === HTML;
    const attributes = isHtml && ALLOWED[child.tagName];
    if (!attributes) {
      if (isHtml && !NO_TEXT.has(child.tagName)) child.replaceWith(child.textContent);
      else child.remove();
      continue;
    }
    for (let i = child.attributes.length; i--;) {
      const { name, value } = child.attributes[i];
      if (!attributes.has(name) || (name === 'href' && !GOOD_URL.test(value))) child.removeAttribute(name);
    }
    if (child.tagName === 'A') child.rel = 'nofollow noopener noreferrer';
    if (child.firstElementChild) clean(child);
  }
}

/** A purpose-made allow-list walker over an inert template. */
export function walk(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  clean(template.content);
  return template.content;
}

const plain = ['p', 'br', 'strong', 'b', 'em', 'i', 'u', 'del', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'];

/** Without the top-level `attributes: []` a configuration with attributes by element lets `style` and `id` through. */
export const configuration = (linkAttributes = []) => ({
  attributes: [],
  comments: false,
  dataAttributes: false,
  elements: [
    ...plain,
    { name: 'span', attributes: ['class', 'translate'] },
    { name: 'a', attributes: ['href', 'class', 'translate', ...linkAttributes] },
  ],
});

/** The browser's own sanitiser, one shared `Sanitizer`; where there is none, the walker. */
export function native() {
  if (!Element.prototype.setHTML) return walk;
  const sanitizer = new Sanitizer(configuration());
  return (html) => {
    const holder = document.createElement('div');
    holder.setHTML(html, { sanitizer });
    for (const link of holder.querySelectorAll('a')) link.rel = 'nofollow noopener noreferrer';
    const fragment = document.createDocumentFragment();
    fragment.append(...holder.childNodes);
    return fragment;
  };
}
