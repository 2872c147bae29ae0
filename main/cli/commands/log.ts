import type { LogChoice } from '../../../shared/api/log.ts'
import { timeText } from '../../../shared/case/dates.ts'
import { actionText } from '../../../shared/journal/action-text.ts'
import type { Core } from '../../core/core.ts'
import { withArchive } from '../archive.ts'
import { dayGiven, none, parseArguments, type RunCommand, required } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { userNamed } from '../users.ts'

const PAGE = 1000

/** The entries that the filter leaves, the oldest first, a line each. */
async function printLines(
  { client }: Core,
  filter: LogChoice,
  { language, print, t }: Terminal,
): Promise<void> {
  const lines: string[] = []
  let before: number | undefined
  for (;;) {
    const { entries, more } = await client.log.list({ filter, before, limit: PAGE })
    for (const { at, by, action, caseNumber, noteId, userName } of entries)
      lines.push(
        [
          timeText(language, at),
          `${by.name}, ${t(`lists.role.${by.role}`).toLowerCase()}`,
          actionText(language, action),
          ...[caseNumber, noteId, userName].filter((about) => about !== undefined),
        ].join('  '),
      )
    before = entries.at(-1)?.seq
    if (!more) break
  }
  for (const line of lines.toReversed()) print(line)
}

/** Who did what: a line each, or as CSV or JSON. Only for a user who may read the log. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      from: { type: 'string' },
      to: { type: 'string' },
      action: { type: 'string' },
      user: { type: 'string' },
    },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  const from = dayGiven(values.from, '--from', terminal)
  const to = dayGiven(values.to, '--to', terminal)
  const format = values.json ? 'json' : values.csv ? 'csv' : undefined
  await withArchive(store, terminal, async (core) => {
    const user = values.user === undefined ? undefined : await userNamed(core, values.user, terminal)
    const filter: LogChoice = { from, to, action: values.action, user: user?.id }
    if (format === undefined) return printLines(core, filter, terminal)
    const { base64 } = await core.client.log.export({ filter, format, language: terminal.language })
    terminal.printBytes(Buffer.from(base64, 'base64'))
  })
  return 0
}
