import { useEffect } from 'react'
import { changeEvents } from '../../api/changes.ts'
import { apiOf } from '../../api/use-client.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { LaterDialog } from './later-dialog.tsx'

/** So long after a change the lists are read again: while somebody writes, saves come several times a second. */
const QUIET_MS = 800

/** What runs beside the views: reading the lists that are shown again after a change, and the dialog that asks until when. */
export function WatchBackground() {
  const { client, queryClient } = useWorkbench()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => void queryClient.invalidateQueries({ queryKey: apiOf(client).watch.key() })
    const stop = changeEvents.add(({ type }) => {
      if (type === 'marks') read()
      if (type !== 'case' && type !== 'note' && type !== 'note-saved') return
      clearTimeout(timer)
      timer = setTimeout(read, QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, queryClient])
  return <LaterDialog />
}
