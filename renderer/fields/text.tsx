import type { FieldControl } from './define.ts'
import { TextInput } from './text-input.tsx'

/** Plain text, on one line or several. */
export const text: FieldControl<'text'> = {
  control: ({ field, ...props }) => <TextInput {...props} multiline={field.multiline} />,
}
