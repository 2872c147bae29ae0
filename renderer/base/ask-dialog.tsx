import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { DialogPopup } from './dialog-popup.tsx'
import './dialog.css'

interface AskDialogProps {
  isOpen: boolean
  close: () => void
  title: string
  /** What is asked, and what comes of it. */
  body: string
  /** The form that is filled in. */
  children: ReactNode
}

/** A dialog that asks for something: its title, what it is about, and a form. Escape and a press beside it close it. */
export function AskDialog({ isOpen, close, title, body, children }: AskDialogProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          <Dialog.Description className="dialog-body">{body}</Dialog.Description>
          {children}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
