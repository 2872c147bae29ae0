import { errorText } from '../../api/error-text.ts'
import { notify } from '../../base/notify.ts'
import type { Command, CommandArgs, Workbench } from '../contribution.ts'
import type { Registry } from '../registry.ts'

/** Whether a command can run now. */
export function canRun(command: Command, workbench: Workbench): boolean {
  return command.when?.(workbench) ?? true
}

/** Runs a command; what goes wrong is told in a toast, since nobody else may be listening. */
export function runCommand(
  registry: Registry,
  workbench: Workbench,
  id: string,
  args: CommandArgs = {},
): boolean {
  const command = registry.commands.get(id)
  if (command === undefined || !canRun(command, workbench)) return false
  const run = async () => command.run(workbench, args)
  run().catch((error: unknown) => {
    console.error(error)
    notify(errorText(workbench.t, error), 'error')
  })
  return true
}
