/** R63 as ESLint rules: HTML is made from text in src/content/ only, code from text nowhere. */

const message = 'R63: HTML is made from text in src/content/ only.';

const properties = '/^(innerHTML|outerHTML|srcdoc)$/';
const methods =
  '/^(insertAdjacentHTML|createContextualFragment|setHTML|setHTMLUnsafe|parseHTML|parseHTMLUnsafe|parseFromString|createPolicy)$/';
const makers = '/^(DOMParser|XSLTProcessor)$/';

const selectors = [
  // el.innerHTML = x, el['innerHTML'] += x, { innerHTML: x }
  `AssignmentExpression > MemberExpression.left[property.name=${properties}]`,
  `AssignmentExpression > MemberExpression.left[property.value=${properties}]`,
  `ObjectExpression > Property[key.name=${properties}]`,
  `ObjectExpression > Property[key.value=${properties}]`,
  // html`<p .innerHTML=${x}>`, html`<iframe srcdoc=${x}>`
  'TemplateElement[value.raw=/[.?@\\s](innerHTML|outerHTML|srcdoc)\\s*=/i]',
  // el.setAttribute('srcdoc', x), el.setAttribute('onclick', x)
  'CallExpression[callee.property.name=/^(setAttribute|setAttributeNS|toggleAttribute)$/] > Literal[value=/^(srcdoc$|on)/i]',
  `CallExpression > MemberExpression.callee[property.name=${methods}]`,
  `CallExpression > MemberExpression.callee[property.value=${methods}]`,
  `MemberExpression[property.name=${makers}]`,
  `MemberExpression[property.value=${makers}]`,
  'CallExpression[callee.object.name=document][callee.property.name=/^write(ln)?$/]',
  'CallExpression[callee.object.property.name=document][callee.property.name=/^write(ln)?$/]',
];

const unsafeModules = [
  'lit/directives/unsafe-*',
  'lit-html/directives/unsafe-*',
  'lit/static-html.js',
  'lit-html/static.js',
];

const noCodeFromText = {
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-restricted-imports': ['error', { patterns: [{ group: unsafeModules, message }] }],
};

const unsafeImport = { selector: 'ImportExpression > Literal[value=/unsafe-(html|svg|mathml)|lit.*static/]', message };

/** For src/content/. */
export const contentRules = { ...noCodeFromText, 'no-restricted-syntax': ['error', unsafeImport] };

/** For all the rest of src/. */
export const noHtmlRules = {
  ...noCodeFromText,
  'no-restricted-globals': ['error', ...['DOMParser', 'XSLTProcessor'].map((name) => ({ name, message }))],
  'no-restricted-syntax': ['error', unsafeImport, ...selectors.map((selector) => ({ selector, message }))],
};
