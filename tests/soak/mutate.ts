// Files as accidents and ill will make them: shipped ones with a few changes, in their text or in what it says.
import fc from 'fast-check'

type Tree = { [member: string]: unknown } | unknown[]

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** What may stand where something else belongs. */
const strangers = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    0,
    -1,
    1e308,
    [],
    {},
    [[]],
    '__proto__',
    'constructor',
    '\ud800',
    '\u0000',
    '2026-02-30',
    '1889-01-01T00:00:00Z',
    'ja',
    { sv: 'Ord' },
    [null],
  ),
  fc.string(),
  fc.double({ noNaN: true }),
  fc.integer({ min: 1000, max: 20_000 }).map((length) => 'å'.repeat(length)),
  fc
    .integer({ min: 50, max: 700 })
    .map((levels): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))),
)

/** Every member of a tree and of what is in it: where it stands, and under what name. */
function membersOf(root: Tree): readonly { readonly tree: Tree; readonly name: string }[] {
  const found: { tree: Tree; name: string }[] = []
  const waiting: Tree[] = [root]
  for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
    for (const name of Object.keys(tree)) {
      found.push({ tree, name })
      const value: unknown = Reflect.get(tree, name)
      if (isTree(value)) waiting.push(value)
    }
  }
  return found
}

type Change = (root: Tree) => void

/** Changes one member, chosen by a number that is taken as far round as there are members. */
function atMember(
  chosen: number,
  change: (tree: Tree, name: string, others: readonly unknown[]) => void,
): Change {
  return (root) => {
    const members = membersOf(root)
    const member = members[chosen % Math.max(1, members.length)]
    if (member === undefined) return
    const others = members.map(({ tree, name }): unknown => Reflect.get(tree, name))
    change(member.tree, member.name, others)
  }
}

const treeChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.nat(), strangers)
    .map(([at, stranger]) =>
      atMember(at, (tree, name) => Reflect.set(tree, name, structuredClone(stranger))),
    ),
  fc.nat().map((at) =>
    atMember(at, (tree, name) => {
      if (Array.isArray(tree)) tree.splice(Number(name), 1)
      else Reflect.deleteProperty(tree, name)
    }),
  ),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([at, from]) =>
      atMember(at, (tree, name, others) =>
        Reflect.set(tree, name, structuredClone(others[from % others.length])),
      ),
    ),
  fc.tuple(fc.nat(), fc.constantFrom('__proto__', 'constructor', 'x', '', 'id', 'type')).map(([at, added]) =>
    atMember(at, (tree, name) => {
      // JSON has no members of lists.
      if (Array.isArray(tree)) return
      Object.defineProperty(tree, added, {
        value: Reflect.get(tree, name),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }),
  ),
  fc.nat().map((at) =>
    atMember(at, (tree, name) => {
      if (Array.isArray(tree)) tree.push(structuredClone(tree[Number(name)]))
    }),
  ),
)

const textChange: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc
    .tuple(
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.constantFrom('', ',', '"', '{', '[', ']', '}', '\\', '\ufeff', '\n', 'null'),
    )
    .map(([at, length, put]) => (text: string) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + put + text.slice(from + length)
    }),
  fc.nat().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(), fc.integer({ min: 400, max: 100_000 })).map(([at, levels]) => (text: string) => {
    const from = at % (text.length + 1)
    return text.slice(0, from) + '['.repeat(levels) + text.slice(from)
  }),
)

function changed(text: string, changes: readonly Change[]): string {
  const root: unknown = JSON.parse(text)
  if (isTree(root)) for (const change of changes) change(root)
  return JSON.stringify(root)
}

/** One of the given JSON texts with one to four changes: nine times of ten in what it says, else in its letters. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const some = { minLength: 1, maxLength: 4 }
  return fc.constantFrom(...texts).chain((text) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.array(treeChange, some).map((changes) => changed(text, changes)) },
      {
        weight: 1,
        arbitrary: fc
          .array(textChange, some)
          .map((changes) => changes.reduce((now, change) => change(now), text)),
      },
    ),
  )
}
