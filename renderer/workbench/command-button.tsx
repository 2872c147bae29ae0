import { useId } from 'react'
import type { TextKey } from '../../shared/text/index.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { useCommandContext, useRegistry, useWorkbench } from './context.ts'
import type { Command, CommandArgs, CommandRefusal } from './contribution.ts'
import { useKeyLabel } from './keybindings.ts'

const noArgs: CommandArgs = {}

/** Why a command is refused to whoever works now, for what is drawn; undefined where it is not. */
export function useRefusal(
  command: Command | undefined,
  args: CommandArgs = noArgs,
): CommandRefusal | undefined {
  return command?.refused?.(useCommandContext(), args)
}

interface ButtonProps {
  readonly command: string
  readonly args?: CommandArgs
  /** Another command that has the keys to show. */
  readonly keysOf?: string
  /** Shorter than the command's own title. */
  readonly text?: TextKey
  readonly primary?: boolean
  /** The icon alone, with the title as its name. */
  readonly bare?: boolean
}

/** A command as a button, with its key. One that is refused stands there greyed, and says why: in its description, and when it is pressed. */
export function CommandButton({ command, args, keysOf, text, primary, bare }: ButtonProps) {
  const t = useT()
  const id = useId()
  const { runCommand } = useWorkbench()
  const found = useRegistry().commands.get(command)
  const refused = useRefusal(found, args)
  const key = useKeyLabel(keysOf ?? command)
  if (found === undefined) return null
  const title = t(found.title)
  const hint = key === undefined ? (bare === true ? title : undefined) : `${title} (${key})`
  return (
    <>
      <button
        type="button"
        data-command={command}
        className={bare === true ? 'icon-button' : primary === true ? 'button button-primary' : 'button'}
        aria-label={bare === true ? title : undefined}
        aria-disabled={refused === undefined ? undefined : true}
        aria-describedby={refused === undefined ? undefined : id}
        title={refused?.why ?? hint}
        onClick={() => runCommand(command, args)}
      >
        {bare === true || found.icon !== undefined ? <Icon name={found.icon ?? 'circle'} /> : null}
        {bare === true ? null : t(text ?? found.title)}
      </button>
      {refused === undefined ? null : (
        <span className="visually-hidden" id={id}>
          {refused.why}
        </span>
      )}
    </>
  )
}
