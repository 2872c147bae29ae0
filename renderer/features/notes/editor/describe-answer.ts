import { type Answers, readAnswer } from '../../../../shared/note/answers.ts'
import { plainText } from '../../../../shared/note/rich-text.ts'
import type { AnswerField, Option } from '../../../../shared/template/field.ts'
import { type Language, translate } from '../../../../shared/text/index.ts'

function optionText(options: readonly Option[], value: string, language: Language): string {
  return options.find((option) => option.value === value)?.label[language] ?? value
}

/** An answer in a few lines of plain words, to compare two by. Empty where there is none. */
export function describeAnswer(
  field: AnswerField,
  value: Answers[string] | undefined,
  language: Language,
): string {
  if (value === undefined) return ''
  const answers = { [field.id]: value }
  const other = (words: string | undefined) => (words === undefined ? '' : ` (${words})`)
  switch (field.type) {
    case 'text':
    case 'date':
    case 'number':
      return readAnswer(answers, field.id, 'text') ?? JSON.stringify(value)
    case 'rich-text': {
      const richText = readAnswer(answers, field.id, 'rich-text')
      return richText ? plainText(richText) : JSON.stringify(value)
    }
    case 'yes-no':
      return translate(language, value === 'ja' ? 'lists.yesNo.ja' : 'lists.yesNo.nej')
    case 'choice': {
      const choice = readAnswer(answers, field.id, 'choice')
      return choice
        ? optionText(field.options, choice.value, language) + other(choice.other)
        : JSON.stringify(value)
    }
    case 'choices': {
      const choices = readAnswer(answers, field.id, 'choices')
      return choices
        ? choices.values.map((each) => optionText(field.options, each, language)).join('\n') +
            other(choices.other)
        : JSON.stringify(value)
    }
    case 'insatser':
      return (readAnswer(answers, field.id, 'insatser') ?? []).map((row) => row.what ?? '–').join('\n')
    case 'aktiviteter':
      return (readAnswer(answers, field.id, 'aktiviteter') ?? []).map((row) => row.what ?? '–').join('\n')
    case 'consents':
      return (readAnswer(answers, field.id, 'consents') ?? [])
        .map((row) =>
          `${translate(language, `lists.actor.${row.actor}`)}: ${translate(language, `lists.consent.${row.consent}`)} ${row.date ?? ''}`.trim(),
        )
        .join('\n')
    case 'person': {
      const person = readAnswer(answers, field.id, 'person')
      return [person?.name, person?.title].filter(Boolean).join(', ')
    }
    case 'actor': {
      const actor = readAnswer(answers, field.id, 'actor')
      return actor
        ? [translate(language, `lists.actor.${actor.actor}`), actor.name].filter(Boolean).join(', ')
        : ''
    }
    case 'note-reference':
    case 'group':
      return JSON.stringify(value, null, 1)
  }
}
