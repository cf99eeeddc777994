/** Watches every frame until `isOver()`: gives the gaps between them. `look(time)` is called in each. */
export function frames(isOver, look = () => {}) {
  const gaps = [];
  let last = 0;
  return new Promise((resolve) => {
    requestAnimationFrame(function next(time) {
      if (last) gaps.push(time - last);
      last = time;
      look();
      if (isOver()) resolve(gaps);
      else requestAnimationFrame(next);
    });
  });
}

/** Which part of the frames that a screen of 60 Hz would have shown never came, and the longest wait for one. */
export function dropped(gaps) {
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const due = whole / (1000 / 60);
  return {
    frames: due,
    dropped: 100 * Math.max(0, 1 - gaps.length / due),
    longestFrame: Math.max(...gaps),
  };
}
