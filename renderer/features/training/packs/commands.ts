import { z } from 'zod'
import { apiOf } from '../../../api/use-client.ts'
import type { Command, CommandArgs, Workbench } from '../../../workbench/contribution.ts'
import { refusedOutsideDemo } from '../demo-only.ts'
import { askForDay } from './played-day.tsx'
import { showScene } from './show-scene.ts'
import { endScene, sceneOf, useScene } from './state.ts'

const category = 'tours.category'
const refused = refusedOutsideDemo('scenes.refused')

/** Another scene of the pack that is shown. */
function stepScene({ client, editors }: Workbench, by: 1 | -1): void {
  const { shown } = useScene.getState()
  if (shown !== undefined && sceneOf({ ...shown, place: shown.place + by }).scene !== undefined)
    showScene({ client, editors }, shown.pack, shown.place + by)
}

/** Puts the demo archive back, once whoever works has said yes: what was written in it since is gone. */
async function reset(workbench: Workbench, { to }: CommandArgs): Promise<void> {
  const { client, confirm, notify, queryClient, saveAll, t } = workbench
  const where = z.enum(['pack', 'new', 'many']).parse(to)
  const goesAhead = await confirm({
    title: t(`scenes.reset.${where}.title`),
    body: t(`scenes.reset.${where}.body`),
    confirm: t(where === 'many' ? 'scenes.reset.many.confirm' : 'scenes.reset.confirm'),
    danger: true,
  })
  if (!goesAhead) return
  await saveAll()
  endScene()
  notify(t(where === 'many' ? 'scenes.reset.many.busy' : 'scenes.reset.busy'), 'info')
  const status = await client.training.reset({ to: where })
  queryClient.setQueryData(apiOf(client).archive.status.queryKey(), status)
  await queryClient.invalidateQueries()
  notify(t(where === 'many' ? 'scenes.reset.many.done' : 'scenes.reset.done'), 'success')
}

export const packCommands: readonly Command[] = [
  {
    id: 'pack.day',
    title: 'scenes.played.command',
    category,
    icon: 'calendar',
    menu: 'archive',
    when: ({ archive }) => archive.state === 'open',
    refused: refusedOutsideDemo('scenes.played.refused'),
    run: askForDay,
  },
  {
    id: 'scene.next',
    title: 'scenes.command.next',
    category,
    icon: 'arrow-right',
    keys: ['Alt+Shift+PageDown'],
    when: () => sceneOf(useScene.getState().shown).next !== undefined,
    run: (workbench) => stepScene(workbench, 1),
  },
  {
    id: 'scene.previous',
    title: 'scenes.command.previous',
    category,
    icon: 'arrow-left',
    keys: ['Alt+Shift+PageUp'],
    when: () => (useScene.getState().shown?.place ?? 0) > 0,
    run: (workbench) => stepScene(workbench, -1),
  },
  {
    id: 'scene.end',
    title: 'scenes.command.end',
    category,
    icon: 'close',
    when: () => useScene.getState().shown !== undefined,
    run: endScene,
  },
  {
    id: 'pack.many',
    title: 'scenes.command.many',
    category,
    icon: 'graph-line',
    menu: 'archive',
    when: ({ archive }) => archive.state === 'open',
    refused,
    run: (workbench) => reset(workbench, { to: 'many' }),
  },
  {
    id: 'pack.reset',
    title: 'scenes.command.resetNew',
    category,
    icon: 'discard',
    menu: 'archive',
    when: ({ archive }) => archive.state === 'open',
    refused,
    run: (workbench, args) => reset(workbench, { to: 'new', ...args }),
  },
]
