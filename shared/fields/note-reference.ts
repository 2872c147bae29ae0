import { z } from 'zod'
import { noteIdSchema } from '../case/ids.ts'
import { documentKindSchema } from '../case/kinds.ts'
import { translate } from '../text/index.ts'
import { base } from './base.ts'
import { defineField } from './define.ts'
import { finding } from './place.ts'
import { line } from './said.ts'

/** A reference to another note of the case, of a kind that the field takes. Tells of it, never its contents. */
export const noteReference = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('note-reference'),
      /** Kinds of document that can be referred to. */
      kinds: z.array(documentKindSchema).min(1),
    }),
    answer: z.strictObject({ note: noteIdSchema }),
  },
  {
    check: ({ note }, { kinds }, { place, scope }) => {
      const found = scope.referred(note)
      if (found && kinds.includes(found.kind)) return []
      const key = found ? 'rules.field.referenceKind' : 'rules.field.referenceGone'
      return [finding('falt/hanvisning', 'warning', [key, { label: place.name() }], place)]
    },
    say: ({ note }, _field, { language, referred }) => {
      const found = referred(note)
      if (!found) return line(translate(language, 'journal.reference.gone', { id: note }))
      const status = translate(language, `lists.status.${found.signed ? 'journalford' : 'utkast'}`)
      return line(
        translate(language, 'journal.reference', {
          kind: translate(language, `lists.kind.${found.kind}`),
          date: found.date,
          status: status.toLocaleLowerCase(language),
        }),
      )
    },
  },
)
