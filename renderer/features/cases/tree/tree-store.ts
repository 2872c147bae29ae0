import { z } from 'zod'
import { create } from 'zustand'
import { type CaseId, caseIdSchema } from '../../../../shared/case/ids.ts'
import { caseOrders, caseScopes } from '../../../../shared/projection/case-list.ts'
import type { Client } from '../../../api/use-client.ts'

/** How many cases are remembered as opened. */
const RECENT = 10

/** How the tree is looked at: kept in the archive from one time to the next. */
const choiceSchema = z.object({
  sort: z.enum(caseOrders),
  show: z.enum(caseScopes),
  /** The cases that were opened last, the latest first. */
  recent: z.array(caseIdSchema).readonly(),
})
export type TreeChoice = Readonly<z.infer<typeof choiceSchema>>

interface TreeState {
  readonly filter: string
  readonly expanded: ReadonlySet<string>
  /** The row that the keyboard stands on, by the id of its case or note. */
  readonly active: string | undefined
  readonly choice: TreeChoice
}

const empty: TreeState = {
  filter: '',
  expanded: new Set(),
  active: undefined,
  choice: { sort: 'number', show: 'all', recent: [] },
}

// Outside the view, so that the tree stands as it stood when another activity has been shown in between.
export const useTreeStore = create<TreeState>(() => empty)

export const setFilter = (filter: string) => useTreeStore.setState({ filter })
export const setActive = (active: string) => useTreeStore.setState({ active })

/** Changes how the tree is looked at. */
export function choose(change: Partial<Pick<TreeChoice, 'sort' | 'show'>>): void {
  useTreeStore.setState(({ choice }) => ({ choice: { ...choice, ...change } }))
}

/** Shows every case, whatever was filtered. */
export function showAll(): void {
  setFilter('')
  choose({ show: 'all' })
}

/** Remembers that a case was opened, as the latest. */
export function rememberOpened(id: CaseId): void {
  useTreeStore.setState(({ choice }) =>
    choice.recent[0] === id ? {} : { choice: { ...choice, recent: latest([id], choice.recent) } },
  )
}

function latest(first: readonly CaseId[], then: readonly CaseId[]): readonly CaseId[] {
  return [...new Set([...first, ...then])].slice(0, RECENT)
}

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

/** The setting of the archive that keeps how the tree is looked at. */
const CHOICE_KEY = 'case-tree'

/** Takes a choice that the archive has kept; a case that was opened in the meantime is later than any of those. */
export function takeChoice(stored: unknown): void {
  const parsed = choiceSchema.safeParse(stored)
  if (!parsed.success) return
  useTreeStore.setState(({ choice }) => ({
    choice: { ...parsed.data, recent: latest(choice.recent, parsed.data.recent) },
  }))
}

/** Reads from the open archive how the tree is looked at, and keeps it there at each change. Gives a way to stop. */
export function keepChoice(client: Client, refused: (error: unknown) => void): () => void {
  let stopped = false
  client.settings.get().then((settings) => {
    if (!stopped) takeChoice(settings[CHOICE_KEY])
  }, refused)
  const stop = useTreeStore.subscribe(({ choice }, before) => {
    // An archive that closes takes its choice with it, and has it already.
    if (choice !== before.choice && choice !== empty.choice)
      client.settings.set({ key: CHOICE_KEY, value: z.json().parse(choice) }).catch(refused)
  })
  return () => {
    stopped = true
    stop()
  }
}
