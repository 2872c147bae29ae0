import { templateFormats } from '../../../shared/studio/published.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import type { Core } from '../../core/core.ts'
import { refuseFolder } from '../../policy/obey.ts'
import { oneOf, required, single, wholeNumber } from '../command.ts'
import { readBytesOf, writeOut } from '../files.ts'
import { withWorker } from '../packages.ts'
import { formRefused, printReport } from '../reports.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'

interface Given {
  readonly format?: string
  readonly store?: string
  readonly name?: string
  readonly role?: string
  readonly version?: string
  readonly out?: string
}

/** A version that an archive knows, as the signed file that goes to others or as a Questionnaire. */
async function exportFromStore(id: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const out = required(given.out, '--out', terminal)
  const text = required(given.version, '--version', terminal)
  const version = wholeNumber(text, '--version', { min: 1, max: 999_999_999 }, terminal) ?? 1
  const templateId = templateIdSchema.safeParse(id).data
  if (templateId === undefined) throw new Misuse(terminal.t('cli.template.noId', { id }))
  const format = oneOf(given.format ?? 'json', '--format', templateFormats, terminal)
  refuseFolder(terminal.policies.policies, out === '-' ? undefined : out)
  const { base64, report } = await withWorker(given, terminal, ({ client }) =>
    client.studio.export({ template: { id: templateId, version }, format }),
  )
  await writeOut(out, Buffer.from(base64, 'base64'), terminal)
  printReport(report, out === '-' ? terminal.say : terminal.print, terminal)
  return 0
}

type Inspected = Awaited<ReturnType<Core['client']['studio']['inspect']>>

/** Says who signed a template that was taken in, and how well their key is known. */
function printSigner({ file, signer }: Extract<Inspected, { kind: 'published' }>, terminal: Terminal): void {
  const { language, print, t } = terminal
  if (file === undefined || signer === undefined) throw new Misuse(t('publish.refused.unreadable'))
  const { by, reviewedBy, from } = file.published
  print(t('publish.version', { title: file.title[language], version: file.template.version }))
  print(t('publish.signedBy', { name: by.name, reviewer: reviewedBy.name, from }))
  print(t(`lists.templateSigner.${signer}`))
}

/** Takes a signed file into an archive, or begins a working copy there with what a form holds: 1 where that has something to look over. */
async function importIntoStore(path: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const { t } = terminal
  const bytes = Buffer.from(await readBytesOf(path, terminal))
  const inspected = await withWorker(given, terminal, async ({ client: { studio } }) => {
    const found = await studio.inspect({ base64: bytes.toString('base64') })
    if (found.kind === 'refused') throw formRefused(path, found.problems, terminal)
    if (found.kind === 'form') await studio.begin({ template: found.template })
    else if (found.why !== undefined)
      throw new Misuse(
        t(`publish.refused.${found.why}`, { publicKey: found.file?.published.publicKey ?? '' }),
      )
    else await studio.import({ json: bytes.toString() })
    return found
  })
  if (inspected.kind === 'published') {
    printSigner(inspected, terminal)
    return 0
  }
  terminal.print(t('publish.done.begun'))
  printReport(inspected.report, terminal.print, terminal)
  return inspected.report.length > 0 ? 1 : 0
}

/** What is done with the templates that are published in an archive. */
export function runInStore(
  way: 'export' | 'import',
  positionals: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<ExitCode> {
  if (way === 'import')
    return importIntoStore(single(positionals, terminal.t('cli.what.file'), terminal), given, terminal)
  return exportFromStore(single(positionals, 'ID', terminal), given, terminal)
}
