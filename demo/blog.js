// Dresses the page as `?style=` asks, before anything is painted.
const styles = ['bare', 'bootstrap', 'tailwind', 'wordpress', 'dark'];
const asked = new URLSearchParams(location.search).get('style');
const style = styles.includes(asked) ? asked : 'bare';
const sheet = document.createElement('link');
Object.assign(sheet, { rel: 'stylesheet', href: `styles/${style}.css` });
sheet.setAttribute('blocking', 'render');
document.head.append(sheet);
addEventListener('DOMContentLoaded', () =>
  document.querySelector(`.style-switch [href="?style=${style}"]`).setAttribute('aria-current', 'page'),
);
