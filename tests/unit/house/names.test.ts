import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Names that stand twice with one meaning: both halves of a field type, and a command of the terminal, each in its table. */
const isOneOfATable = (file: string) =>
  /^(shared|renderer)\/fields\/[\w-]+(\/[\w-]+)?\.tsx?$|^main\/cli\/commands\//.test(file)

/** What a layer says again in its own words, since it may not see the other: the store knows no contract. */
const sameThing = new Set(['ArchiveInfo'])

test('no exported name has two meanings', () => {
  const places = new Map<string, string[]>()
  for (const file of globSync('{shared,main,renderer}/**/*.{ts,tsx}')) {
    const exported = readFileSync(file, 'utf8').matchAll(
      /^export (?:async )?(?:abstract )?(?:class|interface|type|function|const) (\w+)/gm,
    )
    for (const [, name = ''] of exported) places.set(name, [...(places.get(name) ?? []), file])
  }
  const twice = [...places].filter(
    ([name, files]) => new Set(files).size > 1 && !sameThing.has(name) && !files.every(isOneOfATable),
  )
  expect(twice).toEqual([])
})
