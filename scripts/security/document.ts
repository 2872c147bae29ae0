import { checklist, type Item } from './checklist.ts'
import { type Defence, defences } from './defences.ts'
import { type TaggedTest, taggedTests } from './tagged-tests.ts'

const head = `# Security

Electron recommends twenty things to whoever builds on it. This is how Klarlagt holds each of them, by which tests, and how each was
broken to see those tests fail; after them comes what Klarlagt itself promises of records. The page is made by \`npm run security\` from
\`scripts/security/\` and from the tags in the tests' names; a test fails where it is no longer current, and where something is held by
no test. \`npm run security -- --break\` breaks every item of Electron's anew, one at a time and in a copy, and says which tests noticed.
`

const records = `# What Klarlagt promises

Each test here carries the tag that is named.
`

const holding = (tests: readonly TaggedTest[], tag: string) =>
  tests.filter(({ tags }) => tags.includes(tag)).map(({ file, name }) => `- Test: “${name}” (\`${file}\`)`)

/** The tag of a test that holds an item of Electron's list, without its `@`. */
export const electronTag = (number: number): string => `electron-${String(number).padStart(2, '0')}`

const itemPart = ({ number, title, held, breaks }: Item, tests: readonly TaggedTest[]) =>
  [
    `## ${number}. ${title}`,
    '',
    held,
    '',
    ...holding(tests, electronTag(number)),
    ...breaks.map(({ how }) => `- Broken by: ${how}.`),
  ].join('\n')

const defencePart = ({ tag, title, held }: Defence, tests: readonly TaggedTest[]) =>
  [`## ${title}`, '', `${held} (\`@${tag}\`)`, '', ...holding(tests, tag)].join('\n')

/** The whole of docs/security.md. */
export function securityDocument(): string {
  const tests = taggedTests()
  const parts = [
    head.trimEnd(),
    ...checklist.map((item) => itemPart(item, tests)),
    records.trimEnd(),
    ...defences.map((defence) => defencePart(defence, tests)),
  ]
  return `${parts.join('\n\n')}\n`
}
