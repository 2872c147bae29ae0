import { z } from 'zod'
import { fieldIdSchema, slugSchema } from '../fields/base.ts'

// How the answers of one version of a template come over to the next: named, ordered and pure steps, as data. What no step
// names goes to the field that asks the same, and what finds no place is set aside; see shared/note/follow.ts.

/** What it does, in a word; unique in its version, so that what is wrong with it can be told. */
const named = { name: slugSchema }
const field = fieldIdSchema
const optionMap = z.record(z.string().min(1).max(60), z.string().min(1).max(60))
/** What stands between texts has no words of its own: these are the user's alone. */
const wordless = /^[^\p{L}\p{N}]*$/u
const separator = z.string().max(10).regex(wordless)

const rename = z.strictObject({ ...named, do: z.literal('rename'), field, to: field })

/** What is written in a column of a group stands in another column of it, row by row. */
const renameColumn = z.strictObject({
  ...named,
  do: z.literal('rename-column'),
  group: field,
  column: field,
  to: field,
})

/** A field's answer becomes a row of a group, in one of its columns. */
const intoGroup = z.strictObject({
  ...named,
  do: z.literal('into-group'),
  field,
  group: field,
  column: field,
})

/** What is written in a column of a group becomes the answer to a field of its own. */
const outOfGroup = z.strictObject({
  ...named,
  do: z.literal('out-of-group'),
  group: field,
  column: field,
  to: field,
  separator,
})

/** Each option goes to the field that has it now, as what it is called there; own words go with `ownWords`. */
const splitOptions = z.strictObject({
  ...named,
  do: z.literal('split-options'),
  field,
  into: z.array(z.strictObject({ field, options: optionMap, ownWords: z.literal(true).optional() })).min(2),
})

/** Each row goes to the group of those that say so in a column, which need not say it any more. */
const splitRows = z.strictObject({
  ...named,
  do: z.literal('split-rows'),
  field,
  column: field,
  into: z
    .array(
      z.strictObject({
        field,
        values: z.array(z.string().min(1).max(60)),
        /** Rows that say nothing in the column, too. */
        unanswered: z.literal(true).optional(),
      }),
    )
    .min(2),
})

/** A text is parted where a mark first stands: what is before it, and all the rest. */
const splitText = z.strictObject({
  ...named,
  do: z.literal('split-text'),
  field,
  at: z.string().min(1).max(10).regex(wordless),
  into: z.tuple([field, field]),
})

const merge = z.strictObject({
  ...named,
  do: z.literal('merge'),
  fields: z.array(field).min(2),
  to: field,
  separator,
})

const types = z.enum(['text', 'rich-text', 'date', 'number', 'yes-no', 'choice', 'choices'])
const retype = z.strictObject({
  ...named,
  do: z.literal('retype'),
  field,
  from: types,
  to: types,
  /** What each value becomes, where the types do not say it. */
  map: optionMap.optional(),
})

const mapOptions = z.strictObject({ ...named, do: z.literal('map-options'), field, map: optionMap })

export const followStepSchema = z.discriminatedUnion('do', [
  rename,
  renameColumn,
  intoGroup,
  outOfGroup,
  splitOptions,
  splitRows,
  splitText,
  merge,
  retype,
  mapOptions,
])
export type FollowStep = z.infer<typeof followStepSchema>
/** The step of a kind. */
export type StepOf<K extends FollowStep['do']> = Extract<FollowStep, { do: K }>

/** How the answers of an earlier version come over to the one that says it. */
export const followsSchema = z.strictObject({ from: z.int().min(1), steps: z.array(followStepSchema).min(1) })
