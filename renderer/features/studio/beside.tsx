import { lazy, Suspense, useState } from 'react'
import type { StudioProblem } from '../../../shared/studio/problem.ts'
import type { Working } from '../../../shared/studio/working.ts'
import { Segments } from '../../base/controls.tsx'
import { useT } from '../../base/use-t.ts'
import { Trial } from './live/trial.tsx'

// The editor of JSON is by far the largest part, and few write in it.
const JsonPane = lazy(() => import('./json/json-pane.tsx'))

type View = 'trial' | 'json'

interface BesideProps {
  /** What can be shown of the working copy, a moment after it is written. */
  readonly shown: Working
  /** What is written: the same, or the text that does not read. */
  readonly content: Working
  readonly problems: readonly StudioProblem[]
}

/** What comes of the template: its form and a journal entry, to be tried; or the template as JSON. */
export function BesidePane({ shown, content, problems }: BesideProps) {
  const t = useT()
  const [view, setView] = useState<View>('trial')
  return (
    <section className="studio-beside" aria-label={t('studio.beside')} data-view={view}>
      <div className="studio-beside-head">
        <Segments
          label={t('studio.beside')}
          value={view}
          options={[
            { value: 'trial', label: t('studio.formAndJournal') },
            { value: 'json', label: t('studio.json') },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'json' ? (
        <Suspense fallback={<p className="view-message">{t('studio.loading')}</p>}>
          <JsonPane content={content} problems={problems} />
        </Suspense>
      ) : (
        <Trial working={shown} />
      )}
    </section>
  )
}
