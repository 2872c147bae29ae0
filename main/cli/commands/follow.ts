import { templateIdSchema } from '../../../shared/template/template.ts'
import { withArchive } from '../archive.ts'
import { none, parseArguments, type RunCommand, required } from '../command.ts'
import { createProgress } from '../progress.ts'
import { Misuse } from '../terminal.ts'

/** Lets the drafts of an archive follow their templates to the newest version of each. */
export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      store: { type: 'string' },
      template: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    terminal,
  )
  none(positionals, terminal)
  const store = required(values.store, '--store', terminal)
  const template = templateIdSchema.optional().safeParse(values.template)
  if (!template.success) throw new Misuse(terminal.t('cli.misuse.optionValue', { option: '--template' }))
  const progress = createProgress(terminal, (of) => terminal.t('follow.progress', { ...of }))
  await withArchive(store, terminal, async ({ client }) => {
    let last = { done: 0, total: 0, followed: 0, stayed: 0 }
    for await (const event of await client.follow.all({ template: template.data })) {
      last = event
      progress.at(event)
    }
    progress.end()
    const { followed, stayed } = last
    if (values.json) terminal.print(JSON.stringify({ followed, stayed }))
    else terminal.print(terminal.t('follow.ended', { count: followed, stayed }))
  })
  return 0
}
