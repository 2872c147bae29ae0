import { useId } from 'react'
import type { SetAside } from '../../../../shared/note/note.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { copyText } from '../../../note-model/clipboard.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { AddTo } from './add-to.tsx'

/** An answer that is set aside, and what it can be used for where it stands. It is kept whatever is done. */
export function AsideAnswer({ session, aside }: { session: NoteSession; aside: SetAside }) {
  const t = useT()
  const language = useLanguage()
  const workbench = useWorkbench()
  const id = useId()
  const { label, text } = aside
  return (
    <div>
      <dt id={id}>{label[language]}</dt>
      <dd>{text}</dd>
      <dd className="set-aside-actions">
        <button
          type="button"
          id={`${id}-copy`}
          className="button"
          aria-labelledby={`${id}-copy ${id}`}
          onClick={() => void copyText({ ...workbench, t }, text, t('notes.aside.copied'))}
        >
          <Icon name="copy" />
          {t('notes.aside.copy')}
        </button>
        <AddTo session={session} words={text} of={id} />
      </dd>
    </div>
  )
}
