import { nextFile } from '../api/host.ts'
import { type SavedFile, saveFile } from '../base/files.ts'
import type { Workbench } from './contribution.ts'

/** Saves a file, and says what became of it; `done` is what is said where it was saved. */
export async function giveFile(
  { notify, t }: Pick<Workbench, 'notify' | 't'>,
  file: SavedFile,
  done: string,
): Promise<void> {
  const ended = nextFile()
  saveFile(file)
  const outcome = await ended
  if (outcome === 'saved') notify(done, 'success')
  else if (outcome === 'cancelled') notify(t('host.file.cancelled'), 'info')
  else notify(t('host.file.failed'), 'error')
}
