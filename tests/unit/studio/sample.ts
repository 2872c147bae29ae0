import type { Json } from '../../../shared/fields/json.ts'
import { type JsonPath, withJsonAt } from '../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../shared/studio/problem.ts'
import { pathText } from '../../../shared/template/problem.ts'

export const words = (sv: string, en: string): Json => ({ sv, en })

const field = (id: string, label: string, more: Record<string, Json> = {}): Json => ({
  id,
  type: 'text',
  label: words(label, `${label} (en)`),
  obligation: 'frivillig',
  demand: { basis: 'eget-val', why: words('För provets skull.', 'For the test.') },
  ...more,
})
const option = (value: string): Json => ({ value, label: words(value, `${value} (en)`) })

/** A small template that the loader takes: two sections, a choice that a field depends on, and a repeated group. */
export const small: Json = {
  format: 'klarlagt/mall',
  id: 'samtal',
  version: 1,
  kind: 'aktivitet',
  owner: 'forsakringskassan',
  title: words('Samtal', 'Conversation'),
  summary: words('Ett samtal.', 'A conversation.'),
  whenToUse: words('Efter samtalet.', 'After the conversation.'),
  legalBasis: [{ provision: '27 kap. 23 § FL', source: '001:1-2' }],
  sections: [
    {
      id: 'vem',
      title: words('Vem', 'Who'),
      fields: [
        field('talat-med', 'Talat med', {
          type: 'choice',
          options: [option('arbetsgivaren'), option('varden')],
        }),
        field('vad-sades', 'Vad sades', {
          visibleWhen: { field: 'talat-med', op: 'is', value: 'varden' },
          journal: { accordingTo: 'talat-med' },
        }),
      ],
    },
    {
      id: 'sedan',
      title: words('Sedan', 'Then'),
      visibleWhen: {
        any: [
          { field: 'talat-med', op: 'answered' },
          { fact: 'dag', op: 'greater', value: 30 },
        ],
      },
      fields: [
        field('deltagare', 'Deltagare', {
          type: 'group',
          item: words('deltagare', 'participant'),
          fields: [
            field('namn', 'Namn'),
            field('roll', 'Roll', { visibleWhen: { field: 'namn', op: 'answered' } }),
          ],
        }),
      ],
    },
  ],
}

export const smallWith = (path: JsonPath, value: Json | undefined): Json => withJsonAt(small, path, value)

/** Problems as lines: how grave, where, what. */
export const linesOf = (problems: readonly StudioProblem[]): string[] =>
  problems.map(({ severity, path, key }) => `${severity} ${pathText(path)} ${key}`)
