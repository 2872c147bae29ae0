import type { Demand } from '../../../shared/fields/base.ts'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import { phrasesFor } from '../../../shared/guide/phrases.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import { usePhraseBank } from '../../api/use-client.ts'
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
  useStoredNote,
  useTemplateOf,
} from '../../note-model/use-note.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
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
    <DocumentSupport template={template} session={session} />
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
      <FieldPhrases field={field.id} session={session} />
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

/** What the field may be written with: pressed, it stands where the caret was. */
function FieldPhrases({ field, session }: { field: string; session: NoteSession }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const { data: bank } = usePhraseBank()
  const { status, template } = useStoredNote(session)
  const key = useKeyLabel('phrases.insert')
  if (bank === undefined || status === 'journalford') return null
  const offered = phrasesFor(bank, { template: template.id, field }).filter(({ fits }) => fits === 'field')
  if (offered.length === 0) return null
  return (
    <section className="support-phrases" aria-label={t('phrases.title')}>
      <h4 className="support-subtitle">
        {t('phrases.title')} {key === undefined ? null : <kbd>{key}</kbd>}
      </h4>
      <ul>
        {offered.map(({ text }) => (
          <li key={text}>
            <button
              type="button"
              className="support-phrase"
              lang="sv"
              onClick={() => runCommand('phrases.insertText', { text })}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DocumentSupport({ template, session }: { template: Template; session: NoteSession }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const { status } = useStoredNote(session)
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
      {status === 'journalford' ? null : (
        <button type="button" className="link-button" onClick={() => runCommand('note.move')}>
          {t('notes.support.wrong')}
        </button>
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
