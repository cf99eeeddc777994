/** What a form points out while somebody writes. */
export const words = {
  looksLike: 'This looks like {language}.',
  setLanguage: 'Set the language to {language}',
  inWarning: 'Whom you name in the content warning does not hear of it. Name them in the text.',
  unknown:
    'Nobody on {host} is called {name}: they will not see it. People on other servers have a longer name, as {name}@example.org.',
} as const;
