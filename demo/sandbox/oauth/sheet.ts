/** The looks of the pages of signing in: light and dark, down to 320 px. */
export const styles = `
:root { color-scheme: light dark; --ink: light-dark(#1b2429, #e8eef1); --soft: light-dark(#51616a, #a9b8c0);
  --paper: light-dark(#fff, #1b2328); --ground: light-dark(#eaf0f2, #11171a); --line: light-dark(#c9d4d9, #3a474e);
  --accent: light-dark(#0a5a78, #8bd3ec); --on-accent: light-dark(#fff, #06222d); }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 30rem; margin: 4vh auto; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; }
header { max-width: 30rem; margin: 4vh auto 0; color: var(--soft); }
header + main { margin-top: 0.75rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.4rem; line-height: 1.25; }
h2 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
p { margin: 0 0 1rem; }
ul { margin: 0 0 1.25rem; padding: 0; list-style: none; }
li { border-top: 1px solid var(--line); }
li:last-child { border-bottom: 1px solid var(--line); }
main > :last-child, form > :last-child, .apps .scopes { margin-bottom: 0; }
.apps > li { padding-bottom: 1rem; }
.apps .scopes li:last-child { border-bottom: 0; }
.who + .apps { margin-top: -1.25rem; }
.who + .apps > li:first-child { border-top: 0; }
.scopes li { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; padding: 0.5rem 0; }
.soft { color: var(--soft); }
form { margin: 0; }
button { min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid var(--accent); border-radius: 0.5rem; background: none; color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
button.main { background: var(--accent); color: var(--on-accent); }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.actions form { flex: 1 1 8rem; }
.actions button { width: 100%; }
.person { display: flex; gap: 0.75rem; align-items: center; }
.person span { min-width: 0; }
.person b { display: block; font-weight: 600; color: var(--ink); }
.person img { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 0.5rem; }
li button.person { width: 100%; padding: 0.5rem; border: 0; border-radius: 0; text-align: start; font-weight: 400; color: var(--soft); }
.who { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: center; justify-content: space-between; margin-bottom: 1.25rem; padding-bottom: 1.25rem; border-bottom: 1px solid var(--line); }
.app { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.75rem 0; }
code { display: block; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; font-size: 1rem; }
`;
