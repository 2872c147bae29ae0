import type { ReactNode } from 'react'
import type { Where } from '../../../../shared/note/marker.ts'
import { documentText } from '../../../../shared/overview/entry-register.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import type { TextKey } from '../../../../shared/text/index.ts'
import { useT } from '../../../base/use-t.ts'
import { OverviewTable } from './overview-table.tsx'
import { useOpenAt } from './use-overview.ts'

interface TableProps {
  readonly id: string
  readonly title: TextKey
  readonly none: TextKey
  readonly headings: readonly TextKey[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A register of the case: a heading and a table, or that there is nothing in it. */
function Register({ id, title, none, headings, rows }: TableProps) {
  const t = useT()
  return (
    <section aria-labelledby={id}>
      <h2 className="page-heading" id={id}>
        {t(title)}
      </h2>
      {rows.length === 0 ? (
        <p className="side-none">{t(none)}</p>
      ) : (
        <OverviewTable labelledBy={id} headings={headings}>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={headings[index]} className={index === 0 ? 'overview-date' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </OverviewTable>
      )}
    </section>
  )
}

function Open({ page, where, title }: { page: Overview; where: Where; title: string }) {
  const t = useT()
  const openAt = useOpenAt(page)
  return (
    <button
      type="button"
      className="insats-name"
      title={t('overview.openNote', { title })}
      onClick={() => openAt(where)}
    >
      {title}
    </button>
  )
}

/** What has happened with the employer's plan: each event with its day, channel and initiative. */
export function PlanRegister({ page }: { page: Overview }) {
  return (
    <Register
      id="overview-plan"
      title="overview.plan"
      none="overview.plan.none"
      headings={[
        'journal.column.date',
        'overview.column.event',
        'overview.column.channel',
        'overview.column.initiative',
        'overview.column.informant',
      ]}
      rows={page.planEvents.map(({ read, where, date, status, channel, initiative, informant }) => ({
        key: read.note.id,
        cells: [
          date,
          <Open key="open" page={page} where={where} title={status ?? documentText(page.language, read)} />,
          channel,
          initiative,
          informant,
        ],
      }))}
    />
  )
}

/** Consents by actor: the answer that holds, its day and how it was given, and the notes that tell of it. */
export function Consents({ page }: { page: Overview }) {
  const t = useT()
  return (
    <Register
      id="case-consents"
      title="overview.consents"
      none="overview.consents.none"
      headings={[
        'journal.column.date',
        'journal.column.actor',
        'journal.column.consent',
        'journal.column.consentWay',
        'overview.consents.told',
      ]}
      rows={page.consents.map(({ actor, now, told }) => ({
        key: actor,
        cells: [
          now.date,
          t(`lists.actor.${actor}`),
          t(`lists.consent.${now.consent}`),
          now.how === undefined ? '' : t(`lists.consentWay.${now.how}`),
          <ul key="told">
            {told.map(({ consent, read, where }) => (
              <li key={read.note.id}>
                <Open page={page} where={where} title={documentText(page.language, read)} />{' '}
                {[consent.date, consent.consent === now.consent ? '' : t(`lists.consent.${consent.consent}`)]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  )
}

/** Contacts and meetings, held and planned. */
export function Contacts({ page }: { page: Overview }) {
  const t = useT()
  return (
    <Register
      id="overview-contacts"
      title="overview.contacts"
      none="overview.contacts.none"
      headings={[
        'journal.column.date',
        'overview.column.event',
        'journal.column.counterpart',
        'journal.column.status',
        'journal.column.outcome',
      ]}
      rows={page.contacts.map(({ read, where, date, row, outcome }) => ({
        key: `${read.note.id} ${row?.id}`,
        cells: [
          date,
          <Open
            key="open"
            page={page}
            where={where}
            title={
              row === undefined
                ? documentText(page.language, read)
                : row.what?.trim() || t('cases.section.responsibility.unnamed')
            }
          />,
          row?.counterpart === undefined ? '' : t(`lists.actor.${row.counterpart}`),
          row?.status === undefined ? '' : t(`lists.aktivitetStatus.${row.status}`),
          outcome,
        ],
      }))}
    />
  )
}
