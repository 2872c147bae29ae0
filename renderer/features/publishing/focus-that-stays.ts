import { type FocusEvent, useEffect, useRef } from 'react'
import { usePublishingDialog } from './state.ts'

/** The template in the list that something is in. */
const itemOf = (element: Element) => element.closest<HTMLElement>('[data-template]')

/**
 * Keeps the focus at the template that somebody works with: what they pressed is gone once it is done, and the template may have
 * gone from those that are written to those that are published. Gives what the list is to have.
 */
export function useFocusThatStays(templates: unknown) {
  const root = useRef<HTMLElement>(null)
  const last = useRef<HTMLElement | null>(null)
  const dialog = usePublishingDialog(({ open }) => open.kind)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const was = last.current
      if (
        templates === undefined ||
        was === null ||
        dialog !== 'closed' ||
        document.activeElement !== document.body
      )
        return
      const named = CSS.escape(was.dataset.template ?? '')
      const now = was.isConnected
        ? was
        : root.current?.querySelector<HTMLElement>(`[data-template="${named}"]`)
      now?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [templates, dialog])
  return {
    ref: root,
    onFocus: ({ target }: FocusEvent) => {
      last.current = itemOf(target)
    },
  }
}
