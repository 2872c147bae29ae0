import { hashKey } from '@tanstack/react-query'
import { apiOf } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useArchive } from '../../workbench/context.ts'
import type { Command, Contribution } from '../../workbench/contribution.ts'
import { StatusButton } from '../../workbench/status-bar.tsx'

const closeArchive: Command = {
  id: 'frame.closeArchive',
  title: 'frame.command.closeArchive',
  category: 'frame.category.archive',
  icon: 'close',
  menu: 'archive',
  when: ({ archive }) => archive.state === 'open',
  run: async ({ client, queryClient, confirm, notify, saveAll, t }) => {
    const goesAhead = await confirm({
      title: t('frame.closeArchive.title'),
      body: t('frame.closeArchive.body'),
      confirm: t('frame.closeArchive.confirm'),
    })
    if (!goesAhead) return
    if (!(await saveAll())) {
      notify(t('frame.closeArchive.unsaved'), 'error')
      return
    }
    const api = apiOf(client)
    const status = api.archive.status.queryKey()
    const kept = [status, api.policies.get.queryKey()].map(hashKey)
    queryClient.setQueryData(status, await client.archive.close())
    // Nothing of a closed archive stays in memory; a frame later, when no view reads it any more.
    requestAnimationFrame(() =>
      queryClient.removeQueries({ predicate: ({ queryHash }) => !kept.includes(queryHash) }),
    )
  },
}

/** The store: encrypted, or a demo. */
function StoreStatus() {
  const t = useT()
  const archive = useArchive()
  if (archive.state !== 'open') return null
  const { demo, name } = archive.archive
  return (
    <StatusButton command="frame.lockArchive" icon={demo ? 'beaker' : 'lock'}>
      {demo ? t('frame.status.demo') : t('frame.status.store', { name })}
    </StatusButton>
  )
}

/** The way out of an archive, as Welcome is the way in. */
export const welcomeContribution: Contribution = {
  id: 'welcome',
  commands: [closeArchive],
  statusItems: [{ id: 'store', side: 'right', component: StoreStatus, order: 90 }],
}
