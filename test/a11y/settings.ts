/** In which surroundings a form is looked at: the attributes of the page, its style. */
export const settings: Readonly<Record<string, [lang: string, style: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  dark: ['lang="en"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
  'German, right to left, 320 px': [
    'lang="de"',
    'direction: rtl; color-scheme: light; background: #fff; inline-size: 320px',
  ],
};
