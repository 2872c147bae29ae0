import { parseDate } from '../../case/dates.ts'
import type { SimpleField } from '../../template/field.ts'
import { parseNumber } from '../../template/fields.ts'
import type { TextKey } from '../../text/index.ts'
import type { Answers } from '../answers.ts'
import { MAX_FIELD_CHARS } from '../limits.ts'
import type { Marker } from '../marker.ts'
import { plainText } from '../rich-text.ts'
import { checkChoice, checkChoices } from './choices.ts'
import { checkBound, checkDate } from './dates.ts'
import { marker } from './marker.ts'
import type { Place } from './place.ts'
import { cachedAnswer } from './read.ts'
import type { CheckContext } from './rule.ts'
import { checkLength } from './texts.ts'

function checkNumber(text: string, field: Extract<SimpleField, { type: 'number' }>, place: Place): Marker[] {
  const value = parseNumber(text)
  if (value === undefined)
    return [marker('falt/tal', 'error', ['rules.falt.tal', { label: place.name() }], place.where)]
  const low = field.min !== undefined && value < field.min
  if (!low && (field.max === undefined || value <= field.max)) return []
  const [key, limit]: readonly [TextKey, number] = low
    ? ['rules.falt.tal-minst', field.min ?? 0]
    : ['rules.falt.tal-hogst', field.max ?? 0]
  return [marker('falt/tal-grans', 'warning', [key, { label: place.name(), limit }], place.where)]
}

/** The answer is not of the form its field takes; it is kept. */
export function wrongForm(place: Place): Marker {
  const fixes = [place.edit(['rules.falt.ta-bort-svaret'], undefined)]
  return marker('falt/form', 'error', ['rules.falt.form', { label: place.name() }], place.where, { fixes })
}

/** An obligatory field without an answer. */
export function missing(place: Place): Marker {
  return marker(
    'falt/obligatoriskt',
    'error',
    ['rules.falt.obligatoriskt', { label: place.name() }],
    place.where,
  )
}

/** Checks the answer to a simple field, one that says something, at its place. */
export function checkSimple(
  field: SimpleField,
  answers: Answers,
  place: Place,
  context: CheckContext,
): Marker[] {
  switch (field.type) {
    case 'text': {
      const text = cachedAnswer(answers, field.id, 'text')
      return text === undefined
        ? [wrongForm(place)]
        : checkLength(text, place, Math.min(field.maxLength ?? MAX_FIELD_CHARS, MAX_FIELD_CHARS))
    }
    case 'rich-text': {
      const rich = cachedAnswer(answers, field.id, 'rich-text')
      return rich === undefined ? [wrongForm(place)] : checkLength(plainText(rich), place)
    }
    case 'date': {
      const text = cachedAnswer(answers, field.id, 'date')
      if (text === undefined) return [wrongForm(place)]
      const date = parseDate(text.trim())
      if (date === undefined) return checkDate(text, place)
      return [
        ...checkBound(date, 'min', field.min, place, context),
        ...checkBound(date, 'max', field.max, place, context),
      ]
    }
    case 'number': {
      const text = cachedAnswer(answers, field.id, 'number')
      return text === undefined ? [wrongForm(place)] : checkNumber(text, field, place)
    }
    case 'choice': {
      const choice = cachedAnswer(answers, field.id, 'choice')
      return choice === undefined ? [wrongForm(place)] : checkChoice(choice, field.options, place)
    }
    case 'choices': {
      const choices = cachedAnswer(answers, field.id, 'choices')
      return choices === undefined ? [wrongForm(place)] : checkChoices(choices, field.options, place)
    }
    case 'yes-no':
    case 'actor':
    case 'person':
      return cachedAnswer(answers, field.id, field.type) === undefined ? [wrongForm(place)] : []
  }
}
