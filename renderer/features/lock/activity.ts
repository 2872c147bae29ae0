import type { Clock } from '../../base/clock.ts'

/** What is dictated, chosen in a list of the system's, or done by assistive technology comes as input alone. */
const doings = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'input', 'change'] as const

/** Calls back whenever somebody does something in the window, until it is told to stop. */
export function watchActivity(window: Window, seen: () => void): () => void {
  let at = ''
  const heard = (event: Event) => {
    if (event instanceof PointerEvent && event.type === 'pointermove') {
      // The browser also says that the pointer moved when what lies under it did.
      const here = `${event.screenX} ${event.screenY}`
      if (here === at) return
      at = here
    }
    seen()
  }
  for (const doing of doings) window.addEventListener(doing, heard, { capture: true, passive: true })
  return () => {
    for (const doing of doings) window.removeEventListener(doing, heard, { capture: true })
  }
}

/** `report` at most once in so many milliseconds: at once, and at the end of the time where more has happened in it. */
export function sparingly(clock: Clock, every: number, report: () => void): () => void {
  let resting = false
  let more = false
  const rested = () => {
    resting = false
    if (!more) return
    more = false
    tell()
  }
  const tell = () => {
    if (resting) {
      more = true
      return
    }
    resting = true
    clock.after(every, rested)
    report()
  }
  return tell
}
