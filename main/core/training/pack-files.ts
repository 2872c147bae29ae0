import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Template } from '../../../shared/template/template.ts'
import type { Language } from '../../../shared/text/index.ts'
import { MAX_PACK_CHARS, readPack } from '../../../shared/training/load.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { packProblems, packSentences } from '../../../shared/training/refused.ts'
import { readTextFile } from '../../files/text-file.ts'
import { isTemplateFile } from '../templates.ts'

/** The demo packs of a folder, and why files of it were left out, in sentences. */
export interface Packs {
  readonly all: readonly Pack[]
  readonly problems: readonly string[]
}

/** Reads the packs that ship, from the folder beside the templates. They are read when somebody asks for them, since few do. */
export function shippedPacks(
  templatesDir: string,
  templates: readonly Template[],
  language: Language = 'sv',
): Packs {
  const folder = join(templatesDir, 'demo')
  if (!existsSync(folder)) return { all: [], problems: [] }
  const all: Pack[] = []
  const problems: string[] = []
  for (const file of readdirSync(folder).filter(isTemplateFile).toSorted()) {
    const read = readPack(readTextFile(join(folder, file), 3 * MAX_PACK_CHARS), templates)
    if (read.ok) all.push(read.pack)
    else problems.push(...packSentences(file, packProblems(read.causes), language))
  }
  return { all, problems }
}
