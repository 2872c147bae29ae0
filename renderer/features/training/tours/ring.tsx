import { useEffect, useRef } from 'react'
import type { TourAnchor } from '../../../../shared/training/tour.ts'
import { anchorElement } from './anchors.ts'

/** So far outside of what it is around: as wide as its two lines, so that it covers no letter of a word. */
const AROUND = 5

/**
 * The ring around what a step points at. It lies over the window and takes no press. What it is around comes, goes and
 * scrolls as the window is used, so it is looked up at every frame, and drawn where it has moved. It is scrolled to once,
 * when it is first there; after that the learner scrolls.
 */
export function TourRing({ at, onShown }: { at: TourAnchor; onShown: (shown: boolean) => void }) {
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    let before: string | undefined
    let isScrolledTo = false
    const follow = () => {
      frame = requestAnimationFrame(follow)
      const element = anchorElement(at)
      if (element !== undefined && !isScrolledTo) {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        isScrolledTo = true
      }
      const box = element?.getBoundingClientRect()
      const now = box === undefined ? '' : [box.left, box.top, box.width, box.height].join(' ')
      if (now === before || ring.current === null) return
      before = now
      onShown(box !== undefined)
      ring.current.hidden = box === undefined
      if (box === undefined) return
      // Never wholly outside of the window, as around a part that fills it.
      const left = Math.max(0, box.left - AROUND)
      const top = Math.max(0, box.top - AROUND)
      const { style } = ring.current
      style.left = `${left}px`
      style.top = `${top}px`
      style.width = `${Math.min(innerWidth, box.right + AROUND) - left}px`
      style.height = `${Math.min(innerHeight, box.bottom + AROUND) - top}px`
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [at, onShown])
  return <div ref={ring} className="tour-ring" aria-hidden="true" hidden />
}
