import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import { useLanguage } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { TextInput } from './text-input.tsx'

function NumberInput({ field: { unit }, ...props }: FieldProps<'number'>) {
  const language = useLanguage()
  return <TextInput {...props} unit={unit?.[language] ?? ''} limit={ROW_TEXT_CHARS} />
}

/** A number with its unit, kept as it was typed. */
export const number: FieldControl<'number'> = { control: (props) => <NumberInput {...props} /> }
