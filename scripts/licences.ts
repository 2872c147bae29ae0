// `npm run licences`: the licences of all that ships and was made by others, from the lock file and the packages themselves.
// A package without a licence text, or under a licence that is not on the list below, fails it; so does the build, which
// brings the same list to Om Klarlagt.
// usage: node scripts/licences.ts [FILE]     with FILE, writes them all as one text
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { z } from 'zod'
import type { ShippedPart } from '../shared/host/about.ts'
import { lockedPackages, productionPackages } from './lock-file.ts'
import { root } from './run.ts'

/** What others' work may be under to ship here: it asks for its notice to be kept, and for nothing of our own. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'Bitstream-Vera',
  'blessing',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
])

/** Licences that a package's manifest does not name as SPDX does; read by hand from the text that it brings. */
const readByHand: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
}

/** Packages that name their licence, MIT, and their author, but bring no text: they get MIT's own. */
const withoutText: ReadonlySet<string> = new Set([
  'brotli',
  'dfa',
  'fontkit',
  'react-remove-scroll-bar',
  'worker-f',
])

const mit = (holder: string) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

/** What is known of a package before it is judged. */
export interface Found {
  readonly name: string
  readonly version: string
  readonly licence: string | undefined
  readonly author: string | undefined
  /** Its licence files, in order of their names. */
  readonly texts: readonly string[]
}

/** A package with its licence, or a sentence that says what is missing. */
export function judge({ name, version, licence: named, author, texts }: Found): ShippedPart | string {
  const licence = (readByHand[name] ?? named ?? '').replace(/^\((.*)\)$/, '$1')
  if (licence === '') return `${name} ${version} names no licence.`
  const stranger = licence.split(/ (?:AND|OR) /).find((id) => !allowed.has(id))
  if (stranger !== undefined)
    return `${name} ${version} is under ${stranger}, which is not on the list of allowed licences.`
  if (texts.length > 0) return { name, version, licence, text: texts.map((text) => text.trim()).join('\n\n') }
  if (!withoutText.has(name) || licence !== 'MIT' || author === undefined)
    return `${name} ${version} (${licence}) brings no licence text.`
  return { name, version, licence, text: mit(author).trim() }
}

const isLicenceFile = (file: string) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file)
const authorSchema = z.object({
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
})

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

function textsIn(folder: string): string[] {
  const files = readdirSync(folder).filter(isLicenceFile).toSorted()
  return files.map((file) => read(folder, file))
}

function authorIn(folder: string): string | undefined {
  return authorSchema.parse(JSON.parse(read(folder, 'package.json'))).author?.replace(/ *[<(].*$/, '')
}

/** The first thing that a pattern finds in a text. Throws if it finds nothing: the text is no longer what we knew. */
function one(pattern: RegExp, text: string): string {
  const [, found] = pattern.exec(text) ?? []
  if (found === undefined) throw new Error(`${String(pattern)} is not found where a licence is read.`)
  return found
}

const sqliteHeader = (from: string) =>
  read(from, 'node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h')

/** Which SQLite the database driver brings, and which encryption for it. */
export function sqliteVersions(from: string): { readonly sqlite: string; readonly ciphers: string } {
  const header = sqliteHeader(from)
  return {
    sqlite: one(/#define SQLITE_VERSION +"([^"]+)"/, header),
    ciphers: one(/"SQLite3 Multiple Ciphers ([^"]+)"/, header),
  }
}

/** SQLite and its encryption, which come as source within the database driver and say what they are in their header. */
function partsOfTheDriver(from: string): Found[] {
  const header = sqliteHeader(from)
  const { sqlite, ciphers } = sqliteVersions(from)
  const blessing = one(/\*\* (The author disclaims copyright[\s\S]*?)\*{10}/, header).replace(/^\*\* ?/gm, '')
  const ulrich = one(/Copyright: *\(c\) (.*)/, header)
  return [
    {
      name: 'SQLite',
      version: sqlite,
      licence: 'blessing',
      author: undefined,
      texts: [blessing],
    },
    {
      name: 'SQLite3 Multiple Ciphers',
      version: ciphers,
      licence: 'MIT',
      author: ulrich,
      texts: [mit(ulrich)],
    },
  ]
}

/** All that ships of others: the packages of production, Electron, and what the database driver brings. */
function found(from: string): Found[] {
  const electron = lockedPackages(from).filter(({ folder }) => folder === 'node_modules/electron')
  const packages = [...productionPackages(from), ...electron].map(({ folder, name, version, licence }) => {
    const place = join(from, folder)
    if (!existsSync(place)) throw new Error(`${folder} is not installed. Run npm ci.`)
    return { name, version, licence, author: authorIn(place), texts: textsIn(place) }
  })
  return [...packages, ...partsOfTheDriver(from)]
}

/** Every part with its licence, by name. Throws with a sentence for each one that may not ship as it is. */
export function shippedParts(from: string): readonly ShippedPart[] {
  const judged = found(from).map(judge)
  const problems = judged.filter((part) => typeof part === 'string')
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return judged
    .filter((part) => typeof part !== 'string')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
}

/** `virtual:licences`, the module that the page of licences loads when it is opened. Made from the checkout in a folder. */
export function licencesModule(from: string): Plugin {
  const name = 'virtual:licences'
  return {
    name: 'klarlagt-licences',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(shippedParts(from))}` : undefined),
  }
}

/** All licences as one text. */
export function licencesText(parts: readonly ShippedPart[]): string {
  return parts
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`)
}

if (import.meta.main) {
  const parts = shippedParts(root)
  const counts = Map.groupBy(parts, ({ licence }) => licence)
  console.log(
    `${parts.length} parts: ${[...counts].map(([licence, of]) => `${of.length} ${licence}`).join(', ')}`,
  )
  const [file] = process.argv.slice(2)
  if (file !== undefined) writeFileSync(file, licencesText(parts))
}
