import type { IsoDate } from '../../../shared/case/dates.ts'
import { reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { addMonths, monthOf, monthSchema } from '../../../shared/indicators/months.ts'
import { populationIds } from '../../../shared/indicators/populations.ts'
import { breakdowns } from '../../../shared/indicators/survey.ts'
import type { Core } from '../../core/core.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { todayInArchive, withArchive } from '../archive.ts'
import { dayGiven, none, oneOf, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'

/** So many months are told of without `--from`. Own choice. */
const USUAL_MONTHS = 12

interface Chosen {
  readonly json: boolean
  readonly csv?: string | undefined
  readonly pdf?: string | undefined
}

/** What is written and where to: one of the three. */
function wanted({ json, csv, pdf }: Chosen, { t }: Terminal) {
  const all = [
    ...(json ? [{ format: 'json', out: '-' } as const] : []),
    ...(csv === undefined ? [] : [{ format: 'csv', out: csv } as const]),
    ...(pdf === undefined ? [] : [{ format: 'pdf', out: pdf } as const]),
  ]
  const [one, more] = all
  if (one === undefined || more !== undefined) throw new Misuse(t('cli.report.exactlyOne'))
  return one
}

function month(text: string | undefined, option: string, { t }: Terminal) {
  if (text === undefined) return undefined
  const read = monthSchema.safeParse(text).data
  if (read === undefined) throw new Misuse(t('cli.misuse.month', { option, value: text }))
  return read
}

/** An office that is misspelt has no figures at all, which would look as if nothing had happened there. */
async function refuseUnknownOffice(office: string, { client }: Core, { t }: Terminal): Promise<void> {
  const offices = await client.indicators.offices()
  if (offices.includes(office)) return
  throw new Misuse(
    offices.length === 0
      ? t('cli.report.noOffice', { office })
      : t('cli.report.office', { office, offices: offices.join(', ') }),
  )
}

/** How it goes in an archive: the indicators, and what interviews say. */
export const run: RunCommand = async (args, terminal) => {
  const { t } = terminal
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'string' },
      pdf: { type: 'string' },
      population: { type: 'string', default: 'employedLong' },
      from: { type: 'string' },
      to: { type: 'string' },
      office: { type: 'string' },
      breakdown: { type: 'string' },
      date: { type: 'string' },
      language: { type: 'string', default: 'sv' },
    },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  const { format, out } = wanted(values, terminal)
  const population = oneOf(values.population, '--population', populationIds, terminal)
  const breakdown =
    values.breakdown === undefined ? undefined : oneOf(values.breakdown, '--breakdown', breakdowns, terminal)
  const language = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const day = dayGiven(values.date, '--date', terminal)
  const given = { from: month(values.from, '--from', terminal), to: month(values.to, '--to', terminal) }
  /** What is asked for as it is today, which is known once the archive is open. */
  const askedOn = (today: IsoDate) => {
    const { to = monthOf(today), from = addMonths(to, 1 - USUAL_MONTHS) } = given
    const { office } = values
    const asked = { population, from, to, today, ...(office === undefined ? {} : { office }) }
    const read = reportAskedSchema.safeParse(asked).data
    if (read === undefined) throw new Misuse(t('cli.report.months', { from, to }))
    return read
  }
  const { policies } = terminal.policies
  refuseFormat(policies, format)
  refuseFolder(policies, out === '-' ? undefined : out)
  await withArchive(store, terminal, async (core) => {
    const asked = askedOn(day ?? (await todayInArchive(core)))
    if (values.office !== undefined) await refuseUnknownOffice(values.office, core, terminal)
    const { base64 } = await core.client.indicators.export({ asked, breakdown, format, language })
    await writeOut(out, Buffer.from(base64, 'base64'), terminal)
    if (out !== '-') terminal.say(t('cli.export.done', { path: out }))
  })
  return 0
}
