import { open } from './browser.mjs';
import { page, script } from './contenders/page.mjs';

/** A page that holds nothing but an empty list and one bundle of pages/, whose `window.ready` says that it is there. */
export async function addToolPage(site, bundle) {
  await site.putBundle(bundle);
  site.put(`/${bundle}.html`, page('', `<div id="tl"></div>${script(`/${bundle}.js`)}`));
}

/** Opens it; `query` goes into its address. */
export async function openToolPage(browser, bundle, query, options) {
  const url = `https://blog.test/${bundle}.html?${new URLSearchParams(query)}`;
  const opened = await open(browser, { url, selector: '#tl', count: 1, ...options });
  await opened.page.waitForFunction('window.ready');
  return opened;
}
