import { Dialog } from '@base-ui/react/dialog'
import { create } from 'zustand'
import type { BundleProblem } from '../../../shared/api/errors.ts'
import { messageText } from '../../../shared/text/index.ts'
import { packPlaceText } from '../../../shared/training/place-words.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import '../../base/dialog.css'
import './exercise.css'

interface Refused {
  readonly fileName: string
  readonly problems: readonly BundleProblem[]
}
const useRefused = create<{ readonly refused: Refused | undefined }>(() => ({ refused: undefined }))

/** Tells why a file is no pack, with every place in it. */
export const showRefused = (refused: Refused): void => useRefused.setState({ refused })

/** Why a file was not taken in. Rendered once. */
export function RefusedDialog() {
  const t = useT()
  const language = useLanguage()
  const { refused } = useRefused()
  return (
    <Dialog.Root
      open={refused !== undefined}
      onOpenChange={(open) => open || useRefused.setState({ refused: undefined })}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        {/* It takes the focus itself, so that a long list begins at its top and scrolls by keys. */}
        <DialogPopup initialFocus={(popup) => popup} className="dialog">
          <Dialog.Title className="dialog-title">
            {t('exercise.file.refused', { fileName: refused?.fileName ?? '' })}
          </Dialog.Title>
          <Dialog.Description>{t('exercise.file.refused.body')}</Dialog.Description>
          <ul className="exercise-problems">
            {(refused?.problems ?? []).map(({ path, message }) => (
              <li key={`${path} ${message.key}`}>
                <strong>{packPlaceText(path, language)}</strong> <code>{path === '' ? '/' : path}</code>{' '}
                {messageText(language, message)}
              </li>
            ))}
          </ul>
          <div className="dialog-actions">
            <Dialog.Close className="button button-primary">{t('cases.import.report.close')}</Dialog.Close>
          </div>
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
