import { checklist, type Item } from './checklist.ts'
import { type TaggedTest, taggedTests } from './tagged-tests.ts'

const head = `# Security

Electron recommends twenty things to whoever builds on it. This is how Klarlagt holds each of them, by which tests, and how each was
broken to see those tests fail. The page is made by \`npm run security\` from \`scripts/security/checklist.ts\` and from the tags in the
tests' names; a test fails where it is no longer current, and where an item has no test. \`npm run security -- --break\` breaks every
item anew, one at a time and in a copy, and says which tests noticed.
`

function row({ number, title, held, breaks }: Item, tests: readonly TaggedTest[]): string {
  const holding = tests
    .filter(({ items }) => items.includes(number))
    .map(({ file, name }) => `“${name}” (\`${file}\`)`)
  return [
    `## ${number}. ${title}`,
    '',
    held,
    '',
    ...holding.map((test) => `- Test: ${test}`),
    ...breaks.map(({ how }) => `- Broken by: ${how}.`),
  ].join('\n')
}

/** The whole of docs/security.md. */
export function securityDocument(): string {
  const tests = taggedTests()
  return `${[head.trimEnd(), ...checklist.map((item) => row(item, tests))].join('\n\n')}\n`
}
