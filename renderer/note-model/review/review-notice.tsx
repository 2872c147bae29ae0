import { timeText } from '../../../shared/case/dates.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { demandsReview } from '../../../shared/note/review.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { NoteNotice } from '../note-notice.tsx'
import { useReading } from '../use-note.ts'

const icons = { last: 'lock', inlamnad: 'mail', aterlamnad: 'reply', godkand: 'pass' } as const

/** Says above a note how it stands in review, in words: with whom and since when, or what is to be done and why. */
export function ReviewNotice({ note }: { note: StoredNote }) {
  const demanded = useReading(note.id, (read) => demandsReview(read.template, read.holds))
  if (note.status !== 'utkast') return null
  if (note.review !== undefined) return <Standing review={note.review} />
  return demanded === true ? <Demanded /> : null
}

function Standing({ review }: { review: NonNullable<Extract<StoredNote, { status: 'utkast' }>['review']> }) {
  const t = useT()
  const language = useLanguage()
  const { state, by, at, to, reason } = review
  const said = { name: by.name, to: to?.name ?? t('review.anybody'), at: timeText(language, at) }
  return (
    <NoteNotice label={t('review.notice')}>
      <p>
        <Icon name={icons[state]} />
        <strong>{t(`review.standing.${state}`, said)}</strong> {t(`review.standing.${state}.what`)}
      </p>
      {reason === undefined ? null : (
        <blockquote className="note-review-reason">
          {reason.split('\n').map((line, index) => (
            <p key={index.toString()}>{line}</p>
          ))}
        </blockquote>
      )}
    </NoteNotice>
  )
}

/** That a note cannot be signed by its author alone is said before it is whole. */
function Demanded() {
  const t = useT()
  return (
    <NoteNotice label={t('review.notice')}>
      <p>
        <Icon name="eye" />
        <strong>{t('review.demanded')}</strong> {t('review.demanded.what')}
      </p>
    </NoteNotice>
  )
}
