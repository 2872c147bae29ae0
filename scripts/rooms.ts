// The rooms of the house are its folders, at every level. What they import of each other is read from dependency-cruiser's
// result, for the rule against circles between rooms and for the picture of the house.
import type { ICruiseResult } from 'dependency-cruiser'

export interface Arrow {
  readonly from: string
  readonly to: string
  /** How many imports it represents. */
  readonly imports: number
}

/** One import: the importing file and the imported one. */
export type Import = readonly [from: string, to: string]

/** The imports between modules of the house. */
export function importsIn({ modules }: ICruiseResult): readonly Import[] {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => [source, resolved] as const),
  )
}

/** The folder directly below `parent` that contains a file, or undefined if none does. */
export function roomBelow(parent: string, file: string): string | undefined {
  const under = parent === '' ? '' : `${parent}/`
  if (!file.startsWith(under)) return undefined
  const [room, ...rest] = file.slice(under.length).split('/')
  return rest.length === 0 ? undefined : room
}

/** What the rooms directly below a folder import of each other. */
export function arrowsBelow(parent: string, imports: readonly Import[]): readonly Arrow[] {
  const counts = new Map<string, Arrow>()
  for (const [source, target] of imports) {
    const from = roomBelow(parent, source)
    const to = roomBelow(parent, target)
    if (from === undefined || to === undefined || from === to) continue
    const key = `${from} ${to}`
    counts.set(key, { from, to, imports: (counts.get(key)?.imports ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** The shortest way from a room back to itself, or undefined if there is none. */
function circleFrom(room: string, arrows: readonly Arrow[]): readonly string[] | undefined {
  const seen = new Set<string>()
  const ways: (readonly string[])[] = [[room]]
  for (const way of ways) {
    for (const { from, to } of arrows) {
      if (from !== way.at(-1)) continue
      if (to === room) return [...way, to]
      if (!seen.has(to)) ways.push([...way, to])
      seen.add(to)
    }
  }
  return undefined
}

/** Circles between the rooms of shared/, main/ and renderer/ and of every folder in them, each named once. */
export function roomCircles(imports: readonly Import[]): readonly string[] {
  const files = [...new Set(imports.flat())].filter((file) => /^(shared|main|renderer)\//.test(file))
  const folders = new Set(
    files.flatMap((file) => {
      const steps = file.split('/').slice(0, -1)
      return steps.map((_step, index) => steps.slice(0, index + 1).join('/'))
    }),
  )
  return [...folders].toSorted().flatMap((folder) => {
    const arrows = arrowsBelow(folder, imports)
    const rooms = [...new Set(arrows.map(({ from }) => from))].toSorted()
    const named = new Set<string>()
    return rooms.flatMap((room) => {
      const circle = named.has(room) ? undefined : circleFrom(room, arrows)
      for (const each of circle ?? []) named.add(each)
      return circle === undefined ? [] : [`${folder}: ${circle.join(' → ')}`]
    })
  })
}
