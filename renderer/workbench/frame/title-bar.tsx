import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../context.ts'
import { useKeyLabel } from '../keybindings/use-key-label.ts'
import { MainMenu } from './main-menu.tsx'
import './title-bar.css'

/** The top of the window: name, command centre, who is writing. `menu` is false where the desktop has the menu. */
export function TitleBar({ menu }: { menu: boolean }) {
  const t = useT()
  const workbench = useWorkbench()
  const key = useKeyLabel('frame.quickOpen')
  const archive = useArchive()
  const user = archive.state === 'open' ? archive.user : undefined
  return (
    <header className="title-bar" data-part="title">
      <div className="title-bar-side">
        {menu ? <MainMenu /> : null}
        <span className="title-bar-name">{t('frame.app')}</span>
      </div>
      {user === undefined ? null : (
        <>
          <button
            type="button"
            className="command-center"
            onClick={() => workbench.runCommand('frame.quickOpen')}
          >
            <Icon name="search" />
            <span className="command-center-text">{t('frame.commandCenter')}</span>
            {key === undefined ? null : <span className="command-center-key">{key}</span>}
          </button>
          <div className="title-bar-side title-bar-end">
            <button
              type="button"
              className="title-bar-user"
              title={t('frame.user.change')}
              onClick={() => workbench.runCommand('frame.settings')}
            >
              <Icon name="account" />
              <span>
                {t('frame.user', { name: user.name, role: t(`lists.role.${user.role}`).toLowerCase() })}
              </span>
            </button>
          </div>
        </>
      )}
    </header>
  )
}
