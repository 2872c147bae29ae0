import { moveNote } from '../../../../shared/note/move.ts'
import { type Template, templateIndex, templateOf } from '../../../../shared/template/template.ts'
import { errorText } from '../../../api/error-text.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { NotePlaceholder } from '../../../note-model/note-placeholder.tsx'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useSession, useStoredNote, useWholeReading } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { Chooser } from '../chooser/chooser.tsx'
import { useMove } from './use-move.ts'

/** "Vilken mall ska anteckningen ha?" The same questions as for a new note; what follows is shown before it is moved. */
export function MoveNoteEditor({ input }: { input: EditorInputOf<'move-note'> }) {
  const t = useT()
  const { session, error } = useSession(input.noteId)
  if (session) return <Move input={input} session={session} />
  if (error) return <NotePlaceholder text={errorText(t, error)} alert />
  return <NotePlaceholder text={t('notes.loading')} />
}

function Move({ input, session }: { input: EditorInputOf<'move-note'>; session: NoteSession }) {
  const t = useT()
  const { editors } = useWorkbench()
  const note = useStoredNote(session)
  const { move, busy } = useMove()
  if (note.status === 'journalford') return <NotePlaceholder text={t('notes.move.signed')} alert />
  const run = async (template: Template) => {
    if (await move(session, template))
      editors.replace(input, { type: 'note', noteId: input.noteId, caseId: input.caseId })
  }
  return (
    <Chooser
      caseId={input.caseId}
      title="notes.move.title"
      choice={{
        button: 'notes.move.confirm',
        run,
        busy,
        preview: (template) => <Preview session={session} to={template} />,
      }}
    />
  )
}

/** Which answers follow to a template and which are set aside, by the names of their fields. */
function Preview({ session, to }: { session: NoteSession; to: Template }) {
  const t = useT()
  const language = useLanguage()
  const { data: templates } = useTemplates()
  const read = useWholeReading(session.id)
  if (!read || !templates) return null
  if (read.template.id === to.id) return <p className="chooser-follows">{t('notes.move.same')}</p>
  const { followed, setAside } = moveNote(read, to, (ref) => templateOf(templates, ref))
  const { byId } = templateIndex(to)
  const follows = followed.map((id) => byId.get(id)?.ops?.field.label[language] ?? id)
  const aside = setAside.map(({ label }) => label[language])
  return (
    <dl className="chooser-follows">
      <dt>{t('notes.move.follows', { count: follows.length })}</dt>
      <dd>{follows.join(' · ')}</dd>
      {aside.length === 0 ? null : (
        <>
          <dt>{t('notes.move.aside', { count: aside.length })}</dt>
          <dd>{aside.join(' · ')}</dd>
        </>
      )}
    </dl>
  )
}
