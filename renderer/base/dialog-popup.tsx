import { Dialog } from '@base-ui/react/dialog'
import { type ComponentProps, useRef } from 'react'
import './dialog.css'

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'

/** Whether Tab comes to a control: to one radio alone of those that belong together, the chosen one if there is one. */
function isStop(control: HTMLElement, popup: HTMLElement): boolean {
  if (control.tabIndex < 0) return false
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio' || control.checked) return true
  return popup.querySelector(`[type=radio][name="${CSS.escape(control.name)}"]:checked`) === null
}

/** Gives the focus to where Tab would come to first in a dialog; to the dialog itself where it comes to nothing. */
function focusFirstStop(popup: HTMLElement): void {
  const took = [...popup.querySelectorAll<HTMLElement>(CONTROLS)]
    .filter((control) => isStop(control, popup))
    .some((control) => {
      control.focus()
      // One that is disabled or not shown takes none.
      return document.activeElement === control
    })
  if (!took) popup.focus({ preventScroll: true })
}

interface PopupProps extends Omit<ComponentProps<typeof Dialog.Popup>, 'ref' | 'initialFocus'> {
  /** What has the focus first, where that is not the first control. */
  readonly initialFocus?: ((popup: HTMLElement) => HTMLElement | null) | undefined
}

/**
 * The window of a dialog or a question, which has the focus as soon as it is drawn. Base UI would give it a frame later, and on a
 * slow machine the keys that came right behind the one that opened it went astray: into the text that was being written, or to
 * the same button once more.
 */
export function DialogPopup({ initialFocus, ...props }: PopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  const takeFocus = () => {
    const { current } = popup
    if (current === null) return true
    if (current.contains(document.activeElement)) return false
    const wanted = initialFocus?.(current) ?? undefined
    if (wanted === undefined) focusFirstStop(current)
    else wanted.focus({ preventScroll: wanted === current })
    return false
  }
  return <Dialog.Popup {...props} ref={popup} initialFocus={takeFocus} />
}
