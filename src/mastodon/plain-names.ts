/** Addresses as nearly everybody writes them. All other ways are understood by `instance-name.ts`, which is loaded for them. */

/** A public host with an optional port, as one writes it without looking it up: `mastodon.social`, `https://mastodon.social/`. */
const host = /^(?:https:\/\/)?((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d+)?)\/?$/;
const handle = /^@?((\w+)(?:@([^@/]+))?)$/;
const ownName = /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|arpa)(?::|$)/;

/** The origin of a plainly written server; undefined for anything that needs a closer look. */
export function plainOrigin(text: string): string | undefined {
  const name = host.exec(text)?.[1];
  return name && !ownName.test(name) ? `https://${name}` : undefined;
}

/** A plainly written `@user@host`, or `@user` of whichever server is asked; undefined for anything that needs a closer look. */
export function plainAcct(text: string): { readonly acct: string; readonly host: string | undefined } | undefined {
  const [, acct, , host] = handle.exec(text) ?? [];
  return acct && (!host || plainOrigin(host)) ? { acct, host } : undefined;
}
