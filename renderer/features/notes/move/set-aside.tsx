import { newestVersions, templateOf } from '../../../../shared/template/template.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useStoredNote } from '../../../note-model/use-note.ts'
import { AsideAnswer } from './aside-answer.tsx'
import { useMove } from './use-move.ts'
import './set-aside.css'

/** What was written in another template and has no place in this one, template by template, with the way back. */
export function SetAsideAnswers({ session }: { session: NoteSession }) {
  const t = useT()
  const { data: templates } = useTemplates()
  const { move, busy } = useMove()
  const { setAside = [], template: own } = useStoredNote(session)
  const groups = [...Map.groupBy(setAside, ({ template }) => `${template.id} ${template.version}`)]
  return groups.map(([key, answers]) => {
    const [first] = answers
    if (!first || !templates) return null
    const back =
      templateOf(templates, first.template) ??
      newestVersions(templates).find(({ id }) => id === first.template.id)
    // Where an earlier version of the very template had it, there is no other template to go back to.
    const isOwn = first.template.id === own.id
    const heading = isOwn
      ? t('follow.aside', { version: first.template.version })
      : t('notes.aside.title', { template: first.title })
    return (
      <div key={key} className="set-aside" role="note" aria-label={heading}>
        <h2 className="set-aside-title">
          <Icon name="archive" />
          {heading}
        </h2>
        <p className="set-aside-lead">{t(isOwn ? 'follow.aside.lead' : 'notes.aside.lead')}</p>
        <dl className="set-aside-answers">
          {answers.map((aside) => (
            <AsideAnswer key={Object.keys(aside.answers).join()} session={session} aside={aside} />
          ))}
        </dl>
        {back === undefined || isOwn ? null : (
          <button type="button" className="button" disabled={busy} onClick={() => void move(session, back)}>
            <Icon name="discard" />
            {t('notes.aside.back', { template: first.title })}
          </button>
        )}
      </div>
    )
  })
}
