import manifest from '../../../package.json' with { type: 'json' }
import { type StoreAnchor, storeAnchorSchema } from '../../../shared/note/anchor.ts'
import { ownDigest } from '../../../shared/note/own-digest.ts'
import { verifyFile } from '../../core/proof/verify-file.ts'
import { verifyStore } from '../../core/proof/verify-store.ts'
import { archiveAt } from '../../store/archive-files.ts'
import { noKeychain } from '../../store/key.ts'
import { passphraseFor } from '../archive.ts'
import { parseArguments, type RunCommand, required, single } from '../command.ts'
import { readBytesOf, readTemplates, readText } from '../files.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'

async function readAnchor(path: string, terminal: Terminal): Promise<StoreAnchor> {
  const text = await readText(path, terminal)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  const anchor = storeAnchorSchema.safeParse(value).data
  if (anchor === undefined || ownDigest(anchor) !== anchor.digest)
    throw new Misuse(terminal.t('cli.verify.noAnchor', { path }))
  return anchor
}

/** An archive: what does not hold of it. One that is too damaged to open is a finding, not a misuse. */
async function runOnStore(
  path: string,
  { against, json, derived }: { against?: string | undefined; json: boolean; derived: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const anchor = against === undefined ? undefined : await readAnchor(against, terminal)
  const known = archiveAt(path)
  if (known === undefined) throw new Misuse(terminal.t('cli.store.missing', { path }))
  const asks = !known.demo && known.key !== 'keychain'
  const passphrase = asks ? await passphraseFor(path, terminal) : undefined
  const { all: templates } = readTemplates(terminal)
  const compared = { templates, which: derived ? ('all' as const) : ('sample' as const) }
  if (known.demo) terminal.say(terminal.t('cli.store.demo'))
  const found = (
    await verifyStore({ path, passphrase, keychain: noKeychain, anchor, derived: compared })
  ).map(({ kind, params, note }) => ({
    kind,
    ...(note === undefined ? {} : { note }),
    message: terminal.t(`errors.verify.${kind}`, params),
  }))
  if (json) terminal.print(JSON.stringify({ findings: found }, undefined, 2))
  else {
    for (const { kind, message } of found) terminal.print(`${kind.padEnd(14)}  ${message}`)
    const fine = anchor === undefined ? 'cli.verify.fine' : 'cli.verify.fineAgainst'
    terminal.say(
      found.length === 0
        ? terminal.t(fine, { entry: anchor?.entries ?? 0 })
        : terminal.t('cli.verify.findings', { count: found.length }),
    )
  }
  return found.length === 0 ? 0 : 1
}

/** A file that Klarlagt has written: what of it holds, what does not, and what cannot be told. */
async function runOnFile(path: string, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readBytesOf(path, terminal)
  const known = { templates: readTemplates(terminal), program: manifest.version }
  const { what, holds, faults, remarks } = await verifyFile(bytes, known)
  const found = faults.map(({ kind, detail }) => ({
    kind,
    message: terminal.t(`errors.proof.${kind}`, { detail: detail ?? '' }),
  }))
  if (json) terminal.print(JSON.stringify({ what, holds, remarks, findings: found }, undefined, 2))
  else {
    for (const kind of holds) terminal.print(`✓  ${terminal.t(`cli.verify.holds.${kind}`)}`)
    for (const { message } of found) terminal.print(`✖  ${message}`)
    for (const kind of remarks) terminal.print(`–  ${terminal.t(`cli.verify.remark.${kind}`)}`)
    terminal.say(terminal.t(found.length === 0 ? 'cli.verify.fileFine' : 'cli.verify.fileBroken', { path }))
  }
  return found.length === 0 ? 0 : 1
}

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      against: { type: 'string' },
      derived: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    terminal,
  )
  if (positionals.length > 0 && values.store === undefined)
    return runOnFile(single(positionals, terminal.t('cli.what.file'), terminal), values.json, terminal)
  const [extra] = positionals
  if (extra !== undefined) throw new Misuse(terminal.t('cli.misuse.argumentExtra', { argument: extra }))
  return runOnStore(required(values.store, '--store', terminal), values, terminal)
}
