import { type IsoDate, parseDate } from '../../shared/case/dates.ts'
import type { Template } from '../../shared/template/template.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { readPack } from '../../shared/training/load.ts'
import type { Pack } from '../../shared/training/pack.ts'
import { playableDaySchema } from '../../shared/training/playable-day.ts'
import { type PackProblem, packProblems, packSentences } from '../../shared/training/refused.ts'
import { type Packs, shippedPacks } from '../core/training/pack-files.ts'
import { readText, templatesDir } from './files.ts'
import { Misuse, type Terminal } from './terminal.ts'

/** The demo packs that ship. One that cannot be used is skipped, and the reason is printed. */
function readShipped(templates: readonly Template[], { language, say, t }: Terminal): Packs['all'] {
  const { all, problems } = shippedPacks(templatesDir, templates, language)
  for (const message of problems) say(t('training.cli.problem', { message }))
  return all
}

/** Lists the demo packs that ship. */
export function listPacks(templates: readonly Template[], asJson: boolean, terminal: Terminal): void {
  const { language, print } = terminal
  const packs = readShipped(templates, terminal)
  if (asJson) {
    const listed = packs.map(({ id, version, title, summary, cases }) => ({
      id,
      version,
      title,
      summary,
      cases: cases.length,
    }))
    print(JSON.stringify(listed, undefined, 2))
    return
  }
  for (const { id, title, summary } of packs)
    print(`${id.padEnd(24)} ${inLanguage(language, title)}: ${inLanguage(language, summary)}`)
}

/** Explains why a file is no demo pack: each problem, and where it is. */
export const refusedPack = (file: string, problems: readonly PackProblem[], { language }: Terminal): Misuse =>
  new Misuse(packSentences(file, problems, language).join('\n'))

/** Whether a pack is asked for by its file, and not by its id. */
export const isPackFile = (asked: string): boolean => asked.endsWith('.json')

/** The pack that is asked for by its id, or as a file. Throws Misuse, with what is wrong in the file and where. */
export async function packAsked(
  asked: string,
  templates: readonly Template[],
  terminal: Terminal,
): Promise<Pack> {
  if (isPackFile(asked)) {
    const read = readPack({ ok: true, value: await readText(asked, terminal) }, templates)
    if (read.ok) return read.pack
    throw refusedPack(asked, packProblems(read.causes), terminal)
  }
  return packWithId(asked, readShipped(templates, terminal), terminal)
}

/** The one of these packs that has this id. Throws Misuse, with those that there are. */
export function packWithId<P extends { readonly id: string }>(
  id: string,
  packs: readonly P[],
  { t }: Terminal,
): P {
  const found = packs.find((pack) => pack.id === id)
  if (found) return found
  throw new Misuse(t('training.cli.unknown', { id, known: packs.map((pack) => pack.id).join(', ') }))
}

/** The day that cases are brought to. Throws Misuse where no demo archive is played on it. */
export function dayAsked(value: string, { t }: Terminal): IsoDate {
  const day = playableDaySchema.safeParse(parseDate(value)).data
  if (day === undefined) throw new Misuse(t('training.cli.day', { value }))
  return day
}
