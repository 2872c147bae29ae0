import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { type OwnPhrase, phraseDetailsSchema } from '../../../shared/guide/phrases.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import { errorText } from '../../api/error-text.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { ChoiceField, TextField } from '../../base/form-kit.tsx'
import { focusBackTo } from '../../base/open-dialog.ts'
import { useSubmit } from '../../base/use-submit.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useOpenSession, useTemplateOf } from '../../note-model/use-note.ts'
import { useWorkbench } from '../../workbench/context.ts'
import '../../base/dialog.css'
import { currentTarget, usePhraseState } from './target.ts'

const close = () => usePhraseState.setState({ dialog: 'closed' })

/** A phrase of the user's own, begun from what was selected: its words, and where it is offered. */
export function AddDialog() {
  const t = useT()
  const { dialog, selected, target } = usePhraseState()
  return (
    <Dialog.Root open={dialog === 'add'} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog" finalFocus={() => focusBackTo(target?.element)}>
          <Dialog.Title className="dialog-title">{t('phrases.add')}</Dialog.Title>
          <PhraseForm text={selected} done={close} />
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type Place = 'field' | 'template' | 'anywhere'

interface FormProps {
  text: string
  /** The phrase that is written anew; a new one without. */
  phrase?: OwnPhrase
  done: () => void
}

/** Words and place of a phrase of the user's own. */
export function PhraseForm({ text: begun, phrase, done }: FormProps) {
  const t = useT()
  const language = useLanguage()
  const { client, notify } = useWorkbench()
  const [text, setText] = useState(begun)
  const [error, setError] = useState<string>()
  const target = currentTarget()
  const session = useOpenSession(target?.note)
  const { template } = useTemplateOf(session?.note())
  const label = template && target ? templateIndex(template).byId.get(target.field)?.field.label : undefined
  const [place, setPlace] = useState<Place>(label === undefined ? 'anywhere' : 'field')

  const save = useSubmit(async () => {
    const at =
      phrase !== undefined
        ? { template: phrase.template, field: phrase.field }
        : {
            template: place === 'anywhere' ? undefined : template?.id,
            field: place === 'field' ? target?.field : undefined,
          }
    const details = phraseDetailsSchema.safeParse({ text, ...at })
    if (!details.success) return setError(t('phrases.error.text'))
    try {
      await client.phrases.save({ ...details.data, id: phrase?.id })
      notify(t('phrases.saved'), 'success')
      done()
    } catch (refusal) {
      setError(errorText(t, refusal))
    }
  })
  return (
    <form className="form" noValidate onSubmit={save}>
      <TextField
        label={t('phrases.text')}
        name="phraseText"
        value={text}
        onChange={setText}
        hint={t('phrases.text.hint')}
        error={error}
      />
      {phrase !== undefined || template === undefined || label === undefined ? null : (
        <ChoiceField
          label={t('phrases.place')}
          name="phrasePlace"
          value={place}
          options={[
            { value: 'field', label: t('phrases.place.field', { field: label[language] }) },
            { value: 'template', label: t('phrases.place.template', { template: template.title[language] }) },
            { value: 'anywhere', label: t('phrases.place.anywhere') },
          ]}
          onChange={setPlace}
        />
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={done}>
          {t('phrases.cancel')}
        </button>
        <button type="submit" className="button button-primary">
          {t('phrases.save')}
        </button>
      </div>
    </form>
  )
}
