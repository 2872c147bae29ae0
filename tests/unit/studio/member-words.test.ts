import { describe, expect, test } from 'vitest'
import type { Translate } from '../../../renderer/base/use-t.ts'
import { wordsOfMember, wordsOfValue } from '../../../renderer/features/studio/properties/member-words.ts'
import { caseFacts } from '../../../shared/fields/condition.ts'
import { branchesOf, type SchemaNode, schemaAt, schemaMembers } from '../../../shared/studio/schema.ts'
import { translate } from '../../../shared/text/index.ts'

/** Not written by member: texts in languages, conditions and steps, which have controls of their own, and what a file says of itself. */
const elsewhere = new Set(['$schema', 'format', 'sv', 'en', 'when', 'visibleWhen', 'obligatoryWhen', 'steps'])

interface Named {
  readonly member: string
  readonly values: readonly (string | number | boolean)[]
}

/** Every member that the schema has somewhere, with the values that it names for it. */
function namedIn(node: SchemaNode, member: string, seen = new Set<string>()): Named[] {
  return branchesOf(node).flatMap((form): Named[] => {
    const members = schemaMembers(form).filter(({ name }) => !elsewhere.has(name))
    const known = `${member} ${members.map(({ name }) => name).join()}`
    if (members.length > 0 && seen.has(known)) return []
    seen.add(known)
    const values = form.const === undefined ? (form.enum ?? []) : [form.const]
    return [
      { member, values: form.type === 'boolean' ? [] : values },
      ...members.flatMap(({ name, node: inner }) => namedIn(inner, name, seen)),
      ...(form.items === undefined ? [] : namedIn(form.items, member, seen)),
    ]
  })
}

const root = schemaAt({}, [])
const named = root === undefined ? [] : namedIn(root, '')
const t: Translate = (key, ...params) => translate('sv', key, ...params)

// That both languages have the same texts is held by the tests of texts; English words are now and then what the file says.
describe('what is shown of a template is in words', () => {
  test('every member has a name of its own', () => {
    const members = [...new Set(named.map(({ member }) => member))].filter((member) => member !== '')
    expect(members.length).toBeGreaterThan(40)
    expect(members.filter((member) => wordsOfMember(t, member) === member)).toEqual([])
  })

  test('every value that a member can have', () => {
    const values = named.flatMap(({ member, values }) => values.map((value) => ({ member, value })))
    expect(values.length).toBeGreaterThan(150)
    const raw = values.filter(
      ({ member, value }) =>
        wordsOfValue(t, member === 'review' ? 'form' : member, value) === value.toString(),
    )
    expect(raw).toEqual([])
  })

  test('every fact of a case, and what it can be', () => {
    expect(caseFacts.filter((fact) => wordsOfValue(t, 'fact', fact) === fact)).toEqual([])
    const values = [
      ['anstallning', 'arbetslos'],
      ['omfattning', 75],
      ['forvantad-langd', 'kortare'],
    ] as const
    expect(values.map(([fact, value]) => wordsOfValue(t, fact, value))).not.toContain('75')
    expect(values.filter(([fact, value]) => wordsOfValue(t, fact, value) === String(value))).toEqual([])
  })
})
