/** The button, the face and its menu. */
export const words = {
  signIn: 'Sign in with Mastodon',
  faceOf: '{name}, your account',
  accounts: 'Accounts',
  account: 'Account',
  add: 'Add an account',
  keep: 'Keep me signed in on this site',
  cannotKeep: 'Not possible here: your browser, or this site, does not allow it',
  signOut: 'Sign out',
  forget: 'Forget me on this site …',
  signedIn: 'Signed in as {acct}',
  signedOut: 'Signed out',
  noAuth: 'Nobody can sign in here yet.',
  noAuthText: 'Whoever made this page can mend it: it needs a tag <masto-auth>.',
  lost: 'A part of this page could not be loaded. You may be offline.',
  retry: 'Try again',
} as const;
