import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { caseIdSchema } from '../../../../shared/case/ids.ts'
import { readWorking } from '../../../../shared/studio/read-working.ts'
import type { Working } from '../../../../shared/studio/working.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { useLatestCases } from '../../../api/use-client.ts'
import { SelectField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { OtherNotesContext } from '../../../fields/field-context.ts'
import { useTrialContext } from './trial-context.ts'
import { TrialForm } from './trial-form.tsx'
import { TrialJournal } from './trial-journal.tsx'
import { createTrialNote, type TrialNote } from './trial-note.ts'

/** The template as it is tried: filled in as a note, and as the journal entry that becomes of it. Nothing of it is saved. */
export const Trial = memo(function Trial({ working }: { working: Working }) {
  const t = useT()
  const [caseId, setCaseId] = useState<CaseId>()
  const { template } = useMemo(() => readWorking(working), [working])
  return (
    <div className="studio-trial">
      <CasePicker value={caseId} onChange={setCaseId} />
      {template === undefined ? (
        <p className="view-message">{t('studio.nothingToTry')}</p>
      ) : (
        <TrialOf template={template} caseId={caseId} />
      )}
    </div>
  )
})

/** The case that the template is tried in: an invented one, or one of the archive's, which is only read. */
function CasePicker(props: { value: CaseId | undefined; onChange: (id: CaseId | undefined) => void }) {
  const t = useT()
  const { data } = useLatestCases()
  const cases = data?.cases ?? []
  return (
    <div className="studio-case">
      <SelectField
        label={t('studio.case')}
        value={props.value ?? ''}
        options={[
          { value: '', label: t('studio.inventedCase') },
          ...cases.map(({ case: { id, number, insured } }) => ({
            value: id,
            label: `${number} ${insured.name}`,
          })),
        ]}
        onChange={(id) => props.onChange(caseIdSchema.safeParse(id).data)}
      />
    </div>
  )
}

/** Begins the note anew where its kind of document is another: that decides what is checked. What is filled in stays. */
function useTrialNote(template: Template): TrialNote {
  const held = useRef<TrialNote>(undefined)
  const before = held.current
  const isSame =
    before?.session.note().kind === template.kind && before.session.note().owner === template.owner
  const note =
    before !== undefined && isSame ? before : createTrialNote(template, before?.session.answers() ?? {})
  held.current = note
  return note
}

function TrialOf({ template, caseId }: { template: Template; caseId: CaseId | undefined }) {
  const note = useTrialNote(template)
  const context = useTrialContext(caseId)
  useEffect(() => note.readings.follow(note.session, template, context), [note, template, context])
  return (
    <OtherNotesContext value={context.others}>
      <TrialForm note={note} template={template} details={context.case} today={context.today} />
      <TrialJournal note={note} />
    </OtherNotesContext>
  )
}
