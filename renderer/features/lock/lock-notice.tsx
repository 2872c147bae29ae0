import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import type { IdleState } from './idle.ts'
import { useLockState } from './locking.ts'
import './lock.css'

/**
 * Says aloud that the archive is soon locked, or why it is not locked yet. The seconds are only shown: read aloud one by one
 * they would drown everything else. The region is always there, so that what comes into it is heard.
 */
export function LockNotice({ idle }: { idle: IdleState }) {
  const t = useT()
  const lock = useLockState()
  return (
    <div className="lock-notices" role="alert">
      {lock.kind === 'waiting' ? (
        <p className="lock-notice" data-severity="warning">
          <Icon name="unlock" />
          <span>{t(`lock.waiting.${lock.for}`)}</span>
        </p>
      ) : null}
      {lock.kind === 'open' && idle.kind === 'warning' ? (
        <p className="lock-notice">
          <Icon name="lock" />
          <span>{t('lock.soon')}</span>
          <span className="lock-seconds" aria-hidden="true">
            {idle.secondsLeft}
          </span>
        </p>
      ) : null}
    </div>
  )
}
