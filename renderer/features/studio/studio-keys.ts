import { type RefObject, useEffect } from 'react'
import type { CopySession } from './session/copy-session.ts'

/**
 * Undoing is one for the whole working copy. Where something is typed that has a history of its own, the JSON or the form that is tried,
 * the key is left to it.
 */
export function useStudioKeys(root: RefObject<HTMLElement | null>, session: CopySession): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest('[data-own-undo]') !== null
      if (event.defaultPrevented || isElsewhere || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) session.undo()
      else if (key === 'y' || key === 'z') session.redo()
      else return
      event.preventDefault()
    }
    const element = root.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [root, session])
}
