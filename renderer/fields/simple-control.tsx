import type { Answer, AnswerType } from '../../shared/fields/index.ts'
import type { SimpleField } from '../../shared/fields/simple.ts'
import { useLanguage } from '../base/use-t.ts'
import { ChoiceControl, YesNoControl } from './choice-control.tsx'
import { ChoicesControl } from './choices-control.tsx'
import { DateControl } from './date-control.tsx'
import type { ControlTies } from './field-frame.tsx'
import { ActorControl, PersonControl } from './people-controls.tsx'
import { RichTextControl } from './rich-text/rich-text-control.tsx'
import { NumberControl, TextControl } from './text-control.tsx'

/** Where a control's answer comes from and goes to: a field of the note, or a cell of a row. */
export interface Binding {
  read: <T extends AnswerType>(type: T) => Answer<T> | undefined
  write: (value: unknown) => void
}

const groups: readonly SimpleField['type'][] = ['yes-no', 'choice', 'choices']

/** Whether a field's control is several elements under one label. */
export function isGroup(field: SimpleField): boolean {
  if (field.type === 'choice') return field.options.length <= 7
  return groups.includes(field.type)
}

/** The control for a simple field's type. */
export function SimpleControl({
  field,
  ties,
  binding,
}: {
  field: SimpleField
  ties: ControlTies
  binding: Binding
}) {
  const language = useLanguage()
  const common = { ...ties, onChange: binding.write }
  switch (field.type) {
    case 'text':
      return <TextControl {...common} value={binding.read('text')} multiline={field.multiline} />
    case 'rich-text':
      return <RichTextControl {...common} value={binding.read('rich-text')} />
    case 'date':
      return <DateControl {...common} value={binding.read('date')} />
    case 'number':
      return <NumberControl {...common} value={binding.read('number')} unit={field.unit?.[language]} />
    case 'yes-no':
      return <YesNoControl {...common} value={binding.read('yes-no')} />
    case 'choice':
      return <ChoiceControl {...common} value={binding.read('choice')} options={field.options} />
    case 'choices':
      return <ChoicesControl {...common} value={binding.read('choices')} options={field.options} />
    case 'actor':
      return <ActorControl {...common} value={binding.read('actor')} />
    case 'person':
      return <PersonControl {...common} value={binding.read('person')} />
  }
}
