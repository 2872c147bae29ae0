import { z } from 'zod'
import { type PersonRole, personRoleSchema } from '../case/actors.ts'
import { type Language, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { line } from './said.ts'

/** "Arbetsgivaren, Berg & Dal AB". */
export function actorText(
  language: Language,
  { actor, name }: { actor?: PersonRole | undefined; name?: string | undefined },
): string {
  return [actor === undefined ? '' : translate(language, `lists.actor.${actor}`), printableLine(name ?? '')]
    .filter((part) => part !== '')
    .join(', ')
}

/** An actor by kind, and by name where there is one. */
export const actor = defineField(
  {
    schema: z.strictObject({ ...base, type: z.literal('actor') }),
    answer: z.strictObject({ actor: personRoleSchema, name: z.string().optional() }),
  },
  {
    comparable: {
      operators: ['is', 'is-not'],
      of: (answer) => answer.actor,
      possible: (value) => typeof value === 'string',
    },
    say: (answer, _field, { language }) => line(actorText(language, answer)),
  },
)
