import { type RefObject, useEffect, useRef } from 'react'
import { create } from 'zustand'
import { toneOf } from '../../../shared/case/kinds.ts'
import { type Field, holdsAnswer } from '../../../shared/fields/index.ts'
import { newestVersions } from '../../../shared/template/template.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { useTemplates } from '../../api/use-client.ts'
import { focusShown, focusWhenShown } from '../../base/focus-when-shown.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { useMay } from '../../note-model/may.ts'
import { kindIcon, OwnerBadge } from '../../note-model/owner-badge.tsx'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import type { EditorTitle } from '../../workbench/contribution.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import './templates.css'

type Input = EditorInputOf<'template'>

function useTemplate({ templateId }: Input) {
  return newestVersions(useTemplates().data ?? []).find(({ id }) => id === templateId)
}

/** A field that shall have the focus as soon as its template's page shows it. */
const useWanted = create<{ readonly template?: string; readonly field?: string }>(() => ({}))

export const wantField = (template: string, field: string) => useWanted.setState({ template, field })

function useWantedField(shown: string | undefined, root: RefObject<HTMLElement | null>): void {
  const { template, field } = useWanted()
  useEffect(() => {
    if (field === undefined || template !== shown) return undefined
    return focusWhenShown(
      root,
      (element) => focusShown(element.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)),
      () => useWanted.setState({}, true),
    )
  }, [template, field, shown, root])
}

/** The tab of a template. */
export function useTemplateTitle(input: Input): EditorTitle {
  const t = useT()
  const language = useLanguage()
  const template = useTemplate(input)
  if (template === undefined) return { title: t('frame.templates.title'), icon: 'note' }
  return {
    title: inLanguage(language, template.title),
    icon: kindIcon(template.kind),
    tone: toneOf(template.kind, template.owner),
    description: t(`lists.owner.${template.owner}`),
  }
}

/** What a template is for, what it rests on and what it asks. */
export function TemplateEditor({ input }: { input: Input }) {
  const t = useT()
  const language = useLanguage()
  const { data } = useTemplates()
  const template = useTemplate(input)
  const { runCommand } = useWorkbench()
  const mayWrite = useMay('write-templates')
  const root = useRef<HTMLElement>(null)
  useWantedField(template?.id, root)
  if (data === undefined) return null
  if (template === undefined) return <p className="view-message">{t('frame.templates.missing')}</p>
  const words = (text: { sv: string; en: string }) => inLanguage(language, text)
  return (
    <article className="page" ref={root}>
      <OwnerBadge owner={template.owner} kind={template.kind} mark="owner" />
      <h1 className="page-title">{words(template.title)}</h1>
      <p className="page-lead">{words(template.summary)}</p>
      {mayWrite ? (
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => runCommand('studio.newVersion', { template: template.id })}
          >
            {t('studio.command.newVersion')}
          </button>
          <CommandButton
            command="publishing.export"
            args={{ id: template.id, version: String(template.version) }}
          />
        </div>
      ) : null}
      <h2 className="page-heading">{t('frame.templates.use')}</h2>
      <p className="templates-text">{words(template.whenToUse)}</p>
      {template.whenNotToUse === undefined ? null : (
        <>
          <h2 className="page-heading">{t('frame.templates.useNot')}</h2>
          <p className="templates-text">{words(template.whenNotToUse)}</p>
        </>
      )}
      <h2 className="page-heading">{t('frame.templates.legal')}</h2>
      <ul className="templates-bullets">
        {template.legalBasis.map(({ provision, source }) => (
          <li key={provision}>
            {provision}
            <Citations reference={source} />
          </li>
        ))}
      </ul>
      <h2 className="page-heading">{t('frame.templates.fields')}</h2>
      {template.sections.map((section) => (
        <section key={section.id} className="templates-section">
          <h3>{words(section.title)}</h3>
          <ul className="templates-bullets">
            {section.fields.filter(holdsAnswer).map((field) => (
              <li key={field.id} tabIndex={-1} data-field={field.id}>
                {words(field.label)} <Obligation field={field} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="page-lead">{t('frame.templates.version', { version: template.version })}</p>
    </article>
  )
}

function Obligation({ field }: { field: Exclude<Field, { type: 'info' }> }) {
  const t = useT()
  if (field.obligation === 'obligatorisk')
    return <span className="form-aside">({t('frame.templates.obligatory')})</span>
  if (field.obligatoryWhen === undefined) return null
  return <span className="form-aside">({t('frame.templates.sometimes')})</span>
}
