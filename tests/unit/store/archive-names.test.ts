import { expect, test } from 'vitest'
import { slugOf } from '../../../main/store/archive-files.ts'
import { passphraseLength } from '../../../main/store/passphrase.ts'

test.each([
  ['Mina ärenden', 'mina-arenden'],
  ['  Öst / Väst 2026 ', 'ost-vast-2026'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本', 'arkiv'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('an archive named %j is kept in a file of a plain name', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test.each([
  ['åäö', 3],
  ['a\u030aa\u0308', 2],
  ['👩‍👩‍👧', 1],
])('the passphrase %j is counted as a person counts', (passphrase, length) => {
  expect(passphraseLength(passphrase)).toBe(length)
})
