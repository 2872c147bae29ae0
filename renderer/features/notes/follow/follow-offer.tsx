import { useId, useState } from 'react'
import { newestVersions, type Template, templateOf } from '../../../../shared/template/template.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { NoteNotice } from '../../../note-model/note-notice.tsx'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useStoredNote } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { FollowPreview } from './follow-preview.tsx'
import { isOffered, keepStayed, useStayed } from './stayed.ts'
import { useFollow } from './use-follow.ts'
import { WithdrawnNotice } from './withdrawn-notice.tsx'
import './follow.css'

/**
 * That the version a draft is written in is withdrawn; that its template has a newer one, and the way to it. The latter is not
 * offered where somebody has said to stay.
 */
export function FollowOffer({ session }: { session: NoteSession }) {
  const note = useStoredNote(session)
  const { data: templates = [] } = useTemplates()
  const stayed = useStayed(note.id)
  const { id, version: from } = note.template
  const withdrawn = templateOf(templates, note.template)?.withdrawn
  const newer = newestVersions(templates).find((newest) => newest.id === id && newest.version > from)
  const offered = newer && isOffered(newer.version, from, stayed) ? newer : undefined
  return (
    <>
      {withdrawn === undefined ? null : (
        <WithdrawnNotice
          note={note}
          withdrawn={withdrawn}
          newer={newer?.version}
          isOffered={offered !== undefined}
        />
      )}
      {offered === undefined ? null : (
        <Offer session={session} from={from} to={offered} templates={templates} />
      )}
    </>
  )
}

interface OfferProps {
  session: NoteSession
  from: number
  to: Template
  templates: readonly Template[]
}

function Offer({ session, from, to, templates }: OfferProps) {
  const t = useT()
  const workbench = useWorkbench()
  const { follow, busy } = useFollow()
  const [isShown, setShown] = useState(false)
  const preview = useId()
  const stay = () => {
    keepStayed({ ...workbench, t }, session.id, to.version)
    workbench.notify(t('follow.stayed', { from }), 'info')
  }
  return (
    <NoteNotice label={t('follow.offer')}>
      <p>
        <Icon name="versions" />
        <strong>{t('follow.offer')}</strong> {t('follow.offer.what', { from, to: to.version })}
      </p>
      {isShown ? (
        <div id={preview} className="follow-preview">
          <FollowPreview session={session} to={to} templates={templates} />
        </div>
      ) : null}
      <div className="note-notice-actions">
        <button
          type="button"
          className="button"
          aria-expanded={isShown}
          aria-controls={isShown ? preview : undefined}
          onClick={() => setShown(!isShown)}
        >
          <Icon name={isShown ? 'chevron-down' : 'chevron-right'} />
          {t('follow.offer.show')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void follow(session, to)}>
          {t('follow.offer.follow')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={stay}>
          {t('follow.offer.stay')}
        </button>
      </div>
    </NoteNotice>
  )
}
