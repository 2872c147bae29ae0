import { useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { FormAlert } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useEntry } from './use-entry.ts'

/** A store of invented cases, one click away. */
export function TryDemo() {
  const t = useT()
  const { client } = useWorkbench()
  const [failure, setFailure] = useState<string>()
  const { busy, enter } = useEntry((refusal) => setFailure(errorText(t, refusal)))
  const start = () => {
    setFailure(undefined)
    void enter(() => client.archive.demo())
  }
  return (
    <>
      <p>{t('welcome.demo.lead')}</p>
      <button type="button" className="button" aria-disabled={busy} onClick={start}>
        <Icon name="beaker" />
        {t(busy ? 'welcome.demo.busy' : 'welcome.demo.submit')}
      </button>
      <FormAlert text={failure} />
    </>
  )
}
