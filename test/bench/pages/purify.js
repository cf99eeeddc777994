import DOMPurify from 'dompurify';

export const purify = (html) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
