import { useConnection } from '../../api/connection-state.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'

/** Says so where the core cannot be reached; read out at once, since nothing is saved until it can. */
export function ConnectionStatus() {
  const t = useT()
  const state = useConnection()
  return (
    <span role="alert" className={state === 'open' ? undefined : 'status-item status-error'}>
      {state === 'open' ? null : (
        <>
          <Icon name="debug-disconnect" />
          {t(state === 'refused' ? 'frame.status.refused' : 'frame.status.connecting')}
        </>
      )}
    </span>
  )
}
