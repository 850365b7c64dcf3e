// What the benchmarks share: percentiles, because single times say little on a busy machine.

/** @param share 0.5 is the median @returns an element of `numbers` */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** @returns "p50 / p99" in milliseconds */
export function p50p99(numbers: number[]): string {
  return `${percentile(numbers, 0.5).toFixed(2)} / ${percentile(numbers, 0.99).toFixed(2)}`;
}
