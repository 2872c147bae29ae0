import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * The height of a row in CSS pixels: that of an element as high as `--row`, to which the ref goes. Follows density and
 * the browser's text size.
 */
export function useRowHeight(): readonly [RefObject<HTMLDivElement | null>, number] {
  const probe = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(24)
  useEffect(() => {
    if (probe.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.height > 0) setHeight(entry.contentRect.height)
    })
    observer.observe(probe.current)
    return () => observer.disconnect()
  }, [])
  return [probe, height]
}
