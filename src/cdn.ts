/** What the one script tag loads: `<masto-auth>` at once, so that a page's script may ask it; every other tag when it stands on the page. */
import './elements/auth/auth.js';
import './autoloader.js';
