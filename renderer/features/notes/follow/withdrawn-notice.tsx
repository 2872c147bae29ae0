import { timeText } from '../../../../shared/case/dates.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import type { Withdrawal } from '../../../../shared/template/template.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { NoteNotice } from '../../../note-model/note-notice.tsx'
import { CommandButton } from '../../../workbench/command-button.tsx'

interface WithdrawnNoticeProps {
  readonly note: StoredNote
  readonly withdrawn: Withdrawal
  /** The version that the note can follow to, and whether that is offered below. */
  readonly newer: number | undefined
  readonly isOffered: boolean
}

/** That the version a draft is written in is withdrawn, by whom and why, and what can be done with the draft. */
export function WithdrawnNotice({ note, withdrawn, newer, isOffered }: WithdrawnNoticeProps) {
  const t = useT()
  const language = useLanguage()
  const args = { noteId: note.id, caseId: note.caseId }
  const { by, at, reason } = withdrawn
  const { version } = note.template
  return (
    <NoteNotice severity="warning" label={t('follow.withdrawn')}>
      <p>
        <Icon name="warning" />
        <strong>{t('follow.withdrawn')}</strong>{' '}
        {t('follow.withdrawn.by', { version, name: by.name, at: timeText(language, at), reason })}
      </p>
      <p>
        {newer === undefined
          ? t('follow.withdrawn.alone')
          : t('follow.withdrawn.newer', { version, to: newer })}
      </p>
      {isOffered ? null : (
        <div className="note-notice-actions">
          <CommandButton command={newer === undefined ? 'note.move' : 'note.follow'} args={args} />
        </div>
      )}
    </NoteNotice>
  )
}
