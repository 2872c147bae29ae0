import { type KeyboardEvent, useState } from 'react'
import { type Severity, severities } from '../../../shared/fields/place.ts'
import { turnedOff } from '../../../shared/rules/index.ts'
import { usePolicies } from '../../api/policies.ts'
import { Icon } from '../../base/icon.tsx'
import { stepThrough } from '../../base/list-keys.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { MarkerActions, ReadWords, severityIcons } from '../../note-model/marker-parts.tsx'
import { useGoTo, useRunFix } from '../../note-model/use-run-fix.ts'
import {
  groupProblems,
  noFilter,
  type Problem,
  type ProblemFilter,
  type ProblemSource,
  useProblemSources,
  useProblemTotal,
} from './problem-list.ts'
import './problems.css'

/** The count behind the panel's title: errors and warnings. */
export function useProblemBadge(): number {
  const { error, warning } = useProblemTotal()
  return error + warning
}

/** Every problem of the open notes, grouped by note. Enter goes to the field; fixes are buttons beside. */
export function ProblemsPanel() {
  const t = useT()
  const language = useLanguage()
  const [filter, setFilter] = useState<ProblemFilter>(noFilter)
  const [all, setAll] = useState(true)
  const sources = useProblemSources(all)
  const groups = groupProblems(sources, filter, language)
  const count = sources.reduce((sum, source) => sum + source.markers.length, 0)
  const toggle = (severity: Severity) => {
    const next = new Set(filter.severities)
    if (!next.delete(severity)) next.add(severity)
    setFilter({ ...filter, severities: next })
  }
  return (
    <div className="problems">
      <div className="problems-bar">
        <input
          className="form-input problems-filter"
          type="search"
          aria-label={t('notes.problems.filter')}
          placeholder={t('notes.problems.filter')}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            className="problems-toggle"
            data-severity={severity}
            aria-pressed={filter.severities.has(severity)}
            title={t(`notes.problems.show.${severity}`)}
            onClick={() => toggle(severity)}
          >
            <Icon name={severityIcons[severity]} />
            {sources.reduce(
              (sum, { markers }) => sum + markers.filter((each) => each.severity === severity).length,
              0,
            )}
            <span className="visually-hidden"> {t(`notes.problems.show.${severity}`)}</span>
          </button>
        ))}
        <label className="form-choice problems-scope">
          <input type="checkbox" checked={!all} onChange={(event) => setAll(!event.target.checked)} />
          <span>{t('notes.problems.onlyActive')}</span>
        </label>
      </div>
      {groups.length === 0 ? (
        <p className="problems-empty">
          {count === 0 ? t('notes.problems.empty') : t('notes.problems.filtered', { count })}
        </p>
      ) : (
        <div className="problems-list">
          {groups.map(({ source, problems }) => (
            <section key={source.resource} aria-label={source.title}>
              <h3 className="problems-source">
                {source.title} <span className="problems-count">{problems.length}</span>
              </h3>
              <ul>
                {problems.map((problem) => (
                  <ProblemRow key={problem.key} problem={problem} source={source} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <RulesOff />
    </div>
  )
}

/** Says which rules the agency has turned off, and which of them find their errors still; nothing where all are run. */
function RulesOff() {
  const t = useT()
  const { off, kept } = turnedOff(usePolicies().rulesOff)
  const told = [
    ...(off.length > 0 ? [t('policies.rulesOff.told', { count: off.length, rules: off.join(', ') })] : []),
    ...(kept.length > 0 ? [t('policies.rulesOff.kept', { count: kept.length, rules: kept.join(', ') })] : []),
  ]
  return told.map((text) => (
    <p key={text} className="problems-off">
      <Icon name="shield" />
      {text}
    </p>
  ))
}

function ProblemRow({ problem: { marker, message }, source }: { problem: Problem; source: ProblemSource }) {
  const t = useT()
  const goTo = useGoTo()
  const runFix = useRunFix()
  return (
    <li className="problem" data-severity={marker.severity} data-rule={marker.rule}>
      <button
        type="button"
        className="problem-go"
        onKeyDown={moveByArrow}
        onClick={() => goTo(source, marker.where)}
      >
        <Icon name={severityIcons[marker.severity]} />
        <span className="visually-hidden">{t(`lists.severity.${marker.severity}`)}: </span>
        <span className="problem-message">{message}</span>
        <span className="problem-rule">{marker.rule}</span>
      </button>
      <MarkerActions marker={marker} run={(fix) => void runFix(source, fix)} onKeyDown={moveByArrow} />
      {marker.reading === undefined ? null : <ReadWords reading={marker.reading} />}
    </li>
  )
}

/** Up and down go from problem to problem; Home and End to the first and the last. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('.problems-list')
  const rows = [...(list?.querySelectorAll<HTMLElement>('.problem-go') ?? [])]
  stepThrough(
    event,
    rows,
    rows.findIndex((row) => row.closest('.problem')?.contains(document.activeElement)),
  )
}
