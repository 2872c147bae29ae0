import type { FileOutcome } from '../../shared/host/bridge.ts'
import type { Workbench } from './contribution.ts'

/** Says what became of a file that was to be saved; `done` is what is said where it was. */
export function tellFile(
  { notify, t }: Pick<Workbench, 'notify' | 't'>,
  outcome: FileOutcome,
  done: string,
): void {
  if (outcome === 'saved') notify(done, 'success')
  else if (outcome === 'cancelled') notify(t('host.file.cancelled'), 'info')
  else notify(t('host.file.failed'), 'error')
}
