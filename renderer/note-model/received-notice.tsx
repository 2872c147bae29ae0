import { timeText } from '../../shared/case/dates.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { NoteNotice } from './note-notice.tsx'
import { useReceived } from './received.ts'

/** Says of a case, and of each note in it, that it was received for review, from whom and when; nothing of this archive's own. */
export function ReceivedNotice({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const language = useLanguage()
  const received = useReceived(caseId)
  if (received === undefined) return null
  const { sender, at } = received
  return (
    <NoteNotice label={t('packages.received')}>
      <p>
        <Icon name="package" />
        <strong>{t('packages.received.from', { name: sender.name, at: timeText(language, at) })}</strong>{' '}
        {t('packages.received.what')}
      </p>
    </NoteNotice>
  )
}
