import { useEffect } from 'react'
import { create } from 'zustand'

/** A tab's title, and what tells it from others of the same, the most telling first. */
interface Named {
  readonly title: string
  readonly apart: readonly string[]
}

/**
 * The titles that tabs show: their own where no other has it, else with as much behind it as tells them apart, so that two notes
 * of a kind say their cases, and two of the same case their days as well.
 */
export function toldApart(tabs: ReadonlyMap<string, Named>): ReadonlyMap<string, string> {
  const shown = new Map([...tabs].map(([id, { title }]) => [id, title]))
  const most = Math.max(0, ...[...tabs.values()].map(({ apart }) => apart.length))
  for (let level = 0; level < most; level++) {
    const alike = Map.groupBy(shown, ([, title]) => title)
    for (const [id, { apart }] of tabs) {
      const title = shown.get(id) ?? ''
      const more = apart[level]
      if (more !== undefined && (alike.get(title)?.length ?? 0) > 1) shown.set(id, `${title} ${more}`)
    }
  }
  return shown
}

/** The titles of all open tabs, as each has told its own. */
const useTabNames = create<{ readonly tabs: ReadonlyMap<string, Named> }>(() => ({ tabs: new Map() }))

/** The title that a tab shows among the others. */
export function useToldApart(id: string, title: string, apart: readonly string[] = []): string {
  // As one text: the array is another at each render.
  const all = apart.join('\n')
  useEffect(() => {
    const named: Named = { title, apart: all === '' ? [] : all.split('\n') }
    useTabNames.setState(({ tabs }) => ({ tabs: new Map([...tabs, [id, named]]) }))
    return () => {
      useTabNames.setState(({ tabs }) => ({ tabs: new Map([...tabs].filter(([other]) => other !== id)) }))
    }
  }, [id, title, all])
  return useTabNames(({ tabs }) => toldApart(tabs).get(id)) ?? title
}
