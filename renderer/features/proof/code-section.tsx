import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { apiOf } from '../../api/use-client.ts'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** The user's own signing code: set, changed and taken away. */
export function CodeSection() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const heading = useId()
  const [now, setNow] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string>()
  const { data, refetch } = useQuery(apiOf(client).proof.signingCode.queryOptions())
  const isSet = data?.set === true
  const change = async (chosen: string | undefined) => {
    setProblem(undefined)
    if (chosen !== undefined && chosen !== again) {
      setProblem(t('proof.code.differ'))
      return
    }
    try {
      await client.proof.setSigningCode({
        ...(isSet ? { now } : {}),
        ...(chosen === undefined ? {} : { next: chosen }),
      })
      for (const clear of [setNow, setNext, setAgain]) clear('')
      notify(t('proof.code.done'), 'success')
      await refetch()
    } catch (error) {
      setProblem(errorText(t, error))
    }
  }
  return (
    <section className="proof-section" aria-labelledby={heading}>
      <h2 className="page-heading" id={heading}>
        {t('proof.code.title')}
      </h2>
      <p>{t('proof.code.body')}</p>
      <p>{t(isSet ? 'proof.code.set' : 'proof.code.unset')}</p>
      <form
        className="form proof-code"
        onSubmit={(event) => {
          event.preventDefault()
          void change(next)
        }}
      >
        {isSet ? (
          <TextField
            label={t('proof.code.now')}
            name="code-now"
            type="password"
            value={now}
            onChange={setNow}
          />
        ) : null}
        <TextField
          label={t('proof.code.next')}
          name="code-next"
          type="password"
          value={next}
          onChange={setNext}
        />
        <TextField
          label={t('proof.code.again')}
          name="code-again"
          type="password"
          value={again}
          onChange={setAgain}
        />
        <FormAlert text={problem} />
        <div className="proof-actions">
          <button type="submit" className="button">
            {t('proof.code.save')}
          </button>
          {isSet ? (
            <button type="button" className="button" onClick={() => void change(undefined)}>
              {t('proof.code.remove')}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  )
}
