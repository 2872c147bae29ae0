import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConversionReport } from '../../../shared/interchange/report.ts'
import { type TemplateFormat, templateFormats } from '../../../shared/studio/published.ts'
import { errorText } from '../../api/error-text.ts'
import { mayExport, usePolicies } from '../../api/policies.ts'
import { useApi } from '../../api/use-client.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { saveFile } from '../../base/files.ts'
import { ChoiceField, FormAlert } from '../../base/form-kit.tsx'
import { useSubmit } from '../../base/use-submit.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { ReportList } from './report-list.tsx'
import { closeDialog, type Open } from './state.ts'

/** The formats that a version can go out in: as our own file where it is published here, and where the agency allows it. */
function useFormats({ template }: Open<'export'>): TemplateFormat[] {
  const policies = usePolicies()
  const { data } = useQuery(useApi().studio.list.queryOptions())
  const isPublished = data?.published.some(
    (head) => head.template.id === template.id && head.template.version === template.version,
  )
  return templateFormats.filter(
    (format) => mayExport(policies, format) && (format === 'fhir' || isPublished === true),
  )
}

/** In which form a version goes to others; then, where others do not understand all of it, what that is. */
export function ExportForm({ asked }: { asked: Open<'export'> }) {
  const t = useT()
  const { client } = useWorkbench()
  const formats = useFormats(asked)
  const [chosen, setChosen] = useState<TemplateFormat>()
  const [problem, setProblem] = useState<string>()
  const [told, setTold] = useState<ConversionReport>()
  const format = chosen ?? formats[0]
  const submit = useSubmit(async () => {
    if (format === undefined) return
    try {
      const { report, ...file } = await client.studio.export({
        template: asked.template,
        format,
      })
      saveFile(file)
      if (report.length === 0) closeDialog()
      else setTold(report)
    } catch (error) {
      setProblem(errorText(t, error))
    }
  })
  if (told !== undefined) return <Told report={told} />
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ChoiceField
        label={t('publish.format')}
        name="format"
        value={format}
        options={formats.map((value) => ({ value, label: t(`publish.format.${value}`) }))}
        onChange={setChosen}
      />
      <FormAlert text={problem} />
      <DialogActions submit={t('publish.command.export')} />
    </form>
  )
}

/** The list may be longer than the dialog: it is read from its beginning. */
const focusInPlace = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true })

/** What only Klarlagt understands of the file that was just made. */
function Told({ report }: { report: ConversionReport }) {
  const t = useT()
  return (
    <>
      <p role="status">{t('publish.report.own')}</p>
      <ReportList report={report} />
      <div className="dialog-actions">
        <button type="button" className="button button-primary" ref={focusInPlace} onClick={closeDialog}>
          {t('publish.close')}
        </button>
      </div>
    </>
  )
}
