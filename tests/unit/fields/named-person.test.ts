import { expect, test } from 'vitest'
import { namedPerson } from '../../../renderer/fields/person.tsx'

const marie = { name: 'Marie Holm', role: 'arbetsgivare' as const, title: 'Chef' }
const persons = [marie]

test.each([
  ['a name of the case brings role and title', 'Marie Holm', undefined, marie],
  ['whatever its case', 'marie holm', undefined, { ...marie, name: 'marie holm' }],
  ['another name is a name alone', 'Kim Dahl', undefined, { name: 'Kim Dahl' }],
  ['a longer name leaves what the shorter one brought', 'Marie Holmberg', marie, { name: 'Marie Holmberg' }],
  [
    'a role that was chosen stays',
    'Kim Dahl',
    { name: 'Kim', role: 'annan' as const },
    { name: 'Kim Dahl', role: 'annan' },
  ],
  ['nothing is nothing', '', { name: 'K' }, undefined],
])('%s', (_what, name, before, person) => {
  expect(namedPerson(name, before, persons)).toEqual(person)
})
