/** What a form says in which a post is changed, or written anew. */
export const words = {
  editing: 'Changing {post}',
  post: 'your post',
  quoting: 'A post that quotes another',
  anew: 'Your deleted post, to be written anew',
  changed: 'This post was changed elsewhere meanwhile. Which version is to stay?',
  other: 'What stands there now',
  keepMine: 'Save mine',
  takeTheirs: 'Take the other one',
  gone: 'The post is not there any more. What you wrote is kept.',
  toNew: 'Make it a new post',
  mayNot:
    'To see whether it was changed elsewhere, this page has to read your posts on {host}. You have not allowed that.',
  allow: 'Allow it',
  nothing: 'No text',
} as const;
