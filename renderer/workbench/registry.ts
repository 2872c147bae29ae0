import type {
  AuxiliarySection,
  Command,
  Contribution,
  EditorContribution,
  OpenItems,
  PanelView,
  SideBarView,
  StatusItem,
  Unsaved,
} from './contribution.ts'
import type { EditorType, ReadInput } from './editor-input.ts'

/** All contributions combined, in the order the views show them. */
export interface Registry {
  readonly commands: ReadonlyMap<string, Command>
  readonly editors: ReadonlyMap<EditorType, EditorContribution>
  /** The editor input that stored JSON means; undefined where no editor here knows it. */
  readonly readInput: ReadInput
  /** A hook: the side bar views that are for the archive that is open. */
  readonly useSideBarViews: () => readonly SideBarView[]
  readonly panelViews: readonly PanelView[]
  /** A hook: the auxiliary sections that have something to show. */
  readonly useAuxiliarySections: () => readonly AuxiliarySection[]
  readonly statusItems: readonly StatusItem[]
  readonly banners: readonly Contribution[]
  readonly backgrounds: readonly Contribution[]
  readonly unsaved: readonly Unsaved[]
  /** Whether what an editor shows has gone from the archive. What nobody can tell is there. */
  readonly isGone: NonNullable<Contribution['isGone']>
  readonly useOpenItems: (text: string | undefined) => OpenItems
}

const nothing: OpenItems = { items: [], isCurrent: true }
const noOpenItems = () => nothing

/** Combines the contributions. Throws if two share an id, which is a programming mistake. */
export function createRegistry(contributions: readonly Contribution[]): Registry {
  assertUnique(
    'contribution',
    contributions.map(({ id }) => id),
  )
  const editors = collect(contributions, 'editors')
  const openItems = contributions.flatMap(({ useOpenItems }) => useOpenItems ?? [])
  if (openItems.length > 1) throw new Error('Only one contribution may give useOpenItems.')
  return {
    commands: keyed('command', collect(contributions, 'commands'), ({ id }) => id),
    editors: keyed('editor', editors, ({ type }) => type),
    readInput: (raw) => {
      for (const { read } of editors) {
        const input = read(raw)
        if (input !== undefined) return input
      }
      return undefined
    },
    useSideBarViews: applyingOf(ordered('side bar view', collect(contributions, 'sideBarViews'))),
    panelViews: ordered('panel view', collect(contributions, 'panelViews')),
    useAuxiliarySections: applyingOf(
      ordered('auxiliary section', collect(contributions, 'auxiliarySections')),
    ),
    statusItems: ordered('status item', collect(contributions, 'statusItems')),
    banners: contributions.filter(({ banner }) => banner !== undefined),
    backgrounds: contributions.filter(({ background }) => background !== undefined),
    unsaved: contributions.flatMap(({ unsaved }) => unsaved ?? []),
    isGone: async (input, services) => {
      const asked = contributions.flatMap(({ isGone }) => isGone?.(input, services).catch(() => false) ?? [])
      return (await Promise.all(asked)).includes(true)
    },
    useOpenItems: openItems[0] ?? noOpenItems,
  }
}

const always = () => true

/** Combines the hooks of views into one that calls them all, in the same order, at every render. */
function applyingOf<T extends { readonly useApplies?: () => boolean }>(
  views: readonly T[],
): () => readonly T[] {
  return views.reduce<() => readonly T[]>(
    (useBefore, view) => {
      const useApplies = view.useApplies ?? always
      return function useApplying() {
        const before = useBefore()
        return useApplies() ? [...before, view] : before
      }
    },
    () => [],
  )
}

type ListKey = 'commands' | 'editors' | 'sideBarViews' | 'panelViews' | 'auxiliarySections' | 'statusItems'
type Item<K extends ListKey> = NonNullable<Contribution[K]>[number]

function collect<K extends ListKey>(contributions: readonly Contribution[], key: K): Item<K>[] {
  return contributions.flatMap((contribution): Item<K>[] => [...(contribution[key] ?? [])])
}

function keyed<T, K extends string>(
  what: string,
  items: readonly T[],
  keyOf: (item: T) => K,
): ReadonlyMap<K, T> {
  assertUnique(what, items.map(keyOf))
  return new Map(items.map((item) => [keyOf(item), item]))
}

function ordered<T extends { id: string; order: number }>(what: string, items: readonly T[]): readonly T[] {
  assertUnique(
    what,
    items.map(({ id }) => id),
  )
  return items.toSorted((a, b) => a.order - b.order)
}

function assertUnique(what: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`Two contributions give the ${what} "${twice}".`)
}
