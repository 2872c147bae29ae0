import { Dialog } from '@base-ui/react/dialog'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useRegistry } from '../../workbench/context.ts'
import type { Command } from '../../workbench/contribution.ts'
import { isKept, keyLabel } from '../../workbench/keybindings.ts'
import { recorded } from '../../workbench/keys/recorded.ts'
import { isMac, writeStroke } from '../../workbench/keys/stroke.ts'
import { usePreferences } from '../../workbench/preferences.ts'
import { alsoOn } from './changes.ts'
import '../../base/dialog.css'

const refusals = {
  types: 'keys.refused.types',
  altGr: 'keys.refused.altGr',
  moves: 'keys.refused.moves',
} as const satisfies Record<string, TextKey>

interface Props {
  /** The command that gets a key; none while the dialog is closed. */
  readonly command: Command | undefined
  readonly onClose: () => void
  readonly onChosen: (command: Command, key: string) => void
}

/** Asks for a key of a command by having it pressed. Enter takes it, Escape leaves it as it was. */
export function RecordDialog({ command, onClose, onChosen }: Props) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open={command !== undefined} onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog" initialFocus={() => field.current}>
          {command === undefined ? null : (
            <Recorder command={command} field={field} onClose={onClose} onChosen={onChosen} />
          )}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Recorder({
  command,
  field,
  onClose,
  onChosen,
}: Props & { command: Command; field: React.RefObject<HTMLInputElement | null> }) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const { commands } = useRegistry()
  const chosen = usePreferences((state) => state.keys)
  const [key, setKey] = useState<string>()
  const [refusal, setRefusal] = useState<TextKey>()
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = recorded(event.nativeEvent)
    if (pressed.kind === 'stroke') {
      event.preventDefault()
      event.stopPropagation()
      setKey(writeStroke(pressed.stroke, isMac))
      setRefusal(undefined)
      return
    }
    // Tab leaves the field, Enter takes what stands in it, Escape closes: these are no refusals.
    if (pressed.kind === 'waiting' || ['Tab', 'Enter', 'Escape'].includes(event.key)) return
    event.preventDefault()
    setRefusal(refusals[pressed.why])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key === undefined) return
    onChosen(command, key)
    onClose()
  }
  const also = key === undefined ? [] : alsoOn(commands.values(), chosen, command.id, key)
  return (
    <form className="form" onSubmit={submit}>
      <Dialog.Title className="dialog-title">{t('keys.record', { command: t(command.title) })}</Dialog.Title>
      <div className="form-field">
        <label className="form-label" htmlFor={id}>
          {t('keys.record.field')}
        </label>
        <input
          id={id}
          ref={field}
          className="form-input keys-recorder"
          readOnly
          value={key === undefined ? '' : keyLabel(key, language)}
          aria-describedby={`${id}-hint ${id}-said`}
          onKeyDown={onKeyDown}
        />
        <p className="form-hint" id={`${id}-hint`}>
          {t('keys.record.hint')}
        </p>
        <div id={`${id}-said`} role="status">
          {refusal === undefined ? null : <p className="form-error">{t(refusal)}</p>}
          {key !== undefined && isKept(key) ? <p>{t('keys.kept')}</p> : null}
          {also.map((other) => (
            <p key={other.id}>{t('keys.record.also', { command: t(other.title) })}</p>
          ))}
        </div>
      </div>
      <DialogActions submit={t('keys.record.use')} disabled={key === undefined} />
    </form>
  )
}
