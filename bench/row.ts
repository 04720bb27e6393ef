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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
