import { memo, useMemo } from 'react'
import type { Case } from '../../../../shared/case/case.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import type { Field } from '../../../../shared/fields/index.ts'
import type { Section, Template } from '../../../../shared/template/template.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { FieldContext, type FieldContextValue } from '../../../fields/field-context.ts'
import { FieldView } from '../../../fields/index.tsx'
import { useReadingOf } from '../../../note-model/readings.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { TrialNote } from './trial-note.ts'

interface TrialFormProps {
  readonly note: TrialNote
  readonly template: Template
  readonly details: Case
  readonly today: IsoDate
}

/** The form of the template, with the very fields that a note has. */
export function TrialForm({ note, template, details, today }: TrialFormProps) {
  const t = useT()
  const { notify } = useWorkbench()
  const { session, readings, markers } = note
  // Fields ask the template for its kind alone: they need not all be drawn anew for a text of one of them.
  const { kind } = template
  const value = useMemo(
    (): FieldContextValue => ({
      session,
      template: { kind },
      readings,
      markers,
      details,
      today,
      runFix: (fix) => {
        if (fix.kind === 'edit') session.apply(fix.changes)
      },
      removed: (what, undo) => notify(what, 'info', [{ title: t('fields.undo'), run: undo }]),
      turn: (way) => void session[way](),
      announce: () => undefined,
    }),
    [session, kind, readings, markers, details, today, notify, t],
  )
  const shown = useReadingOf(readings, session.id, (read) => read.shown())
  const visible = useMemo(() => new Set((shown ?? []).map(({ field }) => field)), [shown])
  return (
    <FieldContext value={value}>
      <section
        className="studio-trial-form"
        aria-label={t('studio.form')}
        data-own-undo
        data-note={session.id}
      >
        {template.sections.map((section) => {
          const fields = section.fields.filter((field) => visible.has(field))
          return fields.length === 0 ? null : (
            <TrialSection key={section.id} section={section} fields={fields} />
          )
        })}
      </section>
    </FieldContext>
  )
}

interface TrialSectionProps {
  readonly section: Section
  readonly fields: readonly Field[]
}

const sameSection = (before: TrialSectionProps, after: TrialSectionProps) =>
  before.section === after.section &&
  before.fields.length === after.fields.length &&
  before.fields.every((field, index) => field === after.fields[index])

const TrialSection = memo(function TrialSection({ section, fields }: TrialSectionProps) {
  const language = useLanguage()
  return (
    <section className="studio-trial-section">
      <h2 className="studio-trial-title">{section.title[language]}</h2>
      {section.help === undefined ? null : <p className="form-hint">{section.help[language]}</p>}
      {fields.map((field) => (
        <FieldView key={field.id} field={field} />
      ))}
    </section>
  )
}, sameSection)
