import { templateIdSchema } from '../../../shared/template/template.ts'
import { refuseFolder } from '../../policy/obey.ts'
import { required, single, wholeNumber } from '../command.ts'
import { readText, writeOut } from '../files.ts'
import { withWorker } from '../packages.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'

interface Given {
  readonly store?: string
  readonly name?: string
  readonly role?: string
  readonly version?: string
  readonly out?: string
}

/** A version that was published in an archive, as the signed file that goes to others. */
async function exportPublished(id: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const out = required(given.out, '--out', terminal)
  const text = required(given.version, '--version', terminal)
  const version = wholeNumber(text, '--version', { min: 1, max: 999_999_999 }, terminal) ?? 1
  const templateId = templateIdSchema.safeParse(id).data
  if (templateId === undefined) throw new Misuse(terminal.t('cli.template.noId', { id }))
  refuseFolder(terminal.policies.policies, out === '-' ? undefined : out)
  const { base64 } = await withWorker(given, terminal, ({ client }) =>
    client.studio.export({ template: { id: templateId, version } }),
  )
  await writeOut(out, Buffer.from(base64, 'base64'), terminal)
  return 0
}

/** Takes a signed file into an archive, and says who signed it and how well their key is known there. */
async function importPublished(path: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const { language, print, t } = terminal
  const json = await readText(path, terminal)
  const { file, signer } = await withWorker(given, terminal, async ({ client }) => {
    const inspected = await client.studio.inspect({ json })
    if (inspected.why !== undefined) throw new Misuse(t(`publish.refused.${inspected.why}`))
    await client.studio.import({ json })
    return inspected
  })
  if (file === undefined || signer === undefined) throw new Misuse(t('publish.refused.unreadable'))
  const { by, reviewedBy, from } = file.published
  print(t('publish.version', { title: file.title[language], version: file.template.version }))
  print(t('publish.signedBy', { name: by.name, reviewer: reviewedBy.name, from }))
  print(t(`lists.templateSigner.${signer}`))
  return 0
}

/** What is done with the templates that are published in an archive. */
export function runInStore(
  way: 'export' | 'import',
  positionals: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<ExitCode> {
  if (way === 'import')
    return importPublished(single(positionals, terminal.t('cli.what.file'), terminal), given, terminal)
  return exportPublished(single(positionals, 'ID', terminal), given, terminal)
}
