import { Radios } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'

function YesNo({ onChange, ...props }: FieldProps<'yes-no'>) {
  const t = useT()
  return (
    <Radios
      {...props}
      options={[
        { value: 'ja', label: t('lists.yesNo.ja') },
        { value: 'nej', label: t('lists.yesNo.nej') },
      ]}
      onChange={(value) => onChange(value === 'ja' || value === 'nej' ? value : undefined)}
    />
  )
}

/** Yes or no, or not answered. */
export const yesNo: FieldControl<'yes-no'> = {
  composite: () => true,
  control: (props) => <YesNo {...props} />,
}
