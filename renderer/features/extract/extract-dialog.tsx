import { useRef, useState } from 'react'
import { create } from 'zustand'
import { extractFormats } from '../../../shared/api/extract.ts'
import { personnummerSchema } from '../../../shared/case/identity.ts'
import { errorText } from '../../api/error-text.ts'
import { mayExport, usePolicies } from '../../api/policies.ts'
import { useCase, useLatestCases } from '../../api/use-client.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { saveFile } from '../../base/files.ts'
import { ChoiceField, FormAlert, focusField, SelectField, TextField } from '../../base/form-kit.tsx'
import { useSubmit } from '../../base/use-submit.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useActiveCase } from '../../note-model/active-note.ts'
import { useWorkbench } from '../../workbench/context.ts'

const useShown = create<{ readonly shown: boolean }>(() => ({ shown: false }))

/** Asks whom a registerutdrag is to be about, or stops asking. */
export const showExtract = (shown: boolean): void => useShown.setState({ shown })
const close = () => showExtract(false)

/** Registerutdrag: about whom, and as what. */
export function ExtractDialog() {
  const t = useT()
  const { shown } = useShown()
  return (
    <AskDialog isOpen={shown} close={close} title={t('extract.title')} body={t('extract.lead')}>
      <ExtractForm />
    </AskDialog>
  )
}

/** Those whom the cases are about that were changed last, by name, each once; others are written. */
function useInsured() {
  const { data } = useLatestCases()
  const active = useCase(useActiveCase())
  const cases = [...(data?.cases ?? []), ...(active.data === undefined ? [] : [active.data])]
  const byNumber = new Map(cases.map(({ case: { insured } }) => [insured.personnummer, insured.name]))
  const people = [...byNumber].map(([value, name]) => ({ value, label: `${name}, ${value}` }))
  return {
    people: people.toSorted((a, b) => a.label.localeCompare(b.label, 'sv')),
    active: active.data?.case.insured.personnummer,
  }
}

function ExtractForm() {
  const t = useT()
  const language = useLanguage()
  const policies = usePolicies()
  const { client, notify } = useWorkbench()
  const { people, active } = useInsured()
  const form = useRef<HTMLFormElement>(null)
  const allowed = extractFormats.filter((each) => mayExport(policies, each))
  const [changed, setChanged] = useState<string>()
  const [format, setFormat] = useState<(typeof extractFormats)[number] | undefined>(allowed[0])
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const personnummer = changed ?? active ?? ''
  const chosen = people.some(({ value }) => value === personnummer) ? personnummer : ''

  const make = useSubmit(async () => {
    const asked = personnummerSchema.safeParse(personnummer.trim())
    const isWhole = /^(\d{2})?\d{6}[-+]?\d{4}$/.test(personnummer.trim())
    setError(asked.success ? undefined : t(`cases.error.personnummer.${isWhole ? 'check' : 'form'}`))
    if (!asked.success) return focusField(form.current, 'personnummer')
    if (format === undefined) return setProblem(t('extract.governed'))
    try {
      saveFile(await client.extract.person({ personnummer: asked.data, format, language }))
      notify(t('extract.done'), 'success')
      close()
    } catch (refusal) {
      setProblem(errorText(t, refusal))
    }
  })
  return (
    <form ref={form} className="form" noValidate onSubmit={make}>
      <SelectField
        label={t('extract.about')}
        value={chosen}
        options={[{ value: '', label: t('extract.other') }, ...people]}
        onChange={setChanged}
      />
      <TextField
        label={t('extract.person')}
        name="personnummer"
        value={personnummer}
        onChange={setChanged}
        inputMode="numeric"
        error={error}
      />
      <ChoiceField
        label={t('extract.as')}
        name="format"
        value={format}
        options={allowed.map((value) => ({ value, label: t(`extract.as.${value}`) }))}
        onChange={setFormat}
      />
      <FormAlert text={problem} />
      <DialogActions submit={t('extract.do')} icon="export" />
    </form>
  )
}
