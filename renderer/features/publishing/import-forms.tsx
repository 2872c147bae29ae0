import { problemText } from '../../../shared/interchange/report.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { DialogForm } from './dialog-form.tsx'
import { ReportList } from './report-list.tsx'
import { closeDialog, type Open } from './state.ts'

/** A template that was published elsewhere: who signed it, before it is taken in. */
export function ImportForm({ asked: { json, inspected } }: { asked: Open<'import'> }) {
  const t = useT()
  const language = useLanguage()
  const { client } = useWorkbench()
  const { file, signer, why } = inspected
  const run = async () => {
    await client.studio.import({ json })
    return undefined
  }
  return (
    <DialogForm
      go="publish.command.import"
      done="publish.done.imported"
      run={run}
      refused={
        why === undefined
          ? undefined
          : t(`publish.refused.${why}`, { publicKey: file?.published.publicKey ?? '' })
      }
    >
      {file === undefined ? null : (
        <>
          <p>
            {t('publish.version', {
              title: inLanguage(language, file.title),
              version: file.template.version,
            })}
          </p>
          <p>
            {t('publish.signedBy', {
              name: file.published.by.name,
              reviewer: file.published.reviewedBy.name,
              from: file.published.from,
            })}
          </p>
          {signer === undefined ? null : <p>{t(`lists.templateSigner.${signer}`)}</p>}
        </>
      )}
    </DialogForm>
  )
}

/** A form as the template that a working copy is begun with: what did not carry over is read before anything is made. */
export function BeginForm({ asked: { form } }: { asked: Open<'begin'> }) {
  const t = useT()
  const language = useLanguage()
  const { client, editors } = useWorkbench()
  const { title, version, template, report } = form
  const run = async () => {
    const { id } = await client.studio.begin({ template })
    editors.open({ type: 'studio', copyId: id })
    return undefined
  }
  return (
    <DialogForm go="publish.begin" done="publish.done.begun" run={run}>
      <p>{t('publish.version', { title: inLanguage(language, title), version })}</p>
      {report.length === 0 ? <p>{t('publish.report.whole')}</p> : <ReportList report={report} />}
    </DialogForm>
  )
}

/** What is wrong in a file that no template can be read from. */
export function Unread({ asked: { problems } }: { asked: Open<'unread'> }) {
  const t = useT()
  const language = useLanguage()
  return (
    <>
      <ul className="publishing-report">
        {problems
          .map((problem) => problemText(language, problem))
          .map((text) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button button-primary" onClick={closeDialog}>
          {t('publish.close')}
        </button>
      </div>
    </>
  )
}
