import { useQuery } from '@tanstack/react-query'
import { READING_LOGGED } from '../../../shared/api/history.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { ChoiceField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useMay } from '../../note-model/may.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** Whether it is logged who opens a note: seen by everybody whom it may concern, chosen by whoever looks after users. */
export function ReadingLog() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const mayChoose = useMay('manage-users')
  const { data } = useQuery(useApi().settings.get.queryOptions())
  const choose = (value: 'on' | 'off') => {
    client.settings.set({ key: READING_LOGGED, value: value === 'on' }).catch((error: unknown) => {
      notify(errorText(t, error), 'error')
    })
  }
  return (
    <section className="settings-section" aria-labelledby="settings-reading">
      <h2 className="page-heading" id="settings-reading">
        {t('history.setting')}
      </h2>
      <div className="form">
        <ChoiceField
          label={t('history.setting.label')}
          name="reading"
          value={data?.[READING_LOGGED] === true ? 'on' : 'off'}
          governed={mayChoose ? undefined : t('history.setting.refused')}
          options={(['off', 'on'] as const).map((value) => ({ value, label: t(`history.setting.${value}`) }))}
          onChange={choose}
          hint={t('history.setting.hint')}
        />
      </div>
    </section>
  )
}
