import { oc } from '@orpc/contract'
import { z } from 'zod'
import { apiErrors } from './errors.ts'

/** What the program's core is made of and where it works: for Om Klarlagt, and for whoever is asked for help. */
const programFactsSchema = z.object({
  version: z.string(),
  node: z.string(),
  sqlite: z.string(),
  /** SQLite's encryption, by its own name and version. */
  ciphers: z.string(),
  /** The folder of the archives, unless the host names one archive alone. */
  archivesFolder: z.string().optional(),
  archive: z.string(),
  /** The file that keeps the archive's key, wrapped; a copy of the archive is nothing without it. */
  key: z.string(),
})
export type ProgramFacts = z.infer<typeof programFactsSchema>

export const programContract = {
  facts: oc.errors(apiErrors).output(programFactsSchema),
}
