import type { User } from '../../../shared/user/user.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** Who writes now, and the ways to be somebody else or to change who there is. */
export function CurrentUser({ user }: { user: User }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <section className="settings-section" aria-labelledby="settings-user">
      <h2 className="page-heading" id="settings-user">
        {t('settings.user')}
      </h2>
      <div className="form">
        <p>{t('frame.user', { name: user.name, role: t(`lists.role.${user.role}`).toLowerCase() })}</p>
        <p className="form-hint">{t('settings.user.lead')}</p>
        <div className="form-actions">
          <button type="button" className="button" onClick={() => runCommand('people.switch')}>
            {t('people.switch')}
          </button>
          <button type="button" className="button" onClick={() => runCommand('people.open')}>
            {t('people.title')}
          </button>
        </div>
      </div>
    </section>
  )
}
