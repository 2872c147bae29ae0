import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../text/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import { queryKeys } from '../workbench/query-keys.ts'
import { errorText } from '../workbench/services/error-text.ts'

/** A store of invented cases, one click away. */
export function TryDemo() {
  const t = useT()
  const { client } = useWorkbench()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const start = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      queryClient.setQueryData(queryKeys.archive, await client.archive.demo())
    } catch (refusal) {
      setFailure(errorText(t, refusal))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p>{t('welcome.demo.lead')}</p>
      <button type="button" className="button" disabled={busy} onClick={() => void start()}>
        {t(busy ? 'welcome.demo.busy' : 'welcome.demo.submit')}
      </button>
      <div role="alert">{failure === undefined ? null : <p className="form-summary">{failure}</p>}</div>
    </>
  )
}
