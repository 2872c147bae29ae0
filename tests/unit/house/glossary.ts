import { readFileSync } from 'node:fs'

const terms = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| ([^|]+?) \|/gm)].map(
  ([, term]) => term ?? '',
)

/** The values of data that docs/glossary.md explains: in its first column, in backticks. */
export const explainedValues: ReadonlySet<string> = new Set(
  terms.flatMap((term) => [...term.matchAll(/`([^`]+)`/g)].map(([, value]) => value ?? '')),
)

/** The words that it says keep their Swedish name in code and keys: in its first column, in bold. */
export const swedishNames: ReadonlySet<string> = new Set(
  terms.flatMap((term) => [...term.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word ?? '')),
)
