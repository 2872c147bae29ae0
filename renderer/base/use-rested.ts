import { startTransition, useEffect, useRef, useState } from 'react'

/** So long nobody has written before what comes of it is drawn; and so long at most, while somebody writes on. Own choices. */
const REST_MS = 120
const AT_LATEST_MS = 500

/**
 * A value as it was when it last came to rest: what costs much to draw of it follows a moment behind whoever writes, and in between now
 * and then, so that it never takes part in what a key has to wait for.
 */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  const changedAt = useRef<number>(undefined)
  useEffect(() => {
    if (Object.is(value, rested)) {
      changedAt.current = undefined
      return
    }
    const now = performance.now()
    changedAt.current ??= now
    const left = changedAt.current + AT_LATEST_MS - now
    const timer = setTimeout(
      () => {
        changedAt.current = undefined
        startTransition(() => setRested(() => value))
      },
      Math.max(0, Math.min(REST_MS, left)),
    )
    return () => clearTimeout(timer)
  }, [value, rested])
  return rested
}
