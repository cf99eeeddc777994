/** "Did you mean …?" The list ships with the library: nothing is asked while somebody types (R8). */

/** Servers that many people are at. Standing here recommends none. */
const hosts =
  'mastodon.social mastodon.online mstdn.social mas.to mastodon.world mastodon.art mastodon.scot mastodon.nl mastodon.gamedev.place mathstodon.xyz fosstodon.org hachyderm.io infosec.exchange techhub.social chaos.social social.vivaldi.net social.tchncs.de troet.cafe norden.social mstdn.jp mstdn.ca pawoo.net aus.social toot.community indieweb.social sigmoid.social ruby.social universeodon.com masto.ai piaille.fr'.split(
    ' ',
  );

/** How many letters were left out, put in, taken for another, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1)];
      row.push(Math.min(...ways, swapped ? before[j - 2]! + 1 : Infinity));
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}

/**
 * The known server that somebody may have meant; undefined when none is near, or it is the very one.
 * @param written A host in ASCII, or the single word that somebody took for one (`fosstodon`).
 */
export function nearHost(written: string): string | undefined {
  const name = written.toLowerCase().replace(/^www\./, '');
  if (!name || name.length > 40 || hosts.includes(name)) return undefined;
  const whole = hosts.find((host) => host.startsWith(`${name}.`));
  if (whole) return whole;
  const near = hosts.map((host) => ({ host, far: distance(name, host) })).sort((one, other) => one.far - other.far)[0]!;
  // Short names are near to many.
  return near.far <= (near.host.length < 9 ? 1 : 2) ? near.host : undefined;
}
