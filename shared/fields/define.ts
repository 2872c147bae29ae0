import { dequal } from 'dequal/lite'
import type { z } from 'zod'
import type { CaseDetails } from '../case/case.ts'
import type { IsoDate } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { DocumentKind } from '../case/kinds.ts'
import type { Language, TextKey } from '../text/index.ts'
import type { MessageParams } from '../text/message.ts'
import type { BaseField, Option } from './base.ts'
import type { Operator } from './condition.ts'
import { type Json, saysSomething, type Value } from './json.ts'
import type { Find, OwnWords } from './own-words.ts'
import { type Finding, missing, type Place, wrongForm } from './place.ts'
import { hasWords, type Said, stored } from './said.ts'

/** What a condition compares: one value, or the values chosen. */
export type Comparable = string | number | readonly string[]

/** Another note of the case, as a reference tells of it. */
export interface ReferredNote {
  kind: DocumentKind
  /** The date of what it tells of, or the day it was begun. */
  date: string
  signed: boolean
}

/** What a field may ask of the note it stands in. */
export interface FieldScope {
  readonly case: CaseDetails
  readonly today: IsoDate
  readonly language: Language
  /** The conditions of a row's columns, which may name each other and the fields of the note. */
  row: (columns: readonly FieldOps[], answers: Readonly<Record<string, Value>>) => RowScope
  referred: (note: NoteId) => ReferredNote | undefined
}
export interface RowScope {
  visible: (column: BaseField) => boolean
  obligatory: (column: BaseField) => boolean
}

/** What is wrong at a path of a template, as a text to be shown. */
export interface Cause {
  path: readonly PropertyKey[]
  key: TextKey
  params?: MessageParams
}

/** An answer inside another: of a column, or of none that the field has. */
export interface InnerAnswer {
  id: string
  column: FieldOps | undefined
  value: Json
  path: readonly PropertyKey[]
}

/** What of an answer a field takes, and what it has no place for; a part that is not there is nothing. */
export interface Taken {
  readonly taken?: Json
  readonly left?: Json
}

export interface SaidCell {
  readonly heading: string
  readonly text: string
  /** Written in own words, and so read word by word. */
  readonly ownWords: boolean
}

/** A row of an answer, in words: all its cells that say something, shown or not, each by the name of its column. */
export interface SaidRow {
  /** Tells it from the other rows of its answer, and is the same while it is the same row. */
  readonly id: string
  readonly cells: readonly SaidCell[]
}

/** All that can be done with one field and its answer, whatever the type. */
export interface FieldOps {
  readonly field: BaseField
  readonly options: readonly Option[]
  /** The fields of a row, where the answer is rows of them. */
  readonly columns: readonly FieldOps[]
  /** The answers that stand in an answer of rows, each with its place there. */
  inner: (value: Value) => InnerAnswer[]
  /** Operators that a condition can ask about it with, beside `answered` and `unanswered`. */
  readonly operators: readonly Operator[]
  /** Whether a condition's value can ever be the answer. */
  possible: (value: string | number) => boolean
  /** What a template of the right form says of the field that cannot be. */
  causes: () => Cause[]
  /** Whether a stored answer says anything; whatever was stored, of the field's form or not. */
  isAnswered: (value: Value) => boolean
  /** Whether a stored answer is of the field's form. */
  fits: (value: Value) => boolean
  equal: (left: Value, right: Value) => boolean
  /** What this field takes of a stored answer to another field of its type. Nothing that was said is in neither part. */
  take: (value: Json) => Taken
  /** Two parts of one answer as one; undefined where this field has no place for both. */
  join: (value: Value, part: Json) => Json | undefined
  check: (value: Value, obligatory: () => boolean, place: Place, scope: FieldScope) => Finding[]
  comparable: (value: Value) => Comparable | undefined
  /** Whether somebody can write in own words in it. */
  readonly hasOwnWords: boolean
  /** Where in the answer somebody has written in own words. */
  ownWords: (value: Value) => OwnWords[]
  /** The answer with what `find` finds in its own words replaced; all else as it was. */
  rewrite: (value: Value, find: Find) => Value
  /** The answer with words behind it; undefined where the field takes no words, or what stands there is of another form. */
  append: (value: Value, words: string) => Json | undefined
  /** What the answer says; undefined where it says nothing, and as stored where it is of another form. */
  say: (value: Value, scope: FieldScope) => Said | undefined
  /** The rows of an answer one by one; undefined where it is not rows, or of another form. */
  rows: (value: Value, scope: FieldScope) => SaidRow[] | undefined
}

/** What a type of field is made of. What is left out is as for a type without it. */
interface FieldSpec<F extends BaseField, A> {
  /** Whether an answer of the right form says anything, where that is not so of all that is not blank. */
  isAnswered?: (answer: A) => boolean
  /** Faults of an answer that is of the right form and says something. */
  check?: (answer: A, field: F, at: { place: Place; scope: FieldScope; stored: Json }) => Finding[]
  comparable?: {
    operators: readonly Operator[]
    of: (answer: A) => Comparable | undefined
    possible: (value: string | number, field: F) => boolean
  }
  ownWords?: {
    of: (answer: A, field: F) => OwnWords[]
    rewrite: (stored: Json, field: F, find: Find) => Json
  }
  /** An answer of words alone, behind what is answered already. */
  append?: (answer: A | undefined, field: F, words: string) => Json
  say: (answer: A, field: F, scope: FieldScope) => Said
  rows?: (answer: A, field: F, scope: FieldScope) => SaidRow[]
  /** What it takes of an answer of the right form, where that is not all of it. */
  take?: (answer: A, field: F, stored: Json) => Taken
  /** Two parts of an answer as one, where that can be. */
  join?: (stored: Json, part: Json) => Json | undefined
  options?: (field: F) => readonly Option[]
  columns?: (field: F) => readonly FieldOps[]
  inner?: (stored: Json, field: F) => InnerAnswer[]
  causes?: (field: F) => Cause[]
}

/** A type of field: its form in a template, the form of its answer, and what can be done with both. */
export interface FieldModule<F, A> {
  readonly answer: z.ZodType<A>
  /** A stored answer as its type says; undefined where there is none or it is of another form. */
  read: (value: Value) => A | undefined
  on: (field: F) => FieldOps
}

/** Modules by the type of their field. */
type Modules<Fields extends Record<string, BaseField>> = {
  readonly [T in keyof Fields]: { on: (field: Fields[T]) => FieldOps }
}

/** What can be done with a field, found by its type in a table of modules; worked out once for each field. */
export function opsIn<Fields extends Record<string, BaseField>>(modules: Modules<Fields>) {
  const known = new WeakMap<BaseField, FieldOps>()
  return <T extends keyof Fields>(type: T, field: Fields[T]): FieldOps => {
    const before = known.get(field)
    if (before) return before
    const ops = modules[type].on(field)
    known.set(field, ops)
    return ops
  }
}

/** An answer that is an object is parsed once: answers are replaced, never changed in place. */
function readerOf<A>(schema: z.ZodType<A>): (value: Value) => A | undefined {
  const known = new WeakMap<object, { answer: A | undefined }>()
  const parse = (value: Value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : undefined
  }
  return (value) => {
    if (value === undefined) return undefined
    if (typeof value !== 'object' || value === null) return parse(value)
    const before = known.get(value)
    if (before) return before.answer
    const answer = parse(value)
    known.set(value, { answer })
    return answer
  }
}

/** Rows that bear one id are told apart by their number among them; of a sound answer there are none. */
function toldApart(row: SaidRow, index: number, rows: readonly SaidRow[]): SaidRow {
  const before = rows.slice(0, index).filter(({ id }) => id === row.id).length
  const cells = row.cells.filter(({ text }) => text !== '')
  return { id: before === 0 ? row.id : `${row.id} ${before + 1}`, cells }
}

/** Defines a type of field. `schema` is its form in a template, `answer` the form of its answer in a note. */
export function defineField<S extends z.ZodType<BaseField>, A>(
  forms: { schema: S; answer: z.ZodType<A> },
  spec: FieldSpec<z.infer<S>, A>,
): FieldModule<z.infer<S>, A> & { readonly schema: S } {
  const read = readerOf(forms.answer)
  const { comparable, ownWords } = spec
  const isAnswered = (value: Value): value is Json => {
    const answer = spec.isAnswered && read(value)
    return answer === undefined ? saysSomething(value) : spec.isAnswered?.(answer) === true
  }

  const on = (field: z.infer<S>): FieldOps => ({
    field,
    options: spec.options?.(field) ?? [],
    columns: spec.columns?.(field) ?? [],
    inner: (value) => (value === undefined ? [] : (spec.inner?.(value, field) ?? [])),
    operators: comparable?.operators ?? [],
    possible: (value) => comparable?.possible(value, field) ?? false,
    causes: () => spec.causes?.(field) ?? [],
    isAnswered,
    fits: (value) => read(value) !== undefined,
    equal: dequal,
    take: (value) => {
      const answer = read(value)
      if (answer === undefined) return { left: value }
      return spec.take?.(answer, field, value) ?? { taken: value }
    },
    join: (value, part) => (isAnswered(value) ? spec.join?.(value, part) : part),
    check: (value, obligatory, place, scope) => {
      if (!isAnswered(value)) return obligatory() ? [missing(place)] : []
      const answer = read(value)
      if (answer === undefined) return [wrongForm(place)]
      return spec.check?.(answer, field, { place, scope, stored: value }) ?? []
    },
    comparable: (value) => {
      const answer = isAnswered(value) ? read(value) : undefined
      return answer === undefined ? undefined : comparable?.of(answer)
    },
    hasOwnWords: ownWords !== undefined,
    ownWords: (value) => {
      const answer = read(value)
      return answer === undefined ? [] : (ownWords?.of(answer, field) ?? [])
    },
    rewrite: (value, find) =>
      value === undefined || !ownWords ? value : ownWords.rewrite(value, field, find),
    append: (value, words) => {
      const answer = read(value)
      return answer === undefined && isAnswered(value) ? undefined : spec.append?.(answer, field, words)
    },
    say: (value, scope) => {
      if (!isAnswered(value)) return undefined
      const answer = read(value)
      const said = answer === undefined ? stored(value) : spec.say(answer, field, scope)
      return hasWords(said) ? said : undefined
    },
    rows: (value, scope) => {
      if (spec.rows === undefined) return undefined
      if (!isAnswered(value)) return []
      const answer = read(value)
      return answer === undefined ? undefined : spec.rows(answer, field, scope).map(toldApart)
    },
  })
  return { ...forms, read, on }
}
