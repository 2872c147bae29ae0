// Which tests hold which item stands in the tests themselves, as tags in their names.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.ts'

export interface TaggedTest {
  /** From the root, with forward slashes. */
  readonly file: string
  /** Its name without tags; what differs from test to test is `…`. */
  readonly name: string
  readonly items: readonly number[]
}

const named = /(['"`])((?:(?!\1)[^\n])*@electron-\d\d(?:(?!\1)[^\n])*)\1/g

function testsIn(file: string): TaggedTest[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(named)].map(([, , title = '']) => ({
    file,
    name: title
      .replaceAll(/ *@[\w-]+/g, '')
      .replaceAll(/\$\{\w+\}/g, '…')
      .trim(),
    items: [...title.matchAll(/@electron-(\d\d)/g)].map(([, number]) => Number(number)),
  }))
}

/** Every test whose name carries the tag of an item, by file. */
export function taggedTests(): TaggedTest[] {
  return globSync('tests/{unit,integration,e2e}/**/*.{test,spec}.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap(testsIn)
}
