import { createContext } from '@lit/context';

/** What a `<masto-auth>` is to everybody else. */
export interface AuthElement extends Element {
  /** The server that everything inside reads from, as the page's author wrote it. */
  readonly instance: string;
}

/** Asks for the nearest `<masto-auth>` around an element. The key is shared by all copies of the library on a page. */
export const authContext = createContext<AuthElement>(Symbol.for('masto:v1:auth'));
