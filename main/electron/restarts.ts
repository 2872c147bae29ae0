const MOST = 3
const WITHIN_MS = 60_000

/** Whether a core that has died at these times may be started once more: not where it dies over and over. */
export function restartsLeft(deaths: readonly number[], now: number): boolean {
  return deaths.filter((at) => now - at < WITHIN_MS).length <= MOST
}
