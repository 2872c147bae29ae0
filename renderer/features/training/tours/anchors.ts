import { type AnchorKind, anchorAttributes, type TourAnchor } from '../../../../shared/training/tour.ts'
import { FOCUSABLE } from '../../../workbench/layout/focus-parts.ts'

function selectorOf(anchor: TourAnchor): string {
  const named: Partial<Record<AnchorKind, string>> = anchor
  return Object.entries(named)
    .map(([kind, value]) => {
      const attribute = Object.entries(anchorAttributes).find(([each]) => each === kind)?.[1] ?? 'data-none'
      return `[${attribute}="${CSS.escape(value)}"]`
    })
    .join('')
}

/** What a step points at, as it is on the screen now: in the document that has the focus first. Undefined where it is not shown. */
export function anchorElement(anchor: TourAnchor): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(selectorOf(anchor))].filter(
    (element) => element.offsetParent !== null,
  )
  return found.find((element) => element.closest('.dv-active-group') !== null) ?? found[0]
}

/** Whether what a step points at has the focus, or something in it. */
export const hasFocus = (anchor: TourAnchor): boolean =>
  document.activeElement?.closest(selectorOf(anchor)) != null

/** Takes the focus to what a step points at, or to the page that it stands on where it is only read, at the learner's own wish. */
export function focusAnchor(element: HTMLElement): void {
  const within = element.matches(FOCUSABLE) ? element : element.querySelector<HTMLElement>(FOCUSABLE)
  const target = within ?? element.closest<HTMLElement>('[tabindex]')
  target?.focus()
  element.scrollIntoView({ block: 'nearest' })
}
