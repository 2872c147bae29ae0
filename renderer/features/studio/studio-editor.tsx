import { dequal } from 'dequal/lite'
import { useCallback, useMemo, useRef, useState } from 'react'
import { versionBefore, versionHeadSchema } from '../../../shared/studio/beside.ts'
import { pathKey } from '../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../shared/studio/problem.ts'
import { problemsOf } from '../../../shared/studio/problems.ts'
import type { Working } from '../../../shared/studio/working.ts'
import type { Template } from '../../../shared/template/template.ts'
import type { WorkingCopyId } from '../../../shared/template/working-copy.ts'
import { errorText } from '../../api/error-text.ts'
import { useTemplates } from '../../api/use-client.ts'
import { Segments } from '../../base/controls.tsx'
import { useRested } from '../../base/use-rested.ts'
import { useT } from '../../base/use-t.ts'
import { BesidePane } from './beside.tsx'
import { PartTree } from './outline/part-tree.tsx'
import { ProblemList } from './problems/problem-list.tsx'
import { Properties } from './properties/properties.tsx'
import { useCopySession, useCopyState } from './session/copies.ts'
import type { CopySession, CopyState } from './session/copy-session.ts'
import { StudioContext, type StudioHold } from './studio-context.ts'
import { StudioHead } from './studio-head.tsx'
import { useStudioKeys } from './studio-keys.ts'
import './studio.css'

/** A template that is being written: its parts, what the chosen one says, and beside that what comes of it. */
export default function StudioEditor({ copyId }: { copyId: WorkingCopyId }) {
  const t = useT()
  const { session, error } = useCopySession(copyId)
  if (session) return <OpenCopy session={session} />
  if (error)
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  return <p className="view-message">{t('studio.loading')}</p>
}

type Pane = 'parts' | 'properties' | 'beside'

function OpenCopy({ session }: { session: CopySession }) {
  const t = useT()
  const state = useCopyState(session)
  const [pane, setPane] = useState<Pane>('parts')
  const { content, shown } = state
  // What is found, and what comes of it, follow a moment after the key.
  const now = content.now
  const rested = useRested(useMemo(() => ({ now, shown }), [now, shown]))
  const { data: known } = useTemplates()
  const find = useCallback((working: Working) => problemsOf(working, known), [known])
  const problems = useProblems(rested.now, find)
  const versions = useVersions(shown, known)
  const held = holdOf(state)
  const value = useMemo(
    () => ({ session, ...versions, problems: byPath(problems), held, isHeld: held !== undefined }),
    [session, versions, problems, held],
  )
  const root = useRef<HTMLDivElement>(null)
  useStudioKeys(root, session)
  return (
    <StudioContext value={value}>
      <div ref={root} className="studio" data-pane={pane}>
        <StudioHead state={state} />
        <div className="studio-panes">
          <Segments
            label={t('studio.panes')}
            value={pane}
            options={[
              { value: 'parts', label: t('studio.parts') },
              { value: 'properties', label: t('studio.properties') },
              { value: 'beside', label: t('studio.beside') },
            ]}
            onChange={setPane}
          />
        </div>
        <PartTree at={state.at} />
        <Properties at={state.at} />
        <BesidePane shown={rested.shown} content={now} problems={problems} />
        <ProblemList problems={problems} find={find} />
      </div>
    </StudioContext>
  )
}

const none: readonly Template[] = []

/** The version that answers come from to the one that is written, and the numbers of all that come before it. */
function useVersions(working: Working, known = none) {
  const { data: head } = versionHeadSchema.safeParse(working)
  const before = head && versionBefore(head, known)
  const earlier = known.filter(({ id, version }) => id === head?.id && version < head.version)
  const numbers = earlier.map(({ version }) => version).join()
  return useMemo(
    () => ({ before, earlier: numbers === '' ? [] : numbers.split(',').map(Number) }),
    [before, numbers],
  )
}

/** What is to be said of a working copy: the same list for as long as that says the same. */
function useProblems(
  working: Working,
  find: (working: Working) => readonly StudioProblem[],
): readonly StudioProblem[] {
  const held = useRef<readonly StudioProblem[]>([])
  return useMemo(() => {
    const found = find(working)
    if (!dequal(held.current, found)) held.current = found
    return held.current
  }, [working, find])
}

/** What keeps the template from being written in here, where something does. */
function holdOf({ content, standing }: CopyState): StudioHold | undefined {
  if (standing !== 'utkast') return 'review'
  return typeof content.now === 'string' ? 'text' : undefined
}

function byPath(problems: readonly StudioProblem[]): ReadonlyMap<string, readonly StudioProblem[]> {
  return Map.groupBy(problems, ({ path }) => pathKey(path))
}
