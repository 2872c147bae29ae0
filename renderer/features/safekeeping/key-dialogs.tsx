import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../../api/use-client.ts'
import { PassphraseDialog } from './passphrase-dialog.tsx'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { showKeyDialog, useKeyDialog } from './state.ts'

/** The dialogs of the archive's key. An archive that was just made, or that must have one, asks for a recovery key by itself. */
export function KeyDialogs() {
  const { shown } = useKeyDialog()
  const { data } = useQuery(useApi().key.state.queryOptions())
  const asks = data?.asks === true
  useEffect(() => {
    if (asks) showKeyDialog('recovery')
  }, [asks])
  useEffect(() => () => showKeyDialog('none'), [])
  if (data === undefined) return null
  if (shown === 'passphrase') return <PassphraseDialog state={data} />
  if (shown === 'recovery') return <RecoveryDialog state={data} />
  return null
}
