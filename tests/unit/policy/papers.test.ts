import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type PolicyId, policiesFileSchema, policyEntry, policyIds } from '../../../shared/policy/policies.ts'
import { readPolicies } from '../../../shared/policy/read.ts'
import { translate } from '../../../shared/text/index.ts'

const page = readFileSync('docs/administration.md', 'utf8')

/** What may stand there, for people; checked against the values that are tried below. */
const forms: { readonly [Id in PolicyId]: string } = {
  passphraseNeeded: '`true`, `false`',
  passphraseMinimum: '8 to 24',
  recoveryKey: '`"demanded"`, `"forbidden"`',
  lockAfterMinutes: '2 to 480',
  exportFormats:
    'a list of `txt`, `md`, `html`, `pdf`, `docx`, `json`, `bundle`, `csv`, `xlsx`, `ics`, `svg`, `png`',
  exportFolders: 'a list of whole paths',
  clipboardWarning: '`"session"`, `"always"`',
  language: '`"sv"`, `"en"`',
  rulesOff: 'a list of `R1` to `R27`',
  silentAfterDays: '14 to 365',
  disposeAfterMonths: '1 to 1200, `"never"`',
  templatesFolder: 'a whole path, `"none"`',
  templatesKey: 'a public key, Ed25519: PEM, or DER in base64',
  templateSigners: 'a list of public keys, Ed25519, in hex',
  archiveFolder: 'a whole path, `"own"`',
  backupFolder: 'a whole path, `"own"`',
  demoAllowed: '`true`, `false`',
  network: '`"none"`',
}

const rows = policyIds.map((id) => {
  const { strictest } = policyEntry(id)
  const words = [
    `\`${id}\``,
    forms[id],
    translate('en', `policies.${id}.what`),
    `\`${JSON.stringify(strictest)}\`: ${translate('en', `policies.${id}.strictest`)}`,
  ]
  return `| ${words.join(' | ')} |`
})

test('the page for administrators has every policy, as the program has it', () => {
  const table = page.slice(page.indexOf('| Policy | What may stand there'))
  expect(table.split('\n').slice(2, 2 + rows.length)).toEqual(rows)
})

test('its example names every policy, and is read as it stands', () => {
  const [example = ''] = /^ {4}\{\n[^}]*\}/m.exec(page) ?? []
  const { policies, strict, findings } = readPolicies([{ name: 'the page', text: example }])
  expect(Object.keys(policies).toSorted()).toEqual([...policyIds].toSorted())
  expect([strict, findings]).toEqual([[], []])
})

test('the schema of the file takes what the program takes of it, and says what each policy does', () => {
  const described = z.toJSONSchema(policiesFileSchema, { io: 'input' }).properties ?? {}
  for (const id of policyIds)
    expect(described[id]).toMatchObject({ description: translate('sv', `policies.${id}.what`) })
})
