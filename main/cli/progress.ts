import type { Terminal } from './terminal.ts'

/** How wide the bar is, in characters. */
const WIDTH = 30

export interface Done {
  readonly done: number
  readonly total: number
}

/**
 * Tells how far something has come: a bar that is drawn over itself where there is a terminal, a line a second where what is said
 * goes to a file. What stood last is told by `end`.
 */
export function createProgress(
  { say, redraw }: Pick<Terminal, 'say' | 'redraw'>,
  text: (of: Done) => string,
  now: () => number = () => performance.now(),
): { at: (of: Done) => void; end: () => void } {
  let toldAt = Number.NEGATIVE_INFINITY
  let drawn = false
  return {
    at: (of) => {
      const isLast = of.done >= of.total
      if (now() - toldAt < (redraw ? 100 : 1000) && !isLast) return
      toldAt = now()
      if (!redraw) return say(text(of))
      const full = of.total === 0 ? WIDTH : Math.round((WIDTH * of.done) / of.total)
      redraw(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${text(of)}`)
      drawn = true
    },
    end: () => {
      if (drawn) say('')
    },
  }
}
