import { type KeyboardEvent, useId, useState } from 'react'
import { toneOf } from '../../../../shared/case/kinds.ts'
import { newestVersions, type Template } from '../../../../shared/template/template.ts'
import { errorText } from '../../../api/error-text.ts'
import { useCase, useTemplates } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { type ChooserAnswer, questions } from './questions.ts'
import './chooser.css'

/** "Vad ska du dokumentera?" A few questions lead to the right template and say why; or it is taken from the list. */
export function NewNoteEditor({ input }: { input: EditorInputOf<'new-note'> }) {
  const t = useT()
  const { data: summary } = useCase(input.caseId)
  const { data: templates } = useTemplates()
  const { create, busy } = useCreate(input)
  const newest = newestVersions(templates ?? [])
  return (
    <div className="chooser">
      <h1 className="chooser-title">{t('notes.chooser.title')}</h1>
      <p className="chooser-case">
        {summary === undefined
          ? ''
          : t('notes.band.case', { number: summary.case.number, name: summary.case.insured.name })}
      </p>
      <div className="chooser-columns">
        <Questions templates={newest} create={create} busy={busy} />
        <TemplateList templates={newest} create={create} busy={busy} />
      </div>
    </div>
  )
}

function useCreate(input: EditorInputOf<'new-note'>) {
  const t = useT()
  const { client, editors, notify } = useWorkbench()
  const { goTo } = useNoteServices()
  const [busy, setBusy] = useState(false)
  const create = async (template: Template) => {
    setBusy(true)
    try {
      const note = await client.notes.create({ caseId: input.caseId, templateId: template.id })
      goTo.set({ note: note.id, where: {} })
      editors.replace(input, { type: 'note', noteId: note.id, caseId: note.caseId })
    } catch (error) {
      notify(errorText(t, error), 'error')
    } finally {
      setBusy(false)
    }
  }
  return { create, busy }
}

interface CreateProps {
  create: (template: Template) => Promise<void>
  busy: boolean
}

/** The first answer of a new question has the focus. */
function focusNew(element: HTMLElement | null): void {
  element?.focus()
}

/** One question at a time. Number keys answer, arrows go between the answers, Backspace goes back. */
function Questions({ templates, create, busy }: CreateProps & { templates: readonly Template[] }) {
  const t = useT()
  const [path, setPath] = useState<readonly ChooserAnswer[]>([])
  const last = path.at(-1)?.next ?? { question: 'start' as const }

  const back = () => setPath(path.slice(0, -1))
  const answers = 'question' in last ? questions[last.question].answers : []
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const numbered = answers[Number(event.key) - 1]
    if (numbered) setPath([...path, numbered])
    else if (event.key === 'Backspace' && path.length > 0) back()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      stepFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }
  return (
    <fieldset className="chooser-flow" onKeyDown={onKeyDown} aria-label={t('notes.chooser.title')}>
      {path.length > 0 ? (
        <button type="button" className="chooser-back" onClick={back}>
          <Icon name="arrow-left" />
          {t('notes.chooser.back')}
        </button>
      ) : null}
      {'question' in last ? (
        <>
          <h2 className="chooser-question">{t(questions[last.question].text)}</h2>
          <ol className="chooser-answers">
            {answers.map((answer, index) => (
              <li key={`${path.length.toString()} ${answer.id}`}>
                <button
                  type="button"
                  className="chooser-answer"
                  ref={index === 0 ? focusNew : undefined}
                  onClick={() => setPath([...path, answer])}
                >
                  <kbd>{index + 1}</kbd>
                  {t(answer.text)}
                </button>
              </li>
            ))}
          </ol>
          <p className="chooser-keys">{t('notes.chooser.keys')}</p>
        </>
      ) : (
        <Outcome
          template={templates.find((each) => each.kind === last.kind)}
          why={t(last.why)}
          create={create}
          busy={busy}
        />
      )}
    </fieldset>
  )
}

function stepFocus(root: HTMLElement, by: 1 | -1): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('.chooser-answer')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}

function Outcome({
  template,
  why,
  create,
  busy,
}: CreateProps & { template: Template | undefined; why: string }) {
  const t = useT()
  const language = useLanguage()
  if (!template) return <p role="alert">{t('notes.chooser.noTemplate')}</p>
  return (
    <div className="chooser-outcome" data-tone={toneOf(template.kind, template.owner)}>
      <OwnerBadge owner={template.owner} kind={template.kind} />
      <h2 className="chooser-outcome-title">{template.title[language]}</h2>
      <p>{template.summary[language]}</p>
      <p className="chooser-why">
        <strong>{t('notes.chooser.because')}</strong> {why}
      </p>
      <button
        type="button"
        className="button button-primary"
        ref={focusNew}
        disabled={busy}
        onClick={() => void create(template)}
      >
        <Icon name="add" />
        {t('notes.chooser.create', { template: template.title })}
      </button>
    </div>
  )
}

/**
 * Every template by its name and owner, a line each. When to use the one that the focus or the pointer is at is told
 * below; all of it has its room there from the beginning, so that nothing moves.
 */
function TemplateList({ templates, create, busy }: CreateProps & { templates: readonly Template[] }) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const [at, setAt] = useState<Template['id']>()
  return (
    <section aria-labelledby={`${id}-all`}>
      <h2 className="chooser-subtitle" id={`${id}-all`}>
        {t('notes.chooser.all')}
      </h2>
      <ul className="chooser-templates">
        {templates.map((template) => (
          <li key={template.id} data-tone={toneOf(template.kind, template.owner)}>
            <button
              type="button"
              className="chooser-template-button"
              disabled={busy}
              aria-describedby={`${id}-${template.id}`}
              onFocus={() => setAt(template.id)}
              onPointerEnter={() => setAt(template.id)}
              onClick={() => void create(template)}
            >
              <span className="chooser-template-title">{template.title[language]}</span>
              <OwnerBadge owner={template.owner} kind={template.kind} />
            </button>
          </li>
        ))}
      </ul>
      <div className="chooser-uses">
        <p className="chooser-use" data-shown={at === undefined || undefined}>
          {t('notes.chooser.use')}
        </p>
        {templates.map((template) => (
          <TemplateUse
            key={template.id}
            id={`${id}-${template.id}`}
            template={template}
            shown={at === template.id}
          />
        ))}
      </div>
    </section>
  )
}

function TemplateUse({ id, template, shown }: { id: string; template: Template; shown: boolean }) {
  const t = useT()
  const language = useLanguage()
  return (
    <div className="chooser-use" id={id} data-shown={shown || undefined}>
      <p>
        <strong>{t('notes.chooser.when')}</strong> {template.whenToUse[language]}
      </p>
      {template.whenNotToUse === undefined ? null : (
        <p>
          <strong>{t('notes.chooser.whenNot')}</strong> {template.whenNotToUse[language]}
        </p>
      )}
    </div>
  )
}
