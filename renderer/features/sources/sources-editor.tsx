import { useEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import { rules } from '../../../shared/rules/index.ts'
import { placeText } from '../../../shared/sources/cite.ts'
import type { SourceDocument } from '../../../shared/sources/documents.ts'
import { newestVersions } from '../../../shared/template/template.ts'
import { useTemplates } from '../../api/use-client.ts'
import { focusShown, focusWhenShown } from '../../base/focus-when-shown.ts'
import { type Translate, useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { ruleTitle } from '../../note-model/rule-title.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { keyOfUse, rulesWithSources, type Use, type UsedDocument, usesOfSources } from './uses.ts'
import './sources.css'

/** The place that shall have the focus as soon as the view shows it: `000:177-180`, `000`, or a rule's id. */
const useWanted = create<{ readonly place: string | undefined }>(() => ({ place: undefined }))

export const wantPlace = (place: string | undefined) => useWanted.setState({ place })

function find(root: HTMLElement, place: string): HTMLElement | null {
  const at = (name: string) => root.querySelector<HTMLElement>(`[data-place~="${CSS.escape(name)}"]`)
  return at(place) ?? at(place.split(':')[0] ?? place)
}

/** Every source, what rests on it, and the rules with theirs. */
export function SourcesEditor() {
  const t = useT()
  const { data } = useTemplates()
  const root = useRef<HTMLDivElement>(null)
  const place = useWanted((state) => state.place)
  const sources = useMemo(
    () => (data === undefined ? undefined : usesOfSources(newestVersions(data), rules)),
    [data],
  )
  useEffect(() => {
    if (place === undefined || sources === undefined) return undefined
    return focusWhenShown(
      root,
      (element) => focusShown(find(element, place)),
      () => wantPlace(undefined),
    )
  }, [place, sources])
  if (sources === undefined) return null
  return (
    <div className="page sources" ref={root}>
      <h1 className="page-title">{t('sources.title')}</h1>
      <p className="page-lead">{t('sources.lead')}</p>
      {sources.map((source) => (
        <Source key={source.document.id} source={source} />
      ))}
      <Rules />
    </div>
  )
}

function Source({ source: { document, places } }: { source: UsedDocument }) {
  const t = useT()
  const language = useLanguage()
  return (
    <section aria-labelledby={`sources-${document.id}`}>
      <h2
        className="page-heading"
        id={`sources-${document.id}`}
        lang="sv"
        tabIndex={-1}
        data-place={document.id}
      >
        {document.title}
      </h2>
      <p>{factsOf(document, t)}</p>
      <p className="sources-about">
        {document.about[language]} {document.untitled ? t('sources.untitled') : null}
      </p>
      {places.length === 0 ? (
        <p className="sources-about">{t('sources.none')}</p>
      ) : (
        <table className="page-table sources-table" aria-labelledby={`sources-${document.id}`}>
          <thead>
            <tr>
              <th scope="col">{t('sources.place')}</th>
              <th scope="col">{t('sources.uses')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ passages, uses }) => (
              <tr key={passages[0].lines}>
                <th
                  scope="row"
                  tabIndex={-1}
                  data-place={passages.map(({ lines }) => `${document.id}:${lines}`).join(' ')}
                >
                  {placeText(document, passages[0], language)}
                </th>
                <td>
                  <ul>
                    {uses.map((use) => (
                      <li key={keyOfUse(use)}>
                        <UseLink use={use} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function factsOf({ publisher, date, number }: SourceDocument, t: Translate): string {
  return [publisher, date ?? t('sources.undated'), ...(number === undefined ? [] : [number])].join(' · ')
}

/** The way to what leans on a source: the field in its template's page, or the rule below. */
function UseLink({ use }: { use: Use }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  if (use.kind === 'rule') {
    return (
      <button type="button" className="link-button" onClick={() => wantPlace(use.id)}>
        {t('sources.use.rule', { id: use.id, title: ruleTitle(t, use.id) })}
      </button>
    )
  }
  const template = use.template.title
  const field = use.kind === 'field' ? { field: use.field } : {}
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => runCommand('templates.open', { template: use.template.id, ...field })}
    >
      {use.kind === 'field'
        ? t('sources.use.field', { field: use.label, template })
        : t('sources.use.legalBasis', { provision: use.provision, template })}
    </button>
  )
}

function Rules() {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <section aria-labelledby="sources-rules">
      <h2 className="page-heading" id="sources-rules">
        {t('sources.rules')}
      </h2>
      <p className="sources-about">{t('sources.rules.lead')}</p>
      <table className="page-table sources-table" aria-labelledby="sources-rules">
        <thead>
          <tr>
            <th scope="col">{t('sources.rule')}</th>
            <th scope="col">{t('sources.rule.sources')}</th>
          </tr>
        </thead>
        <tbody>
          {rulesWithSources(rules).map(({ id, sources }) => (
            <tr key={id}>
              <th scope="row" tabIndex={-1} data-place={id}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => runCommand('rules.open', { rule: id })}
                >
                  {id} {ruleTitle(t, id)}
                </button>
              </th>
              <td>
                <Citations reference={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
