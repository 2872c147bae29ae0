import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { type DisposableCase, receiptFormats } from '../../../shared/api/disposal.ts'
import { dateAt } from '../../../shared/case/dates.ts'
import type { DisposalReceipt } from '../../../shared/case/disposal.ts'
import { changeEvents } from '../../api/changes.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { saveFile } from '../../base/files.ts'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useMay } from '../../note-model/may.ts'
import { useWorkbench } from '../../workbench/context.ts'
import '../../base/theme/form.css'
import './disposal.css'

/** Gallring: the cases whose time has come, what goes of each and what stays, and the receipts of those that are gone. */
export function DisposalEditor() {
  const t = useT()
  return (
    <article className="page">
      <h1 className="page-title">{t('disposal.title')}</h1>
      <p className="page-lead">{t('disposal.intro')}</p>
      {useMay('dispose') ? (
        <Disposal />
      ) : (
        <p className="disposal-refused" role="status">
          {t('disposal.refused')}
        </p>
      )}
    </article>
  )
}

function Disposal() {
  const t = useT()
  const api = useApi()
  const due = useQuery({ ...api.disposal.due.queryOptions(), staleTime: 0 })
  const receipts = useQuery({ ...api.disposal.receipts.queryOptions(), staleTime: 0 })
  const renew = () => void Promise.all([due.refetch(), receipts.refetch()])
  if (due.error) return <FormAlert text={errorText(t, due.error)} />
  return (
    <>
      <h2 className="page-heading">{t('disposal.due')}</h2>
      {due.data?.length === 0 ? <p>{t('disposal.none')}</p> : null}
      {due.data?.map((one) => (
        <DueCase key={one.caseId} one={one} done={renew} />
      ))}
      <h2 className="page-heading">{t('disposal.receipts')}</h2>
      {receipts.data?.length === 0 ? <p>{t('disposal.receipts.none')}</p> : null}
      {receipts.data?.map((receipt) => (
        <Receipt key={receipt.caseId} receipt={receipt} />
      ))}
    </>
  )
}

/** How much of what was disposed of has been taken out of the search index, in per cent; undefined until it is told. */
function useSwept(): number | undefined {
  const [swept, setSwept] = useState<number>()
  useEffect(
    () =>
      changeEvents.add((event) => {
        if (event.type === 'sweeping') setSwept(Math.floor((100 * event.done) / event.total))
      }),
    [],
  )
  return swept
}

function Sweeping() {
  const percent = useSwept()
  const t = useT()
  return <p role="status">{percent === undefined ? null : t('disposal.sweeping', { percent })}</p>
}

function DueCase({ one, done }: { one: DisposableCase; done: () => void }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<{ reason?: string; number?: string }>({})
  const [problem, setProblem] = useState<string>()
  const [working, setWorking] = useState(false)
  const { caseId, number, insured, closedOn, received, from, counts, kept } = one
  const dispose = async (event: FormEvent) => {
    event.preventDefault()
    const found = {
      ...(reason.trim() === '' ? { reason: t('disposal.reason.missing') } : {}),
      ...(typed.trim() === number ? {} : { number: t('disposal.number.wrong') }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setWorking(true)
    try {
      await client.disposal.dispose({ caseId, number, reason })
      notify(t('disposal.done', { number }), 'success')
      done()
    } catch (error) {
      setProblem(errorText(t, error))
    } finally {
      setWorking(false)
    }
  }
  return (
    <form
      className="form disposal-case"
      noValidate
      aria-label={`${number} ${insured}`}
      onSubmit={(event) => void dispose(event)}
    >
      <h3>{`${number} ${insured}`}</h3>
      <p>
        {t(received ? 'disposal.due.received' : 'disposal.due.closed', { closed: closedOn, from })}{' '}
        {t('disposal.counts', counts)}
      </p>
      {kept.length === 0 ? null : <p>{t('disposal.kept', { kept: kept.join(', ') })}</p>}
      <TextField
        label={t('disposal.reason')}
        name={`reason-${caseId}`}
        value={reason}
        onChange={setReason}
        error={errors.reason}
      />
      <TextField
        label={t('disposal.number')}
        name={`number-${caseId}`}
        value={typed}
        onChange={setTyped}
        error={errors.number}
      />
      <FormAlert text={problem} />
      {working ? <Sweeping /> : null}
      <div className="form-actions">
        <button type="submit" className="button" disabled={working}>
          <Icon name="trash" />
          {t('disposal.do', { number })}
        </button>
      </div>
    </form>
  )
}

function Receipt({ receipt: { caseId, number, at, by } }: { receipt: DisposalReceipt }) {
  const t = useT()
  const language = useLanguage()
  const { client, notify } = useWorkbench()
  const save = async (format: (typeof receiptFormats)[number]) => {
    try {
      saveFile(await client.disposal.exportReceipt({ caseId, format, language }))
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
  return (
    <p className="disposal-receipt">
      <span>{t('disposal.receipt.line', { number, date: dateAt(at), name: by.name })}</span>
      {receiptFormats.map((format) => (
        <button key={format} type="button" className="button" onClick={() => void save(format)}>
          {t(`disposal.receipt.save.${format}`)}
        </button>
      ))}
    </p>
  )
}
