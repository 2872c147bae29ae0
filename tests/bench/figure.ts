/** One measured figure of a benchmark. Every tests/bench/*.bench.ts exports `default async (): Promise<Figure[]>`. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `x` is a ratio to a peer measured in the same run. */
  readonly unit: 'ms' | 'MB' | 'x'
  /** What the design allows, in the same unit. */
  readonly budget?: number
}

export type Bench = () => Promise<Figure[]>

/** Milliseconds that `work` takes, the median of `runs` after a few that warm up. */
export async function median(runs: number, work: () => unknown, warmUp = 3): Promise<number> {
  for (let i = 0; i < warmUp; i++) await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return percentile(times, 0.5)
}

/** The value below which the share `share` (0 to 1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
