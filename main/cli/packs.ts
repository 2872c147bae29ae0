import { type IsoDate, parseDate } from '../../shared/case/dates.ts'
import { fileProblems } from '../../shared/template/load.ts'
import type { Template } from '../../shared/template/template.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { readPack } from '../../shared/training/load.ts'
import type { Pack } from '../../shared/training/pack.ts'
import { playableDaySchema } from '../../shared/training/playable-day.ts'
import { type Packs, shippedPacks } from '../core/training/pack-files.ts'
import { readText, templatesDir } from './files.ts'
import { Misuse, type Terminal } from './terminal.ts'

/** The demo packs that ship. One that cannot be used is skipped, and the reason is printed. */
function readShipped(templates: readonly Template[], { language, say, t }: Terminal): Packs['all'] {
  const { all, problems } = shippedPacks(templatesDir, templates, language)
  for (const { message } of problems) say(t('training.cli.problem', { message }))
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

/** The pack that is asked for by its id, or as a file. Throws Misuse, with what is wrong in the file and where. */
export async function packAsked(
  asked: string,
  templates: readonly Template[],
  terminal: Terminal,
): Promise<Pack> {
  if (asked.endsWith('.json')) {
    const read = readPack({ ok: true, value: await readText(asked, terminal) }, templates)
    if (read.ok) return read.pack
    const problems = fileProblems(asked, read.causes, terminal.language)
    throw new Misuse(problems.map(({ message }) => message).join('\n'))
  }
  const packs = readShipped(templates, terminal)
  const found = packs.find(({ id }) => id === asked)
  if (found) return found
  throw new Misuse(
    terminal.t('training.cli.unknown', { id: asked, known: packs.map(({ id }) => id).join(', ') }),
  )
}

/** The day that cases are brought to. Throws Misuse where no demo archive is played on it. */
export function dayAsked(value: string, { t }: Terminal): IsoDate {
  const day = playableDaySchema.safeParse(parseDate(value)).data
  if (day === undefined) throw new Misuse(t('training.cli.day', { value }))
  return day
}
