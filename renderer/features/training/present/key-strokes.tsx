import { useEffect, useState } from 'react'
import { useLanguage } from '../../../base/use-t.ts'
import { strokeShown } from './stroke-shown.ts'

const SHOWN_MS = 2_500
const MOST = 3

/** The last keys that were pressed, in a corner, for those who watch. A screen reader says them itself. */
export function KeyStrokes() {
  const language = useLanguage()
  const [strokes, setStrokes] = useState<readonly { id: number; label: string }[]>([])
  useEffect(() => {
    let last = 0
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const onKeyDown = (event: KeyboardEvent) => {
      const label = strokeShown(event, language)
      if (label === undefined) return
      const id = ++last
      setStrokes((before) => [...before, { id, label }].slice(-MOST))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setStrokes((before) => before.filter((stroke) => stroke.id !== id))
      }, SHOWN_MS)
      timers.add(timer)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      for (const timer of timers) clearTimeout(timer)
    }
  }, [language])
  if (strokes.length === 0) return null
  return (
    <div className="present-strokes" aria-hidden="true">
      {strokes.map(({ id, label }) => (
        <kbd key={id} className="present-stroke">
          {label}
        </kbd>
      ))}
    </div>
  )
}
