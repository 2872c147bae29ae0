import type { Where } from '../../shared/note/marker.ts'

const focusable =
  'input:not([type="hidden"]):not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"]'

function find(root: Element, attribute: string, value: string | undefined): Element {
  return (value === undefined ? null : root.querySelector(`[${attribute}="${CSS.escape(value)}"]`)) ?? root
}

/**
 * Moves the focus to a place in a note: its column, row or field, or the first field where none is named. Shows it in
 * the middle of the window. False where there is nothing to focus.
 */
export function focusWhere(root: Element, where: Where): boolean {
  const field = find(root, 'data-field', where.field)
  const cell = find(find(field, 'data-row', where.row), 'data-column', where.column)
  const checked = cell.querySelector<HTMLElement>('input[type="radio"]:checked')
  const target =
    checked ??
    cell.querySelector<HTMLElement>(focusable) ??
    field.querySelector<HTMLElement>('button:not(:disabled)')
  if (!target) return false
  cell.scrollIntoView({ block: cell === root ? 'start' : 'center' })
  target.focus({ preventScroll: true })
  return true
}
