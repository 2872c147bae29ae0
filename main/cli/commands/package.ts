import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { refuseFolder } from '../../policy/obey.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { writeOut } from '../files.ts'
import { caseNumbered, lockFrom, packageOptions, withWorker } from '../packages.ts'
import { Misuse, type Terminal } from '../terminal.ts'

function noteOf(id: string, { t }: Terminal): NoteId {
  const note = noteIdSchema.safeParse(id)
  if (!note.success) throw new Misuse(t('cli.note.noId', { id }))
  return note.data
}

/** Makes a granskningspaket of notes that are handed in, or tells the address that such files can be locked to. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      ...packageOptions,
      case: { type: 'string' },
      note: { type: 'string', multiple: true },
      to: { type: 'string' },
      out: { type: 'string' },
      address: { type: 'boolean' },
    },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  if (values.address) {
    const { recipient } = await withWorker(values, terminal, ({ client }) => client.packages.address())
    terminal.print(recipient)
    return 0
  }
  const number = required(values.case, '--case', terminal)
  const out = required(values.out, '--out', terminal)
  const chosen = values.note?.map((id) => noteOf(id, terminal))
  refuseFolder(terminal.policies.policies, out === '-' ? undefined : out)
  const { base64, count } = await withWorker(values, terminal, async (core) => {
    const caseId = await caseNumbered(core, number, store, terminal)
    const queue = chosen === undefined ? await core.client.review.queue() : []
    const submitted = queue.filter((item) => item.caseId === caseId && item.verb === 'lamna-in')
    const notes = chosen ?? submitted.map(({ noteId }) => noteId)
    if (notes.length === 0) throw new Misuse(terminal.t('packages.make.none'))
    const lock = await lockFrom(values.to, terminal)
    return { ...(await core.client.packages.make({ caseId, notes, lock })), count: notes.length }
  })
  await writeOut(out, Buffer.from(base64, 'base64'), terminal)
  terminal.say(terminal.t('cli.package.done', { path: out, count }))
  return 0
}
