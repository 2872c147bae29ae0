import { useEffect } from 'react'
import { changeEvents } from '../../api/changes.ts'
import { apiOf } from '../../api/use-client.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { searchCommands } from './commands.ts'
import { useOpenItems } from './open-items.ts'
import { SearchView } from './search-view.tsx'
import { resetSearch } from './state.ts'

/** So long after a change it is searched anew: while somebody writes, saves come several times a second. */
const QUIET_MS = 1500

/** Stands while an archive is open: searches anew after a change, and forgets all of it when the archive closes. */
function SearchBackground() {
  const { client, queryClient } = useWorkbench()
  useEffect(() => resetSearch, [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const { search } = apiOf(client)
    const stop = changeEvents.add(({ type }) => {
      if (type !== 'case' && type !== 'note' && type !== 'note-saved' && type !== 'comments') return
      clearTimeout(timer)
      timer = setTimeout(() => {
        for (const queryKey of [
          search.find.key(),
          search.more.key(),
          search.count.key(),
          search.complete.key(),
          search.open.key(),
        ])
          void queryClient.invalidateQueries({ queryKey })
      }, QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, queryClient])
  return null
}

/** Sök: over all cases, by words and filters. */
export const searchContribution: Contribution = {
  id: 'search',
  commands: searchCommands,
  sideBarViews: [{ id: 'search', title: 'search.title', icon: 'search', component: SearchView, order: 20 }],
  useOpenItems,
  background: SearchBackground,
}
