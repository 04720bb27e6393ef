/** One figure of a bench; with a peer, what that needed in the same run, and ours divided by it. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  peer?: number;
  ratio?: number;
}

export function row(name: string, value: number, unit: string, peer?: number): Row {
  return peer === undefined ? { name, value, unit } : { name, value, unit, peer, ratio: value / peer };
}

/** The value in the middle; of an even number of values, what lies half-way between the two there. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower = NaN, upper = lower] = sorted.slice(
    Math.floor((sorted.length - 1) / 2),
    Math.floor(sorted.length / 2) + 1,
  );
  return (lower + upper) / 2;
}
