import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { create } from 'zustand'
import {
  type Audience,
  audiences,
  type HandoutFormat,
  handoutFormats,
} from '../../../shared/training/printed.ts'
import { errorText } from '../../api/error-text.ts'
import { mayExport, usePolicies } from '../../api/policies.ts'
import { useApi } from '../../api/use-client.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { saveFile } from '../../base/files.ts'
import { ChoiceField, FormAlert, SelectField } from '../../base/form-kit.tsx'
import { useSubmit } from '../../base/use-submit.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

interface Shown {
  readonly shown: boolean
  readonly pack: string | undefined
}
const useShown = create<Shown>(() => ({ shown: false, pack: undefined }))

/** Asks how a pack is to be printed: the named one to begin with. */
export const showHandout = (pack: string | undefined): void => useShown.setState({ shown: true, pack })
const close = () => useShown.setState({ shown: false })

/** Which pack, for whom, as what. */
export function HandoutDialog() {
  const t = useT()
  const { shown } = useShown()
  return (
    <AskDialog isOpen={shown} close={close} title={t('handout.command')} body={t('handout.lead')}>
      <HandoutForm />
    </AskDialog>
  )
}

function HandoutForm() {
  const t = useT()
  const language = useLanguage()
  const policies = usePolicies()
  const { client, notify } = useWorkbench()
  const { data: packs = [] } = useQuery(useApi().training.list.queryOptions())
  const { pack: asked } = useShown()
  const allowed = handoutFormats.filter((each) => mayExport(policies, each))
  const [changed, setChanged] = useState<string>()
  const [audience, setAudience] = useState<Audience>('learners')
  const [format, setFormat] = useState<HandoutFormat | undefined>(allowed[0])
  const [problem, setProblem] = useState<string>()
  const pack = changed ?? asked ?? packs[0]?.id

  const make = useSubmit(async () => {
    if (pack === undefined || format === undefined) return setProblem(t('handout.governed'))
    try {
      saveFile(await client.training.handout({ pack, audience, format, language }))
      notify(t('handout.done'), 'success')
      close()
    } catch (refusal) {
      setProblem(errorText(t, refusal))
    }
  })
  return (
    <form className="form" noValidate onSubmit={make}>
      <SelectField
        label={t('exercise.pack')}
        value={pack ?? ''}
        options={packs.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={setChanged}
      />
      <ChoiceField
        label={t('handout.for')}
        name="audience"
        value={audience}
        options={audiences.map((value) => ({ value, label: t(`handout.for.${value}`) }))}
        onChange={setAudience}
      />
      <ChoiceField
        label={t('handout.as')}
        name="format"
        value={format}
        options={allowed.map((value) => ({ value, label: t(`handout.as.${value}`) }))}
        onChange={setFormat}
      />
      <FormAlert text={problem} />
      <DialogActions submit={t('handout.do')} icon="export" />
    </form>
  )
}
