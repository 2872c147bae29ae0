import type { Demand } from '../../../shared/fields/base.ts'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import {
  useActiveNote,
  useCell,
  useHasActiveNote,
  useNoteServices,
  useOpenSession,
  useReading,
  useTemplateOf,
} from '../../note-model/use-note.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import './support.css'

/** Handläggarstöd: what to know about the field that has the focus, or about the kind of document. */
function Support() {
  const { focused } = useNoteServices()
  const focus = useCell(focused)
  const session = useOpenSession(useActiveNote())
  const { template } = useTemplateOf(session?.note())
  if (!session || !template) return null
  const field = focus?.note === session.id ? templateIndex(template).byId.get(focus.field)?.field : undefined
  return field && holdsAnswer(field) ? (
    <FieldSupport field={field} session={session} />
  ) : (
    <DocumentSupport template={template} />
  )
}

function FieldSupport({ field, session }: { field: AnswerField; session: NoteSession }) {
  const t = useT()
  const language = useLanguage()
  const demanded = useReading(session.id, (read) => read.obligatory(field.id))
  const obligation = demanded ? 'obligatorisk' : field.obligation
  return (
    <div className="support">
      <h3 className="support-title">{field.label[language]}</h3>
      {field.help === undefined ? null : <p>{field.help[language]}</p>}
      {field.support === undefined ? null : <p>{field.support[language]}</p>}
      <p className="support-obligation">{t(`notes.support.${obligation}`)}</p>
      <DemandFacts demand={field.demand} />
    </div>
  )
}

/** Why the field is there: law, the agency's steering, or our own choice, with the source. */
function DemandFacts({ demand }: { demand: Demand }) {
  const t = useT()
  const language = useLanguage()
  return (
    <dl className="support-demand">
      <div>
        <dt>{t('notes.support.basis')}</dt>
        <dd>
          {t(`notes.support.${demand.basis}`)}
          {demand.basis === 'lag' ? `: ${demand.provision}` : ''}
        </dd>
      </div>
      {demand.basis === 'eget-val' ? (
        demand.why === undefined ? null : (
          <div>
            <dt>{t('notes.support.why')}</dt>
            <dd>{demand.why[language]}</dd>
          </div>
        )
      ) : (
        <div>
          <dt>{t('notes.support.source')}</dt>
          <dd>
            <Citations reference={demand.source} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function DocumentSupport({ template }: { template: Template }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="support">
      <h3 className="support-title">{template.title[language]}</h3>
      <p>{template.summary[language]}</p>
      <h4 className="support-subtitle">{t('notes.chooser.when')}</h4>
      <p>{template.whenToUse[language]}</p>
      {template.whenNotToUse === undefined ? null : (
        <>
          <h4 className="support-subtitle">{t('notes.chooser.whenNot')}</h4>
          <p>{template.whenNotToUse[language]}</p>
        </>
      )}
      <h4 className="support-subtitle">{t('notes.support.legalBasis')}</h4>
      <ul className="support-law">
        {template.legalBasis.map(({ provision, source }) => (
          <li key={provision}>
            {provision}
            <Citations reference={source} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Handläggarstöd: what is asked in the focused field, by whom, and why. */
export const supportContribution: Contribution = {
  id: 'support',
  auxiliarySections: [
    { id: 'support', title: 'notes.support', component: Support, order: 10, useApplies: useHasActiveNote },
  ],
}
