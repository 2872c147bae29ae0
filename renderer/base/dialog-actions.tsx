import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useT } from './use-t.ts'
import './dialog.css'

interface ActionsProps {
  /** What the form does, in words; it is not offered where it cannot be done at all. */
  readonly submit: string | undefined
  readonly icon?: IconName
  readonly disabled?: boolean
  /** What else can be done, between the way out and what the form does. */
  readonly children?: ReactNode
}

/** The end of a form in a dialog: the way out, which whoever shows the dialog hears of, and what is done. */
export function DialogActions({ submit, icon, disabled, children }: ActionsProps) {
  const t = useT()
  return (
    <div className="dialog-actions">
      <Dialog.Close className="button">{t('frame.cancel')}</Dialog.Close>
      {children}
      {submit === undefined ? null : (
        <button type="submit" className="button button-primary" disabled={disabled}>
          {icon === undefined ? null : <Icon name={icon} />}
          {submit}
        </button>
      )}
    </div>
  )
}
