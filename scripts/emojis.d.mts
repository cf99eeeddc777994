/** Path → text of every file that is made. */
export function files(): Record<string, string>;
