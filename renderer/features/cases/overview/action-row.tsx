import { type FormEvent, useId, useState } from 'react'
import { readDateText } from '../../../../shared/case/date-text.ts'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { type Insats, insatsStatuses } from '../../../../shared/case/rows.ts'
import { actorText } from '../../../../shared/fields/actor.ts'
import type { CaseInsats } from '../../../../shared/note/case-insatser.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import { errorText } from '../../../api/error-text.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { DateEntry } from '../../../fields/date-entry.tsx'
import { useMay } from '../../../note-model/may.ts'
import { useReceived } from '../../../note-model/received.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { changeInsats, followUp, type InsatsChange, isInDraft } from './change-insats.ts'
import { InsatsName, InsatsStatus, OwnerOfInsats } from './insats-card.tsx'

/** One insats of the list: read where its note is signed, set in place where it is a draft. */
export function ActionRow({ insats, page }: { insats: CaseInsats; page: Overview }) {
  const t = useT()
  const { row, owner } = insats
  const set = useSet(insats)
  const writes = useWrites(page.read.context.case.id)
  const draft = isInDraft(insats) && writes
  const what = row.what?.trim() || t('overview.sides.unnamed')
  return (
    <tr>
      <td data-label={t('overview.column.owner')}>
        <OwnerOfInsats owner={owner} />
      </td>
      <td data-label={t('journal.column.insats')}>
        <InsatsName insats={insats} page={page} />
      </td>
      <td data-label={t('journal.column.performer')}>{actorText(page.language, row.performer ?? {})}</td>
      <td className="overview-date" data-label={t('journal.column.from')}>
        {row.from}
      </td>
      <td className="overview-date" data-label={t('journal.column.to')}>
        {row.to}
      </td>
      <td className="overview-date" data-label={t('journal.column.followUp')}>
        {draft ? (
          <FollowUpDate label={t('overview.actions.setFollowUp', { what })} row={row} page={page} set={set} />
        ) : (
          row.followUp
        )}
      </td>
      <td data-label={t('journal.column.status')}>
        {draft ? (
          <StatusSelect label={t('overview.actions.setStatus', { what })} row={row} set={set} />
        ) : (
          <>
            <InsatsStatus insats={insats} page={page} />{' '}
            {writes ? <FollowUpButton insats={insats} page={page} what={what} /> : null}
          </>
        )}
      </td>
      <td data-label={t('journal.column.effect')}>
        {row.effect === undefined ? '' : t(`lists.insatsEffect.${row.effect}`)}
      </td>
    </tr>
  )
}

/** Whether whoever works writes in the notes of a case. */
function useWrites(caseId: CaseId): boolean {
  const received = useReceived(caseId)
  return useMay('write') && received === undefined
}

/** Saves a change in the draft and says so. */
function useSet(insats: CaseInsats): (change: InsatsChange) => void {
  const t = useT()
  const { client, notify } = useWorkbench()
  const what = insats.row.what?.trim() || t('overview.sides.unnamed')
  return (change) => {
    changeInsats({ client }, insats, change)
      .then((saved) =>
        saved
          ? notify(t('overview.actions.saved', { what }), 'success')
          : notify(t('overview.actions.notSaved'), 'error'),
      )
      .catch((error: unknown) => notify(errorText(t, error), 'error'))
  }
}

interface CellProps {
  readonly label: string
  readonly row: Insats
  readonly set: (change: InsatsChange) => void
}

function StatusSelect({ label, row, set }: CellProps) {
  const t = useT()
  // What is chosen shows at once: the page follows when the case is read again.
  const [chosen, setChosen] = useState<{ of: Insats; status: Insats['status'] }>()
  const status = chosen?.of === row ? chosen.status : row.status
  return (
    <select
      className="actions-cell"
      aria-label={label}
      value={status ?? ''}
      onChange={(event) => {
        const next = insatsStatuses.find((each) => each === event.target.value)
        setChosen({ of: row, status: next })
        set({ status: next })
      }}
    >
      <option value="" />
      {insatsStatuses.map((each) => (
        <option key={each} value={each}>
          {t(`lists.insatsStatus.${each}`)}
        </option>
      ))}
    </select>
  )
}

function FollowUpDate({ label, row, page, set }: CellProps & { page: Overview }) {
  const id = useId()
  const [typed, setTyped] = useState<{ of: Insats; text: string }>()
  const text = typed?.of === row ? typed.text : (row.followUp ?? '')
  const origin = { today: page.today, firstSickDay: page.read.context.case.firstSickDay }
  const date = text.trim() === '' ? '' : readDateText(text, origin)
  const commit = () => {
    if (date === undefined || date === (row.followUp ?? '')) return
    setTyped({ of: row, text: date })
    set({ followUp: date === '' ? undefined : date })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    commit()
  }
  return (
    <form className="actions-date" onBlur={commit} onSubmit={onSubmit}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <DateEntry
        id={id}
        value={text}
        origin={origin}
        invalid={date === undefined}
        describedBy={undefined}
        onChange={(next) => setTyped({ of: row, text: next })}
      />
    </form>
  )
}

/** A signed note can't be changed: what has come of an insats is written in a follow-up. */
function FollowUpButton({ insats, page, what }: { insats: CaseInsats; page: Overview; what: string }) {
  const t = useT()
  const workbench = useWorkbench()
  const open = () => {
    followUp(workbench, page, insats)
      .then((opened) => {
        if (!opened) workbench.notify(t('overview.actions.followUp.missing'), 'error')
      })
      .catch((error: unknown) => workbench.notify(errorText(t, error), 'error'))
  }
  return (
    <button
      type="button"
      className="button-fix"
      title={t('overview.actions.followUp.signed')}
      aria-label={t('overview.actions.followUp.of', { what })}
      onClick={open}
    >
      <Icon name="edit" />
      {t('overview.actions.followUp')}
    </button>
  )
}
