import { useEffect, useRef } from 'react'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { drawnAt, markHits, unmarkHits } from './highlight.ts'
import type { Hit } from './hits.ts'

const isShown = (element: HTMLElement) => element.offsetParent !== null

/** The notes that tabs show now, forms and records alike. */
function shownNotes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-note]')].filter(isShown)
}

/** How many frames a note gets to draw itself where its tab has just been brought forward. */
const PATIENCE = 30

/**
 * Marks the hits in the notes that are shown, brings the current one into view, and its note forward where another tab hides it.
 * The focus stays where it is.
 */
export function useShownHit(
  hits: readonly Hit[],
  hit: Hit | undefined,
  { query, at }: { query: string; at: number },
): void {
  const { editors } = useWorkbench()
  const active = useActiveEditor()
  const asked = `${at} ${query}`
  const seen = useRef('')
  const note = hit?.note
  const isActive = active !== undefined && 'noteId' in active && active.noteId === note
  useEffect(() => {
    if (hit === undefined || isActive) return
    editors.open({ type: 'note', noteId: hit.note, caseId: hit.caseId }, { keepFocus: true })
  }, [hit, isActive, editors])
  useEffect(() => {
    let frame = 0
    const draw = (left: number) => {
      const roots = shownNotes()
      const root = roots.find((each) => each.dataset.note === hit?.note)
      if (hit !== undefined && root === undefined && left > 0) {
        frame = requestAnimationFrame(() => draw(left - 1))
        return
      }
      const shown = hit && root && drawnAt(root, hit, query)
      markHits(roots, hits.length === 0 ? '' : query, shown)
      // Not while somebody writes in the note: then the hits change, and nothing may jump.
      if (seen.current !== asked) shown?.element.scrollIntoView({ block: 'center' })
      seen.current = asked
    }
    frame = requestAnimationFrame(() => draw(PATIENCE))
    return () => cancelAnimationFrame(frame)
  }, [hits, hit, query, asked])
  useEffect(() => unmarkHits, [])
}
