import type { ReactNode } from 'react'
import { useConnection } from '../api/connection.ts'
import { Icon, type IconName } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { useRegistry, useWorkbench } from './context.ts'
import type { CommandArgs } from './contribution.ts'
import { askForAddress } from './frame/reconnect-dialog.tsx'
import { useKeyLabel } from './keybindings.ts'
import './frame/bars.css'

/** Plain text in the status bar. */
export function StatusText({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <span className="status-item">
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A button in the status bar that runs a command; its tooltip is the command's title and key. */
export function StatusButton(props: {
  command: string
  args?: CommandArgs
  icon?: IconName
  /** What screen readers say, if the text alone is not enough. */
  label?: string
  children: ReactNode
}) {
  const t = useT()
  const workbench = useWorkbench()
  const command = useRegistry().commands.get(props.command)
  const key = useKeyLabel(props.command)
  const title = command === undefined ? undefined : t(command.title)
  return (
    <button
      type="button"
      className="status-item status-button"
      data-command={props.command}
      title={key === undefined ? title : `${title} (${key})`}
      onClick={() => workbench.runCommand(props.command, props.args)}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.label === undefined ? (
        props.children
      ) : (
        <>
          <span className="status-shown" aria-hidden="true">
            {props.children}
          </span>
          <span className="visually-hidden">{props.label}</span>
        </>
      )}
    </button>
  )
}

/** Says that the core cannot be reached; announced at once, since nothing is saved until it can. */
export function ConnectionItem() {
  const t = useT()
  const state = useConnection()
  return (
    <span role="alert" className={state === 'open' ? undefined : 'status-error'}>
      {state === 'connecting' ? (
        <StatusText icon="debug-disconnect">{t('frame.status.connecting')}</StatusText>
      ) : null}
      {state === 'refused' ? (
        <button type="button" className="status-item status-button" onClick={askForAddress}>
          <Icon name="debug-disconnect" />
          {t('frame.status.refused')}
        </button>
      ) : null}
    </span>
  )
}

/** The line at the bottom. */
export function StatusBar() {
  const t = useT()
  const { statusItems } = useRegistry()
  const side = (name: 'left' | 'right') =>
    statusItems.filter((item) => item.side === name).map(({ id, component: Item }) => <Item key={id} />)
  return (
    <section className="status-bar" aria-label={t('frame.part.statusBar')} data-part="status">
      <div className="status-side">{side('left')}</div>
      <div className="status-side">{side('right')}</div>
    </section>
  )
}
