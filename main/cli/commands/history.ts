import { timeText } from '../../../shared/case/dates.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { diffNotes, type FieldDiff } from '../../../shared/history/diff.ts'
import { readAt } from '../../../shared/history/revision.ts'
import type { RowDiff } from '../../../shared/history/rows.ts'
import type { WordPiece } from '../../../shared/history/words.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import { templateIndex } from '../../../shared/template/template.ts'
import type { Core } from '../../core/core.ts'
import { todayInArchive, withArchive } from '../archive.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { Misuse, type Terminal } from '../terminal.ts'

const MOST = 2000

/** Words as a terminal shows what is gone and what is new: [-gone-] and {+new+}. */
const marked = (pieces: readonly WordPiece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

function rowLine({ t }: Terminal, { change, moved, cells }: RowDiff): string {
  const what = [t(`history.row.${change}`), ...(moved ? [t('history.row.moved')] : [])].join(', ')
  const said = cells.map(({ heading, pieces }) => [heading, marked(pieces)].filter(Boolean).join(': '))
  return `${what}: ${said.join('; ')}`
}

function fieldLines(terminal: Terminal, { label, change, said }: FieldDiff): string[] {
  const { t } = terminal
  const head = `${label.sv} (${t(`history.change.${change}`)})`
  if (said.as === 'rows')
    return [
      head,
      ...said.rows
        .filter((row) => row.change !== 'same' || row.moved)
        .map((row) => `  ${rowLine(terminal, row)}`),
    ]
  return [
    head,
    ...marked(said.pieces)
      .split('\n')
      .map((line) => `  ${line}`),
  ]
}

/** The two revisions that are to be compared, as `3..7`. */
function rangeOf(text: string, { t }: Terminal): { from: number; to: number } {
  const [, from, to] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? []
  if (from === undefined || to === undefined || from === '0' || to === '0')
    throw new Misuse(t('cli.misuse.optionValue', { option: '--diff' }))
  return { from: Number(from), to: Number(to) }
}

/** What differs between two revisions of a note, those fields alone that do. */
async function differences(
  core: Core,
  note: Parameters<typeof core.client.notes.get>[0]['id'],
  range: { from: number; to: number },
): Promise<FieldDiff[]> {
  const { client } = core
  const stored = await client.notes.get({ id: note })
  const { case: of } = await client.cases.get({ id: stored.caseId })
  const templates = await client.templates.list()
  const notes = await client.notes.ofCase({ caseId: stored.caseId })
  const others = withTemplates(
    notes.filter(({ id }) => id !== note),
    templates,
  )
  const today = await todayInArchive(core)
  const context = { case: of, today, others, language: 'sv' } as const
  const at = async (revision: number) => {
    const read = await client.history.get({ note, revision })
    const template = read.form ?? templates.find(({ id }) => id === stored.template.id)
    if (template === undefined) throw new Error('The template of the note is not there.')
    return readAt(stored, read, template, context)
  }
  return diffNotes(await at(range.from), await at(range.to)).filter(({ change }) => change !== 'same')
}

async function list(
  core: Core,
  note: ReturnType<typeof noteIdSchema.parse>,
  terminal: Terminal,
  json: boolean,
) {
  const { print, t } = terminal
  const { revisions, reads } = await core.client.history.list({ note, limit: MOST })
  if (json) return print(JSON.stringify({ revisions, reads }, undefined, 2))
  const templates = await core.client.templates.list()
  for (const { revision, at, by, cause, changed, template: ref } of revisions) {
    const template = templates.find(({ id, version }) => id === ref.id && version === ref.version)
    const byId = template && templateIndex(template).byId
    const fields = changed.map((id) => byId?.get(id)?.field.label.sv ?? id)
    const who = `${by.name} (${t(`lists.role.${by.role}`)})`
    print(
      [`${revision}`, timeText('sv', at), who, t(`lists.revisionCause.${cause}`), fields.join(', ')]
        .filter((part) => part !== '')
        .join('  '),
    )
  }
  for (const { at, by } of reads) print(t('history.readBy', { name: by.name, time: timeText('sv', at) }))
}

/** Lists what has been saved of a note, or says what differs between two revisions of it. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      note: { type: 'string' },
      diff: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    terminal,
  )
  none(positionals, terminal)
  const { t, print } = terminal
  const path = required(values.store, '--store', terminal)
  const id = noteIdSchema.safeParse(required(values.note, '--note', terminal))
  if (!id.success) throw new Misuse(t('cli.misuse.optionValue', { option: '--note' }))
  const range = values.diff === undefined ? undefined : rangeOf(values.diff, terminal)
  await withArchive(path, terminal, async (core) => {
    if (range === undefined) return list(core, id.data, terminal, values.json)
    const fields = await differences(core, id.data, range)
    if (values.json) return print(JSON.stringify(fields, undefined, 2))
    for (const line of fields.flatMap((field) => fieldLines(terminal, field))) print(line)
    if (fields.length === 0) print(t('history.nothingDiffers'))
  })
  return 0
}
