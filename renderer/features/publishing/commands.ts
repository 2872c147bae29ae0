import { sizeFault } from '../../../shared/file/json-text.ts'
import { MAX_SOURCE_BYTES } from '../../../shared/interchange/limits.ts'
import { templateFormats } from '../../../shared/studio/published.ts'
import { type TemplateVerb, templateStepRefusal } from '../../../shared/template/life.ts'
import { type TemplateRef, templateRefSchema } from '../../../shared/template/template.ts'
import { type WorkingCopyId, workingCopyIdSchema } from '../../../shared/template/working-copy.ts'
import { isTextKey, type TextKey } from '../../../shared/text/index.ts'
import { isSamePerson } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import { mayExport, policiesOf } from '../../api/policies.ts'
import { apiOf } from '../../api/use-client.ts'
import { base64Of, pickFile } from '../../base/files.ts'
import type { IconName } from '../../base/icon.tsx'
import { refusedWithout } from '../../note-model/may.ts'
import type { Command, CommandArgs, CommandRefusal, Workbench } from '../../workbench/contribution.ts'
import { openDialog } from './state.ts'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'

/** A working copy as the window knows it. */
function copyOf({ queryClient, client }: Workbench, id: WorkingCopyId | undefined) {
  const known = queryClient.getQueryData(apiOf(client).studio.list.queryKey())
  return known?.working.find((copy) => copy.id === id)
}

const copyIn = ({ copy }: CommandArgs) => workingCopyIdSchema.safeParse(copy).data
const templateIn = ({ id, version }: CommandArgs): TemplateRef | undefined =>
  templateRefSchema.safeParse({ id, version: Number(version) }).data

/** Why a step is not for whoever works now: their right, or that they wrote it, or did not. */
function refusedStep(
  workbench: Workbench,
  args: CommandArgs,
  verb: TemplateVerb,
): CommandRefusal | undefined {
  const refused = refusedWithout('write-templates')(workbench, args)
  const { archive, t } = workbench
  const copy = copyOf(workbench, copyIn(args))
  if (refused !== undefined || archive.state !== 'open' || copy === undefined) return refused
  const hasWritten = copy.writers.some((writer) => isSamePerson(writer, archive.user))
  // Whether it is whole, and why, is asked for when the step is taken.
  const situation = { state: copy.state, hasWritten, isWhole: true, reason: 'x' }
  const why = templateStepRefusal(verb, situation)
  const key = `publish.step.${why}`
  return why !== undefined && isTextKey(key) ? { short: t('people.refused'), why: t(key) } : undefined
}

interface CopyCommand {
  readonly id: string
  readonly title: TextKey
  readonly icon: IconName
  readonly verb: TemplateVerb
  readonly run: (workbench: Workbench, copy: WorkingCopyId) => void | Promise<void>
}

const ofCopy = ({ id, title, icon, verb, run }: CopyCommand): Command => ({
  id,
  title,
  icon,
  hidden: true,
  when: isOpen,
  refused: (workbench, args) => refusedStep(workbench, args, verb),
  run: async (workbench, args) => {
    const copy = copyIn(args)
    if (copy !== undefined) await run(workbench, copy)
  },
})

/** Takes a step that asks nothing more, and says that it is done or why not. */
const act = (verb: 'lamna-in' | 'ta-tillbaka' | 'godkann', done: TextKey): CopyCommand['run'] => {
  return async ({ client, notify, t }, id) => {
    try {
      const { revision: baseRevision } = await client.studio.read({ id })
      await client.studio.act({ id, baseRevision, verb })
      notify(t(done), 'success')
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
}

const steps: readonly Command[] = [
  ofCopy({
    id: 'publishing.submit',
    title: 'publish.command.submit',
    icon: 'mail',
    verb: 'lamna-in',
    run: act('lamna-in', 'publish.done.submitted'),
  }),
  ofCopy({
    id: 'publishing.takeBack',
    title: 'publish.command.takeBack',
    icon: 'discard',
    verb: 'ta-tillbaka',
    run: act('ta-tillbaka', 'publish.done.takenBack'),
  }),
  ofCopy({
    id: 'publishing.approve',
    title: 'publish.command.approve',
    icon: 'check',
    verb: 'godkann',
    run: act('godkann', 'publish.done.approved'),
  }),
  ofCopy({
    id: 'publishing.return',
    title: 'publish.command.return',
    icon: 'reply',
    verb: 'aterlamna',
    run: (_workbench, copy) => openDialog({ kind: 'return', copy }),
  }),
  ofCopy({
    id: 'publishing.publish',
    title: 'publish.command.publish',
    icon: 'lock',
    verb: 'publicera',
    run: (workbench, copy) => {
      const { id, version } = copyOf(workbench, copy)?.named ?? {}
      openDialog({ kind: 'publish', copy, template: templateRefSchema.safeParse({ id, version }).data })
    },
  }),
]

const withdraw: Command = {
  id: 'publishing.withdraw',
  title: 'publish.command.withdraw',
  icon: 'archive',
  hidden: true,
  when: isOpen,
  refused: refusedWithout('write-templates'),
  run: (_workbench, args) => {
    const template = templateIn(args)
    if (template !== undefined) openDialog({ kind: 'withdraw', template })
  },
}

const exportFile: Command = {
  id: 'publishing.export',
  title: 'publish.command.export',
  icon: 'export',
  hidden: true,
  when: (workbench) => {
    const policies = policiesOf(workbench.queryClient, workbench.client)
    return isOpen(workbench) && templateFormats.some((format) => mayExport(policies, format))
  },
  refused: refusedWithout('export'),
  run: (_workbench, args) => {
    const template = templateIn(args)
    if (template !== undefined) openDialog({ kind: 'export', template })
  },
}

const importFile: Command = {
  id: 'publishing.import',
  title: 'publish.command.import',
  category: 'publish.title',
  icon: 'cloud-download',
  when: isOpen,
  refused: refusedWithout('write-templates'),
  run: async ({ client, notify, t }) => {
    const file = await pickFile('.json,.xlsx,application/json')
    if (file === undefined) return
    const tooLarge = sizeFault(file.size, MAX_SOURCE_BYTES)
    if (tooLarge !== undefined)
      return notify(t(`errors.file.${tooLarge.fault.kind}`, tooLarge.fault.params), 'error')
    try {
      const found = await client.studio.inspect({ base64: await base64Of(file) })
      if (found.kind === 'refused') openDialog({ kind: 'unread', problems: found.problems })
      else if (found.kind === 'form') openDialog({ kind: 'begin', form: found })
      else openDialog({ kind: 'import', json: await file.text(), inspected: found })
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  },
}

const compare: Command = {
  id: 'publishing.compare',
  title: 'publish.command.compare',
  icon: 'diff',
  hidden: true,
  when: isOpen,
  run: ({ editors }, args) => {
    const before = templateIn(args)
    if (before === undefined) return
    const copyId = copyIn(args)
    const after = copyId === undefined ? { id: before.id, version: Number(args.after) } : { copyId }
    editors.open({ type: 'compare-templates', before, after })
  },
}

/** What is done with the templates of the archive. */
export const publishingCommands: readonly Command[] = [
  {
    id: 'publishing.open',
    title: 'publish.title',
    category: 'frame.category.archive',
    icon: 'notebook-template',
    menu: 'archive',
    when: isOpen,
    run: ({ editors }) => editors.open({ type: 'publishing' }),
  },
  importFile,
  ...steps,
  withdraw,
  exportFile,
  compare,
]
