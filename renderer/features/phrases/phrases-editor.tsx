import { useState } from 'react'
import type { OwnPhrase, PhraseFile } from '../../../shared/guide/phrases.ts'
import { newestVersions, type Template, templateIndex } from '../../../shared/template/template.ts'
import { errorText } from '../../api/error-text.ts'
import { usePhraseBank, useTemplates } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { PhraseForm } from './add-dialog.tsx'
import './phrases.css'

/** Every phrase: the user's own to change and take away, the agency's, and those that ship. */
export function PhrasesEditor() {
  const t = useT()
  const { data: bank } = usePhraseBank()
  const { data } = useTemplates()
  const key = useKeyLabel('phrases.insert') ?? ''
  if (bank === undefined || data === undefined) return null
  const templates = newestVersions(data)
  return (
    <article className="page">
      <h1 className="page-title">{t('phrases.title')}</h1>
      <p className="page-lead">{t('phrases.lead', { key })}</p>
      <h2 className="page-heading">{t('phrases.own')}</h2>
      {bank.own.length === 0 ? <p>{t('phrases.own.none')}</p> : null}
      <ul className="phrases-own">
        {bank.own.map((phrase) => (
          <OwnRow key={phrase.id} phrase={phrase} templates={templates} />
        ))}
      </ul>
      {bank.agency.length === 0 ? null : (
        <>
          <h2 className="page-heading">{t('phrases.agency')}</h2>
          {bank.agency.map((file) => (
            <Shipped key={file.template} file={file} templates={templates} />
          ))}
        </>
      )}
      <h2 className="page-heading">{t('phrases.shipped')}</h2>
      {bank.shipped.map((file) => (
        <Shipped key={file.template} file={file} templates={templates} />
      ))}
    </article>
  )
}

function OwnRow({ phrase, templates }: { phrase: OwnPhrase; templates: readonly Template[] }) {
  const t = useT()
  const language = useLanguage()
  const { client, notify } = useWorkbench()
  const [edits, setEdits] = useState(false)
  const template = templates.find(({ id }) => id === phrase.template)
  const field = template && templateIndex(template).byId.get(phrase.field ?? '')?.field.label[language]
  const where =
    template === undefined
      ? t('phrases.place.anywhere')
      : [template.title[language], field].filter(Boolean).join(' · ')
  const remove = async () => {
    try {
      await client.phrases.remove({ id: phrase.id })
      notify(t('phrases.removed'), 'info', [
        { title: t('phrases.undo'), run: () => void client.phrases.save(phrase) },
      ])
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
  if (edits)
    return (
      <li>
        <PhraseForm text={phrase.text} phrase={phrase} done={() => setEdits(false)} />
      </li>
    )
  return (
    <li className="phrases-row">
      <span>
        <span lang="sv">{phrase.text}</span>
        <span className="form-hint">{where}</span>
      </span>
      <span className="phrases-row-actions">
        <button
          type="button"
          className="icon-button"
          aria-label={t('phrases.edit', { text: phrase.text })}
          title={t('phrases.edit.short')}
          onClick={() => setEdits(true)}
        >
          <Icon name="edit" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('phrases.remove', { text: phrase.text })}
          title={t('phrases.remove.short')}
          onClick={() => void remove()}
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  )
}

function Shipped({ file, templates }: { file: PhraseFile; templates: readonly Template[] }) {
  const language = useLanguage()
  const template = templates.find(({ id }) => id === file.template)
  if (template === undefined) return null
  const { byId } = templateIndex(template)
  return (
    <section className="phrases-file" aria-label={template.title[language]}>
      <h3>{template.title[language]}</h3>
      <dl>
        {Object.entries(file.fields).map(([field, texts]) => (
          <div key={field}>
            <dt>{byId.get(field)?.field.label[language] ?? field}</dt>
            {texts.map((text) => (
              <dd key={text} lang="sv">
                {text}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
