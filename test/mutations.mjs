/**
 * Lines of src/ that matter, and how to break them. `find` stands in its file exactly once; `tests` are the files that should notice.
 * @type {{ file: string, find: string, replace: string, tests: string[] }[]}
 */
export const mutations = [];
