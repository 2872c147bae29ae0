import { Fragment, type ReactNode } from 'react'
import { dateAt, timeText } from '../../shared/case/dates.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { chainsOf, linkOfSummary } from '../../shared/note/amendments.ts'
import type { NoteSummary, StoredNote } from '../../shared/note/note.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { useCase } from '../api/use-client.ts'
import type { IconName } from '../base/icon.tsx'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import { useNoteName } from './note-name.ts'
import './amend-bands.css'

/** A note of the case as a link that opens it. */
function NoteLink({ note }: { note: NoteSummary }) {
  const t = useT()
  const { editors } = useWorkbench()
  const title = useNoteName()(note)
  const text =
    note.status === 'journalford'
      ? t('amend.link.signed', { title, date: dateAt(note.signedAt ?? note.updatedAt) })
      : t('amend.link.draft', { title, name: note.author.name, date: dateAt(note.createdAt) })
  return (
    <button
      type="button"
      className="amend-link"
      onClick={() => editors.open({ type: 'note', noteId: note.id, caseId: note.caseId })}
    >
      {note.annulled === undefined ? text : `${text}, ${t('amend.state.annulled')}`}
    </button>
  )
}

interface Band {
  readonly icon: IconName
  readonly key: TextKey
  readonly ids: readonly NoteId[]
}

function bandsOf(note: StoredNote, notes: readonly NoteSummary[]): Band[] {
  const { amending, standing, rootOf } = chainsOf(notes.map(linkOfSummary))
  const byId = new Map(notes.map((one) => [one.id, one]))
  const isSigned = (id: NoteId) => byId.get(id)?.status === 'journalford'
  const corrections = amending(note.id, 'rattelse')
  const stands = standing(note.id)
  const isReplaced = note.status === 'journalford' && !byId.get(note.id)?.annulled && stands !== note.id
  const replaced = isReplaced ? stands : undefined
  const { amends } = note
  const rivals =
    amends?.verb === 'rattelse' && note.status === 'utkast'
      ? amending(amends.note, 'rattelse').filter((id) => id !== note.id)
      : []
  const bands: Band[] = [
    {
      icon: 'history',
      key: amends?.verb === 'komplettering' ? 'amend.band.adds' : 'amend.band.corrects',
      ids: amends ? [amends.note] : [],
    },
    { icon: 'warning', key: 'amend.band.rival', ids: rivals },
    {
      icon: 'warning',
      key: 'amend.band.dead',
      ids: amends && note.status === 'utkast' && byId.get(amends.note)?.annulled ? [amends.note] : [],
    },
    { icon: 'circle-slash', key: 'amend.band.corrected', ids: replaced === undefined ? [] : [replaced] },
    {
      icon: 'history',
      key: 'amend.band.correctedBy',
      ids: corrections.filter((id) => isSigned(id) && id !== replaced),
    },
    { icon: 'edit', key: 'amend.band.correcting', ids: corrections.filter((id) => !isSigned(id)) },
    {
      icon: 'add',
      key: 'amend.band.completed',
      ids: notes
        .filter((one) => one.amends?.verb === 'komplettering' && rootOf(one.amends.note) === rootOf(note.id))
        .filter(({ id }) => id !== note.id)
        .map(({ id }) => id),
    },
  ]
  return bands.filter(({ ids }) => ids.length > 0)
}

/** The way to see what a rättelse changes. */
function CompareLink({ note, other }: { note: StoredNote; other: NoteSummary }) {
  const t = useT()
  const { editors } = useWorkbench()
  const [later, earlier] = note.amends?.note === other.id ? [note, other] : [other, note]
  if (later.amends?.verb !== 'rattelse' || later.amends.note !== earlier.id) return null
  return (
    <button
      type="button"
      className="amend-link"
      onClick={() =>
        editors.open({
          type: 'compare-notes',
          noteId: later.id,
          caseId: note.caseId,
          amended: earlier.id,
        })
      }
    >
      {t('amend.compare')}
    </button>
  )
}

/** What a note has to do with others by rättelse and komplettering, each a link, and whether it is annulled. */
export function AmendBands({ note }: { note: StoredNote }) {
  const t = useT()
  const language = useLanguage()
  const { data } = useCase(note.caseId)
  const notes = data?.notes ?? []
  const annulled = notes.find(({ id }) => id === note.id)?.annulled
  const bands = bandsOf(note, notes)
  if (!annulled && bands.length === 0) return null
  return (
    <div className="amend-bands" role="note" aria-label={t('amend.bands')}>
      {annulled ? (
        <Line icon="circle-slash">
          <strong>
            {t('amend.band.annulled', {
              at: timeText(language, annulled.at),
              name: annulled.by.name,
              role: t(`lists.role.${annulled.by.role}`).toLowerCase(),
              reason: annulled.reason,
            })}
          </strong>
        </Line>
      ) : null}
      {bands.map(({ icon, key, ids }) => (
        <Line key={key} icon={icon}>
          {t(key)}{' '}
          {ids.map((id) => {
            const other = notes.find((one) => one.id === id)
            return (
              other && (
                <Fragment key={id}>
                  <NoteLink note={other} /> <CompareLink note={note} other={other} />
                </Fragment>
              )
            )
          })}
        </Line>
      ))}
    </div>
  )
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <p className="amend-line">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
