import { z } from 'zod'
import { personRoleSchema } from '../case/actors.ts'
import { translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { line } from './said.ts'

/** A person in the case: "Kim Berg, enhetschef (Arbetsgivaren)". */
export const person = defineField(
  {
    schema: z.strictObject({ ...base, type: z.literal('person') }),
    answer: z.strictObject({
      name: z.string(),
      role: personRoleSchema.optional(),
      title: z.string().optional(),
    }),
  },
  {
    say: ({ name, title, role }, _field, { language }) => {
      const named = [name, title ?? '']
        .map(printableLine)
        .filter((part) => part !== '')
        .join(', ')
      if (role === undefined) return line(named)
      const word = translate(language, `lists.actor.${role}`)
      // "Den försäkrade" written as a name says the role already.
      const same = named.toLocaleLowerCase(language) === word.toLocaleLowerCase(language)
      return line(named === '' || same ? word : `${named} (${word})`)
    },
  },
)
