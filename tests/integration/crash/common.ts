import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Answers } from '../../../shared/note/answers.ts'

export const passphrase = 'en fras för krascher'
export const templatesDir = join(import.meta.dirname, '../../../templates')
export const archiveIn = (dataDir: string) => join(dataDir, 'krasch.klarlagt')

/** The answers of the nth save; long enough that a save is several pages. */
export function answersOf(number: number): Answers {
  return { motivering: `Mening ${number}. `.repeat(120) }
}

export const nextPassphrase = 'en annan fras för krascher'

/** What is done when the core is killed, besides saving. */
export const actNames = [
  'create',
  'sign',
  'import',
  'passphrase',
  'backup',
  'restore',
  'migrate',
  'reset',
] as const
export type Act = (typeof actNames)[number]

export function actOf(name: string): Act {
  const act = actNames.find((each) => each === name)
  if (act === undefined) throw new Error(`${name} is no act.`)
  return act
}

/** How many kills there are of each act and of saving: a hundred in all, or as many as `npm run soak` asks for. */
export const killsOf = (share: number): number =>
  Math.round(Number(process.env.KLARLAGT_KILLS ?? 100) * share)

/**
 * A killed process loses nothing that the system has taken, so a disk of memory shows the same much sooner. `npm run soak` takes a
 * real one, where the kill falls into other moments.
 */
export function takeQuickDisk(): void {
  if (process.env.KLARLAGT_KILLS === undefined && existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm'
}
