import { useQuery } from '@tanstack/react-query'
import type { PublishedHead } from '../../../shared/studio/published.ts'
import { type TemplateVerb, templateSteps } from '../../../shared/template/life.ts'
import type { WorkingCopyHead } from '../../../shared/template/working-copy.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { AffectedDrafts } from './affected-drafts.tsx'
import { useFocusThatStays } from './focus-that-stays.ts'
import './publishing.css'

/** Egna mallar: the templates that are written in the archive, where each stands, and what can be done with it. */
export function PublishingEditor() {
  const t = useT()
  const { data, error } = useQuery(useApi().studio.list.queryOptions())
  const working = data?.working ?? []
  const published = data?.published ?? []
  const focus = useFocusThatStays(data)
  return (
    <article className="page" {...focus}>
      <h1 className="page-title">{t('publish.title')}</h1>
      <p className="page-lead">{t('publish.lead')}</p>
      {error === null ? null : <p role="alert">{errorText(t, error)}</p>}
      <div className="form-actions publishing-tools">
        <CommandButton command="publishing.import" />
      </div>
      <h2 className="page-heading" id="publishing-working">
        {t('publish.working')}
      </h2>
      {working.length === 0 ? (
        <p>{t('publish.working.none')}</p>
      ) : (
        <ul className="publishing-list" aria-labelledby="publishing-working">
          {working.map((copy) => (
            <WorkingItem key={copy.id} copy={copy} />
          ))}
        </ul>
      )}
      <h2 className="page-heading" id="publishing-published">
        {t('publish.published')}
      </h2>
      {published.length === 0 ? (
        <p>{t('publish.published.none')}</p>
      ) : (
        <ul className="publishing-list" aria-labelledby="publishing-published">
          {published.toReversed().map((head) => (
            <PublishedItem key={head.digest} head={head} />
          ))}
        </ul>
      )}
    </article>
  )
}

/** The commands by which a working copy goes on, in the order they are used. */
const goingOn: readonly { readonly verb: TemplateVerb; readonly command: string }[] = [
  { verb: 'lamna-in', command: 'publishing.submit' },
  { verb: 'godkann', command: 'publishing.approve' },
  { verb: 'publicera', command: 'publishing.publish' },
  { verb: 'aterlamna', command: 'publishing.return' },
  { verb: 'ta-tillbaka', command: 'publishing.takeBack' },
]

function WorkingItem({ copy }: { copy: WorkingCopyHead }) {
  const t = useT()
  const language = useLanguage()
  const { id, named, state, writers, review, from } = copy
  const title = named.title?.[language] || named.title?.sv || t('publish.untitled')
  const offered = goingOn.filter(({ verb }) => templateSteps[verb].from.includes(state))
  return (
    <li className="publishing-item" tabIndex={-1} data-template={named.id}>
      <h3>{title}</h3>
      <p>
        <strong>{t(`lists.templateState.${state}`)}</strong>
        {' · '}
        {t('publish.writtenBy', { names: writers.map(({ name }) => name).join(', ') })}
      </p>
      {review === undefined ? null : (
        <p>
          {review.verdict === 'godkand'
            ? t('publish.approvedBy', { name: review.by.name })
            : t('publish.returnedBy', { name: review.by.name, reason: review.reason ?? '' })}
        </p>
      )}
      <div className="form-actions">
        <CommandButton command="studio.open" args={{ copy: id }} text="publish.open" />
        {offered.map(({ command }) => (
          <CommandButton key={command} command={command} args={{ copy: id }} />
        ))}
        {from === undefined ? null : (
          <CommandButton
            command="publishing.compare"
            args={{ copy: id, id: from.id, version: String(from.version) }}
          />
        )}
        {state === 'utkast' ? <CommandButton command="studio.discard" args={{ copy: id }} /> : null}
      </div>
    </li>
  )
}

function PublishedItem({ head }: { head: PublishedHead }) {
  const t = useT()
  const language = useLanguage()
  const { template, earlier, title, state, published, withdrawn } = head
  const args = { id: template.id, version: String(template.version) }
  return (
    <li className="publishing-item" tabIndex={-1} data-template={template.id}>
      <h3>{t('publish.version', { title: inLanguage(language, title), version: template.version })}</h3>
      <p>
        {state === 'publicerad' ? null : (
          <>
            <strong>{t(`lists.templateState.${state}`)}</strong>
            {' · '}
          </>
        )}
        {t('publish.signedBy', {
          name: published.by.name,
          reviewer: published.reviewedBy.name,
          from: published.from,
        })}
      </p>
      {withdrawn === undefined ? null : (
        <p>{t('publish.withdrawnBy', { name: withdrawn.by.name, reason: withdrawn.reason })}</p>
      )}
      <AffectedDrafts template={template} />
      <details className="publishing-key">
        <summary>{t('publish.key')}</summary>
        {published.publicKey}
      </details>
      <div className="form-actions">
        {earlier === undefined ? null : (
          <CommandButton
            command="publishing.compare"
            args={{ id: template.id, version: String(earlier), after: args.version }}
          />
        )}
        <CommandButton command="publishing.export" args={args} />
        {templateSteps['dra-tillbaka'].from.includes(state) ? (
          <CommandButton command="publishing.withdraw" args={args} />
        ) : null}
      </div>
    </li>
  )
}
