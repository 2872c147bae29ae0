import { dequal } from 'dequal/lite'
import { type KeyboardEvent, useRef, useState } from 'react'
import { fixesOf, type StudioFix } from '../../../../shared/studio/fixes.ts'
import { jsonAt, pathKey } from '../../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'
import { isTemplateText, shownWords } from '../../../../shared/studio/text.ts'
import { partAround, type Working } from '../../../../shared/studio/working.ts'
import { Icon } from '../../../base/icon.tsx'
import { focusAt, stepThrough } from '../../../base/list-keys.ts'
import { focusIfThere, onceDrawn } from '../../../base/once-drawn.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { severityIcons } from '../../../note-model/marker-parts.tsx'
import { controlAt } from '../properties/focus.ts'
import { wordsOfMember } from '../properties/member-words.ts'
import { useStudio } from '../studio-context.ts'

/** So many are shown at a time: whoever mends them sees the next. */
const MOST = 100

interface ProblemsProps {
  readonly problems: readonly StudioProblem[]
  /** What is to be said of a content that may be another than these were found in. */
  readonly find: (working: Working) => readonly StudioProblem[]
}

/** What is to be said of the template, each with the way to its place and the ways out. */
export function ProblemList({ problems, find }: ProblemsProps) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const [isOpen, setOpen] = useState(true)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const onKeyDown = (event: KeyboardEvent) =>
    stepThrough(event, [...(list.current?.querySelectorAll<HTMLElement>('.studio-problem-place') ?? [])])
  return (
    <section className="studio-problems" aria-label={t('studio.problems')}>
      <button
        type="button"
        className="studio-problems-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {t('studio.problems')}
        <span className="form-aside">
          {problems.length === 0
            ? t('studio.noProblems')
            : t('studio.problemCount', { count: problems.length })}
        </span>
        {errors === 0 ? null : <Icon name="error" />}
      </button>
      {isOpen && problems.length > 0 ? (
        <ul ref={list} className="studio-problem-list" onKeyDown={onKeyDown}>
          {withKeys(problems.slice(0, MOST)).map(({ key, problem }, index) => (
            <Problem
              key={key}
              problem={problem}
              find={find}
              mended={() => focusAt(list.current, '.studio-problem-place', index)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** Each with a key of its own, the same while it says the same: two of one kind may stand in one text. */
function withKeys(problems: readonly StudioProblem[]) {
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const told = `${pathKey(problem.path)} ${problem.key} ${JSON.stringify(problem.params)}`
    const before = seen.get(told) ?? 0
    seen.set(told, before + 1)
    return { key: `${told} ${before}`, problem }
  })
}

/** Where a problem is, in words: the part by its name, and the member. */
function usePlaceWords({ path }: StudioProblem): string {
  const t = useT()
  const language = useLanguage()
  const { working } = useStudio()
  const part = partAround(working, path)
  const label = jsonAt(working, [...part, part.length === 4 || part.length === 6 ? 'label' : 'title'])
  const id = jsonAt(working, [...part, 'id'])
  const words = isTemplateText(label) ? shownWords(label, language) : ''
  const name = words === '' ? (typeof id === 'string' ? id : t('studio.unnamed')) : words
  const member = path.slice(part.length).find((each) => typeof each === 'string')
  const whole = part.length === 0 ? t('studio.template') : name
  const [follows, , step] = path
  if (follows === 'follows' && typeof step === 'number')
    return `${whole} · ${t('studio.follow.step', { number: step + 1 })}`
  return member === undefined ? whole : `${whole} · ${wordsOfMember(t, member)}`
}

interface ProblemProps extends Pick<ProblemsProps, 'find'> {
  readonly problem: StudioProblem
  readonly mended: () => void
}

function Problem({ problem, find, mended }: ProblemProps) {
  const t = useT()
  const { session, working, isHeld } = useStudio()
  const place = usePlaceWords(problem)
  const fixes = isHeld ? [] : fixesOf(working, problem)
  // Made of what is written now, and only where the problem stands there still: the list may be a moment behind.
  const run = (chosen: StudioFix) => {
    const { shown } = session.state()
    const still = find(shown).find((each) => dequal(each, problem))
    const fix = still && fixesOf(shown, still).find(({ key }) => key === chosen.key)
    if (fix) session.edit(fix.edit(shown), partAround(shown, problem.path))
    mended()
  }
  const go = (element: HTMLElement) => {
    session.select(partAround(working, problem.path))
    const studio = element.closest('.studio')
    onceDrawn(() => focusIfThere(controlAt(studio, problem.path)))
  }
  return (
    <li className="studio-problem" data-severity={problem.severity}>
      <button
        type="button"
        className="studio-problem-place"
        onClick={({ currentTarget }) => go(currentTarget)}
      >
        <Icon name={severityIcons[problem.severity]} className="studio-problem-icon" />
        <span className="visually-hidden">{t(`lists.severity.${problem.severity}`)} </span>
        <span className="studio-problem-where">{place}</span>
        <span>
          {t(problem.key, problem.params)}
          {problem.clause === undefined ? null : <span className="form-aside"> ({problem.clause})</span>}
        </span>
      </button>
      {fixes.map((fix) => (
        <button key={fix.key} type="button" className="studio-fix" onClick={() => run(fix)}>
          <Icon name="lightbulb" />
          {t(fix.key, fix.params)}
        </button>
      ))}
    </li>
  )
}
