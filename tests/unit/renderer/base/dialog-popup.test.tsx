import { Dialog } from '@base-ui/react/dialog'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DialogPopup } from '../../../../renderer/base/dialog-popup.tsx'

describe('what has the focus in a dialog as soon as it is drawn', () => {
  // No frame follows: a slow machine takes the next key before it.
  beforeEach(() => void vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0))
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
  })

  const open = (content: React.ReactNode, initialFocus?: (popup: HTMLElement) => HTMLElement | null) =>
    act(async () => {
      render(
        <Dialog.Root open>
          <Dialog.Portal>
            <DialogPopup initialFocus={initialFocus}>{content}</DialogPopup>
          </Dialog.Portal>
        </Dialog.Root>,
      )
    })

  it('is its first control that can have it', async () => {
    await open(
      <>
        <button type="button" disabled>
          Not yet
        </button>
        <button type="button" tabIndex={-1}>
          By arrow
        </button>
        <input aria-label="Reason" />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'))
  })

  it('is the chosen one of its radios', async () => {
    await open(
      <>
        <input type="radio" name="format" aria-label="Own" />
        <input type="radio" name="format" aria-label="FHIR" defaultChecked />
      </>,
    )
    expect(document.activeElement).toBe(screen.getByLabelText('FHIR'))
  })

  it('is what it is given to', async () => {
    await open(
      <>
        <button type="button">Cancel</button>
        <button type="button">Go on</button>
      </>,
      (popup) => popup.querySelector('button:last-of-type'),
    )
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' }))
  })

  it('is the dialog itself where it is given to that, or where there is nothing', async () => {
    await open(<button type="button">Close</button>, (popup) => popup)
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
    cleanup()
    await open(<p>Wait</p>)
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
  })
})
