import type { TreeRow } from './rows.ts'

/** What a key does in the tree: moves to a row, opens or folds one, shows it in an editor, or nothing that is ours. */
export type TreeAction =
  | { readonly type: 'move'; readonly to: string }
  | { readonly type: 'expand' | 'collapse' | 'open'; readonly row: TreeRow }

const PAGE = 10

/**
 * What a key means at the active row (the first, where none is active), after the tree pattern of the ARIA Authoring
 * Practices: right opens and then goes in, left folds and then goes out. Undefined for a key that the tree does not
 * take, and where there is nothing left to do in its direction.
 */
export function treeAction(
  rows: readonly TreeRow[],
  active: string | undefined,
  key: string,
): TreeAction | undefined {
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  )
  const row = rows[index]
  if (row === undefined) return undefined
  switch (key) {
    case 'ArrowDown':
      return moveTo(rows, index, index + 1)
    case 'ArrowUp':
      return moveTo(rows, index, index - 1)
    case 'PageDown':
      return moveTo(rows, index, Math.min(rows.length - 1, index + PAGE))
    case 'PageUp':
      return moveTo(rows, index, Math.max(0, index - PAGE))
    case 'Home':
      return moveTo(rows, index, 0)
    case 'End':
      return moveTo(rows, index, rows.length - 1)
    case 'ArrowRight':
      return inwards(rows, index, row)
    case 'ArrowLeft':
      return outwards(rows, index, row)
    case 'Enter':
      return { type: 'open', row }
    case ' ':
      return row.kind === 'note' || row.expanded === undefined
        ? { type: 'open', row }
        : { type: row.expanded ? 'collapse' : 'expand', row }
    default:
      return undefined
  }
}

function moveTo(rows: readonly TreeRow[], from: number, to: number): TreeAction | undefined {
  const target = rows[to]
  return target === undefined || to === from ? undefined : { type: 'move', to: target.id }
}

function inwards(rows: readonly TreeRow[], index: number, row: TreeRow): TreeAction | undefined {
  if (row.kind === 'note' || row.expanded === undefined) return undefined
  return row.expanded ? moveTo(rows, index, index + 1) : { type: 'expand', row }
}

function outwards(rows: readonly TreeRow[], index: number, row: TreeRow): TreeAction | undefined {
  if (row.kind === 'case') return row.expanded === true ? { type: 'collapse', row } : undefined
  const parent = rows.findLastIndex((each, at) => at < index && each.kind === 'case')
  return moveTo(rows, index, parent)
}

/**
 * The row that was meant by what was typed: the next one, round and round, one of whose texts begins with it. The
 * active row stays while it fits; one letter typed again goes on to the next.
 */
export function findTyped(
  rows: readonly TreeRow[],
  active: string | undefined,
  typed: string,
  textsOf: (row: TreeRow) => readonly string[],
): string | undefined {
  const first = typed.charAt(0)
  const repeated = typed.length > 1 && typed === first.repeat(typed.length)
  const sought = (repeated ? first : typed).toLocaleLowerCase('sv')
  const here = rows.findIndex(({ id }) => id === active)
  const start = Math.max(0, typed.length === 1 || repeated ? here + 1 : here)
  const turned = [...rows.slice(start), ...rows.slice(0, start)]
  return turned.find((row) => textsOf(row).some((text) => text.toLocaleLowerCase('sv').startsWith(sought)))
    ?.id
}
