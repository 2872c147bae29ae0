import type { Json, JsonObject } from '../fields/json.ts'
import { emptyText } from './text.ts'

/** A template that has been begun: one section with one field, whose texts are to be written. */
export function blankTemplate(id: string): Json {
  return {
    format: 'klarlagt/mall',
    id,
    version: 1,
    kind: 'aktivitet',
    owner: 'forsakringskassan',
    title: emptyText(),
    summary: emptyText(),
    whenToUse: emptyText(),
    legalBasis: [{ provision: '', source: '' }],
    sections: [blankSection('avsnitt')],
  }
}

/** A section with one field. */
export function blankSection(id: string, field = 'falt'): Json {
  return { id, title: emptyText(), fields: [blankField('text', field)] }
}

/** An option of a choice, whose words are to be written. */
export const blankOption = (value: string): JsonObject => ({ value, label: emptyText() })

/** What a type of field must have besides what all have. */
const ownMembers: Readonly<Record<string, () => JsonObject>> = {
  choice: () => ({ options: [blankOption('alternativ'), blankOption('alternativ-2')] }),
  choices: () => ({ options: [blankOption('alternativ'), blankOption('alternativ-2')] }),
  group: () => ({ item: emptyText(), fields: [blankField('text', 'kolumn')] }),
}

/** A field of a type, whose texts are to be written. The demand is our own until somebody says what it rests on. */
export function blankField(type: string, id: string): JsonObject {
  if (type === 'info') return { id, type, label: emptyText() }
  return {
    id,
    type,
    label: emptyText(),
    obligation: 'frivillig',
    demand: { basis: 'eget-val' },
    ...ownMembers[type]?.(),
  }
}
