// Which tests hold what stands in the tests themselves, as tags in their names: `@electron-07`, `@security-log`.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.ts'

export interface TaggedTest {
  /** From the root, with forward slashes. */
  readonly file: string
  /** Its name without tags; what differs from test to test is `…`. */
  readonly name: string
  /** Without their `@`. */
  readonly tags: readonly string[]
}

const tag = /@(electron-\d\d|security[\w-]*)/g
const named = /(['"`])((?:(?!\1)[^\n])*@(?:electron-\d\d|security)(?:(?!\1)[^\n])*)\1/g

function testsIn(file: string): TaggedTest[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(named)].map(([, , title = '']) => ({
    file,
    name: title
      .replaceAll(/ *@[\w-]+/g, '')
      .replaceAll(/\$\{\w+\}|%[sj]|\$[a-z]\w*/g, '…')
      .trim(),
    tags: [...title.matchAll(tag)].map(([, name = '']) => name),
  }))
}

/** Every test whose name carries such a tag, by file. */
export function taggedTests(): TaggedTest[] {
  return globSync('tests/{unit,integration,e2e}/**/*.{test,spec}.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap(testsIn)
}
