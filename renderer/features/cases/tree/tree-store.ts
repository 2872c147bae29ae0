import { create } from 'zustand'

interface TreeState {
  readonly filter: string
  readonly expanded: ReadonlySet<string>
  /** The row that the keyboard stands on, by the id of its case or note. */
  readonly active: string | undefined
}

const empty: TreeState = { filter: '', expanded: new Set(), active: undefined }

// Outside the view, so that the tree stands as it stood when another activity has been shown in between.
export const useTreeStore = create<TreeState>(() => empty)

export const setFilter = (filter: string) => useTreeStore.setState({ filter })
export const setActive = (active: string) => useTreeStore.setState({ active })

/** Opens or folds a case. */
export function setExpanded(id: string, open: boolean): void {
  useTreeStore.setState(({ expanded }) => {
    if (expanded.has(id) === open) return {}
    const next = new Set(expanded)
    if (open) next.add(id)
    else next.delete(id)
    return { expanded: next }
  })
}

export const collapseAll = () => useTreeStore.setState({ expanded: new Set() })

/** Forgets what was shown of an archive that is being closed. */
export const resetTree = () => useTreeStore.setState(empty, true)
