import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PASSPHRASE_MINIMUM } from '../../../main/store/passphrase.ts'
import {
  PASSPHRASE_LEAST,
  type PolicyId,
  policiesSchema,
  policyEntry,
  policyIds,
} from '../../../shared/policy/policies.ts'
import { noPolicies, type PolicySource, readPolicies } from '../../../shared/policy/read.ts'
import { message, messageText } from '../../../shared/text/index.ts'

const file = (value: unknown): PolicySource => ({ name: 'policies.json', text: JSON.stringify(value) })
const registry = (values: Record<string, unknown>): PolicySource => ({ name: 'HKLM', values })
const said = (sources: readonly PolicySource[]) =>
  readPolicies(sources).findings.map((finding) => messageText('sv', finding))

/** How strict a value of a policy is, most first; no value at all is the laxest. Written out apart from the program. */
const strictness: { readonly [Id in PolicyId]: (value: unknown) => number } = {
  passphraseNeeded: (value) => Number(value === true),
  passphraseMinimum: Number,
  recoveryKey: (value) => Number(value === 'forbidden'),
  lockAfterMinutes: (value) => -Number(value),
  exportFormats: (value) => -(Array.isArray(value) ? value.length : Number.NaN),
  exportFolders: (value) => -(Array.isArray(value) ? value.length : Number.NaN),
  clipboardWarning: (value) => ['session', 'always'].indexOf(String(value)),
  // No language is stricter than another; that one is chosen for the user is what is strict.
  language: () => 0,
  rulesOff: (value) => -(Array.isArray(value) ? value.length : Number.NaN),
  silentAfterDays: (value) => -Number(value),
  // The longer something is kept, the stricter: what is gone does not come back.
  disposeAfterMonths: (value) => (value === 'never' ? Infinity : Number(value)),
  templatesFolder: (value) => Number(value === 'none'),
  templatesKey: (value) => Number(value === 'none'),
  templateSigners: (value) => -(Array.isArray(value) ? value.length : Number.NaN),
  archiveFolder: (value) => Number(value === 'own'),
  backupFolder: (value) => Number(value === 'own'),
  demoAllowed: (value) => Number(value === false),
  network: () => 0,
}

/** A value for each policy that its form takes. */
const valid: { readonly [Id in PolicyId]: fc.Arbitrary<unknown> } = {
  passphraseNeeded: fc.boolean(),
  passphraseMinimum: fc.integer({ min: 8, max: 24 }),
  recoveryKey: fc.constantFrom('demanded', 'forbidden'),
  lockAfterMinutes: fc.integer({ min: 2, max: 480 }),
  exportFormats: fc.subarray(['txt', 'md', 'html', 'pdf', 'docx', 'json', 'bundle']),
  exportFolders: fc.subarray(['/srv/export', 'C:\\Export', '~/export', '\\\\server\\export']),
  clipboardWarning: fc.constantFrom('session', 'always'),
  language: fc.constantFrom('sv', 'en'),
  rulesOff: fc.subarray(['R1', 'R4', 'R10', 'R27']),
  silentAfterDays: fc.integer({ min: 14, max: 365 }),
  disposeAfterMonths: fc.oneof(fc.integer({ min: 1, max: 1200 }), fc.constant('never')),
  templatesFolder: fc.constantFrom('/srv/mallar', 'none'),
  templatesKey: fc.constantFrom('MCowBQYDK2VwAyEA', 'none'),
  templateSigners: fc.subarray(['0'.repeat(64), 'a'.repeat(64)]),
  archiveFolder: fc.constantFrom('/srv/arkiv', '~/arkiv', 'own'),
  backupFolder: fc.constantFrom('/srv/kopior', '~/kopior', 'own'),
  demoAllowed: fc.boolean(),
  network: fc.constant('none'),
}

describe('a policy that is given holds as it is given', () => {
  test.each(policyIds.map((id) => [id]))('%s', (id) => {
    fc.assert(
      fc.property(valid[id], (value) => {
        expect(readPolicies([file({ [id]: value })])).toEqual({
          policies: { [id]: value },
          strict: [],
          findings: [],
        })
      }),
    )
  })

  test.each<[string, PolicySource[]]>([
    ['no place', []],
    ['an empty object', [file({})]],
    ['one that names its schema alone', [file({ $schema: './policies.schema.json' })]],
  ])('%s governs nothing', (_what, sources) => expect(readPolicies(sources)).toEqual(noPolicies))

  test('a byte order mark is passed over', () => {
    const source = { name: 'policies.json', text: '\ufeff{"demoAllowed": false}' }
    expect(readPolicies([source]).policies).toEqual({ demoAllowed: false })
  })

  test('the registry goes before the file, policy by policy', () => {
    const reading = readPolicies([
      registry({ demoAllowed: true, passphraseMinimum: 12 }),
      file({ demoAllowed: false, language: 'en' }),
    ])
    expect(reading.policies).toEqual({ demoAllowed: true, passphraseMinimum: 12, language: 'en' })
  })
})

describe('a value that is none is read at its strictest, and told', () => {
  test.each<[PolicyId, unknown]>([
    ['passphraseNeeded', 'ja'],
    ['passphraseMinimum', 7],
    ['passphraseMinimum', 25],
    ['passphraseMinimum', 8.5],
    ['recoveryKey', 'ja'],
    ['backupFolder', 'kopior'],
    ['lockAfterMinutes', 0],
    ['lockAfterMinutes', 481],
    ['lockAfterMinutes', '10'],
    ['exportFormats', ['pdf', 'exe']],
    ['exportFormats', 'pdf'],
    ['exportFolders', ['export']],
    ['exportFolders', ['/srv/\u0000export']],
    ['clipboardWarning', 'never'],
    ['language', 'se'],
    ['rulesOff', ['R0']],
    ['silentAfterDays', 13],
    ['silentAfterDays', 366],
    ['rulesOff', ['R28']],
    ['rulesOff', ['r4']],
    ['templatesFolder', 'mallar'],
    ['templatesKey', ''],
    ['archiveFolder', '../arkiv'],
    ['demoAllowed', null],
    ['network', 'proxy'],
    ['network', true],
  ])('%s: %j', (id, value) => {
    const { policies, strict, findings } = readPolicies([file({ [id]: value })])
    expect(policies).toEqual({ [id]: policyEntry(id).strictest })
    expect(strict).toEqual([id])
    expect(findings).toHaveLength(1)
    expect(messageText('sv', findings[0] ?? message('policies.value.none'))).toContain(id)
  })
})

const strictestOfAll = Object.fromEntries(policyIds.map((id) => [id, policyEntry(id).strictest]))

describe('where nobody can tell what was meant, every policy that is not given is at its strictest', () => {
  test.each<[string, PolicySource, string]>([
    ['no JSON', { name: 'fil', text: '{"demoAllowed": true,}' }, 'rad 1'],
    ['a list', file([]), 'objekt'],
    ['nothing', { name: 'fil', text: '' }, 'tom'],
    ['a text', file('inga'), 'objekt'],
    ['null', file(null), 'objekt'],
    ['200 000 levels', { name: 'fil', text: '['.repeat(99_999) }, 'nivåer'],
    ['too long a text', { name: 'fil', text: ' '.repeat(100_001) }, 'för stor'],
    [
      'a file that the system refuses',
      { name: 'fil', unreadable: message('policies.finding.system', { detail: 'EACCES' }) },
      'EACCES',
    ],
  ])('%s', (_what, source, words) => {
    expect(readPolicies([source])).toMatchObject({ policies: strictestOfAll, strict: policyIds })
    expect(said([source]).join()).toContain(words)
  })

  test('a name that is no policy: what is given stands', () => {
    const source = file({ exportFormats: ['pdf'], exportFolder: ['/srv/export'] })
    const { policies, strict } = readPolicies([source])
    expect(policies).toEqual({ ...strictestOfAll, exportFormats: ['pdf'] })
    expect(strict).not.toContain('exportFormats')
    expect(said([source])).toEqual([expect.stringContaining('exportFolder')])
  })

  test.each(['__proto__', 'constructor', 'toString', 'Network'])('%s is no policy either', (name) => {
    const source: PolicySource = { name: 'fil', text: `{"${name}": "none"}` }
    expect(readPolicies([source]).policies).toEqual(strictestOfAll)
  })

  test('a registry that cannot be read goes before what the file says, since it may have been stricter', () => {
    const unreadable: PolicySource = { name: 'HKLM', unreadable: message('policies.finding.registry') }
    expect(readPolicies([unreadable, file({ demoAllowed: true })]).policies.demoAllowed).toBe(false)
    expect(readPolicies([registry({ demoAllowed: true }), file([])]).policies.demoAllowed).toBe(true)
  })
})

describe('no reading is laxer than what was meant', () => {
  test.each(policyIds.map((id) => [id]))('no value of %s is stricter than its strictest', (id) => {
    expect(policiesSchema.shape[id].safeParse(policyEntry(id).strictest).success).toBe(true)
    fc.assert(
      fc.property(valid[id], (value) => {
        expect(strictness[id](policyEntry(id).strictest)).toBeGreaterThanOrEqual(strictness[id](value))
      }),
    )
  })

  const anyName = fc.oneof(fc.constantFrom(...policyIds), fc.string())
  const anyValue = fc.oneof(fc.jsonValue(), ...Object.values(valid))

  test('whatever a file says, each policy that it names holds: as it is given, or at its strictest', () => {
    fc.assert(
      fc.property(fc.dictionary(anyName, anyValue), (meant) => {
        const text = JSON.stringify(meant)
        const { policies, strict, findings } = readPolicies([{ name: 'fil', text }])
        const isStrange = Object.keys(meant).some(
          (key) => !policyIds.some((id) => id === key) && key !== '$schema',
        )
        for (const id of policyIds) {
          const isNamed = Object.hasOwn(meant, id)
          const value: unknown = JSON.parse(JSON.stringify(meant[id] ?? null))
          if (isNamed && policiesSchema.shape[id].safeParse(value).success)
            expect(policies[id]).toEqual(value)
          else if (isNamed || isStrange) {
            expect(policies[id]).toEqual(policyEntry(id).strictest)
            expect(strict).toContain(id)
          } else expect(policies[id]).toBeUndefined()
        }
        // Whatever is held more strictly than it is given is said aloud.
        expect(findings.length > 0).toBe(strict.length > 0 || isStrange)
      }),
    )
  })

  test('whatever a text is, reading it gives an answer, and governs all where it is no object', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { policies } = readPolicies([{ name: 'fil', text }])
        if (!text.trimStart().startsWith('{')) expect(policies).toEqual(strictestOfAll)
      }),
    )
  })
})

test('the least passphrase that a policy may ask for is the one that is asked for without', () => {
  expect(PASSPHRASE_LEAST).toBe(PASSPHRASE_MINIMUM)
})

test.each(policyIds.map((id) => [id]))('%s says its strictest value in words', (id) => {
  const { strictest, say } = policyEntry(id)
  expect(messageText('sv', say(strictest) ?? message('errors.DISK_FULL'))).not.toContain('Disken')
  expect(say({ no: 'value' })).toBeUndefined()
})
