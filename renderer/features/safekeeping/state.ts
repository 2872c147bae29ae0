import { create } from 'zustand'

/** Which dialog of the archive's key is open. */
type Shown = 'none' | 'passphrase' | 'recovery'

/** A dialog of the archive's key, opened by its command. */
export const useKeyDialog = create<{ readonly shown: Shown }>(() => ({ shown: 'none' }))

export const showKeyDialog = (shown: Shown) => useKeyDialog.setState({ shown })
