export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Three figures at most: 0.12, 12.3, 123. */
export function figure(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** Median with quartiles, as "12.3 [11.9–12.8]". */
export const spread = (values) =>
  `${figure(median(values))} [${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))}]`;

/** `of` divided by `by` in the same round, for each round that both have. */
export function paired(of, by, key) {
  const base = new Map(by.map((record) => [record.round, record[key]]));
  return of.map((record) => record[key] / base.get(record.round)).filter(Number.isFinite);
}

/** Median and quartiles of ratios, as "1.02 (0.98–1.05)". */
export const ratio = (values) =>
  values.length
    ? `${median(values).toFixed(2)} (${quantile(values, 0.25).toFixed(2)}–${quantile(values, 0.75).toFixed(2)})`
    : '';
