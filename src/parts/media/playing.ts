let playing: HTMLMediaElement | undefined;

/** What has begun to play makes whatever else plays on the page pause. For the `play` event of players. */
export function playAlone({ currentTarget }: Event): void {
  if (playing !== currentTarget) playing?.pause();
  playing = currentTarget as HTMLMediaElement;
}

/** Seconds as `1:02:03`, `2:03` or `0:03`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
