import { join } from 'node:path'
import type { Answers } from '../../../shared/note/answers.ts'

export const passphrase = 'en fras för krascher'
export const templatesDir = join(import.meta.dirname, '../../../templates')
export const archiveIn = (dataDir: string) => join(dataDir, 'krasch.klarlagt')

/** The answers of the nth save; long enough that a save is several pages. */
export function answersOf(number: number): Answers {
  return { motivering: `Mening ${number}. `.repeat(120) }
}
