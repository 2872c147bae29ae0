import { toneOf } from '../../../shared/case/kinds.ts'
import { newestVersions } from '../../../shared/template/template.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { useTemplates } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useMay } from '../../note-model/may.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import './templates.css'
import { WorkingCopies } from './working-copies.tsx'

/** The templates, each with one line on what it is. */
export function TemplatesView() {
  const t = useT()
  const language = useLanguage()
  const { editors, runCommand } = useWorkbench()
  const mayWrite = useMay('write-templates')
  const activeEditor = useActiveEditor()
  const { data } = useTemplates()
  const templates = newestVersions(data ?? [])
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('frame.templates.title')}</h2>
        {mayWrite ? (
          <div className="side-tools">
            <button
              type="button"
              className="icon-button"
              title={t('publish.title')}
              aria-label={t('publish.title')}
              onClick={() => runCommand('publishing.open')}
            >
              <Icon name="verified" />
            </button>
            <button
              type="button"
              className="icon-button"
              title={t('studio.command.new')}
              aria-label={t('studio.command.new')}
              onClick={() => runCommand('studio.new')}
            >
              <Icon name="add" />
            </button>
          </div>
        ) : null}
      </div>
      <WorkingCopies />
      {data !== undefined && templates.length === 0 ? (
        <p className="view-message">{t('frame.templates.empty')}</p>
      ) : null}
      <ul className="templates-list">
        {templates.map((template) => (
          <li key={template.id} data-tone={toneOf(template.kind, template.owner)}>
            <button
              type="button"
              className="templates-item"
              data-template-button={template.id}
              aria-current={
                activeEditor?.type === 'template' && activeEditor.templateId === template.id
                  ? 'page'
                  : undefined
              }
              onClick={() => editors.open({ type: 'template', templateId: template.id })}
            >
              <Icon name={kindIcon(template.kind)} className="templates-icon" />
              <span>
                <span className="templates-title">{inLanguage(language, template.title)}</span>
                <span className="templates-owner">{t(`lists.owner.${template.owner}`)}</span>
                <span className="templates-summary">{inLanguage(language, template.summary)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
