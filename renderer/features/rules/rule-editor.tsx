import type { CaseSummary } from '../../../shared/projection/case-list.ts'
import { useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { ruleTitle } from '../../note-model/rule-title.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { EditorTitle } from '../../workbench/contribution.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { RuleState } from './rules-editor.tsx'
import { type ToldRule, timesSpoken } from './rules-of.ts'
import { ruleText, useRules } from './use-rules.ts'
import './rules.css'

type Input = EditorInputOf<'rule'>

/** The tab of a rule. */
export function useRuleTitle({ rule }: Input): EditorTitle {
  const t = useT()
  return { title: rule, icon: 'law', description: ruleTitle(t, rule) }
}

/** What a rule asks, why, what it rests on, and where it speaks now. */
export function RuleEditor({ input }: { input: Input }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const { told, counted, cases, more } = useRules()
  const rule = told.find(({ id }) => id === input.rule)
  if (rule === undefined) return <p className="view-message">{t('rulebook.missing', { rule: input.rule })}</p>
  const what = ruleText(t, rule.id, 'what')
  const why = ruleText(t, rule.id, 'why')
  return (
    <article className="page rules-page">
      <h1 className="page-title">
        {rule.id} {ruleTitle(t, rule.id)}
      </h1>
      <p>
        <RuleState rule={rule} />
      </p>
      {rule.state === 'off' ? <p className="page-lead">{t('rulebook.off.lead')}</p> : null}
      {rule.protects ? <p className="page-lead">{t('rulebook.protects.lead')}</p> : null}
      {what === undefined ? null : (
        <>
          <h2 className="page-heading">{t('rulebook.what')}</h2>
          <p>{what}</p>
        </>
      )}
      {why === undefined ? null : (
        <>
          <h2 className="page-heading">{t('rulebook.why')}</h2>
          <p>{why}</p>
        </>
      )}
      <h2 className="page-heading">{t('rulebook.reads')}</h2>
      <p>
        {rule.kinds.length === 0
          ? t('rulebook.reads.case')
          : rule.kinds.map((kind) => t(`lists.kind.${kind}`)).join(', ')}
      </p>
      <h2 className="page-heading">{t('rulebook.sources')}</h2>
      <Citations reference={rule.sources} />
      <h2 className="page-heading">{t('rulebook.here')}</h2>
      <Speaks rule={rule} counted={counted} cases={cases} />
      {more ? <p>{t('rulebook.here.latest', { count: cases.length })}</p> : null}
      <p className="rules-all">
        <button type="button" className="link-button" onClick={() => runCommand('rules.open')}>
          {t('rulebook.all')}
        </button>
      </p>
    </article>
  )
}

/** How often a rule speaks, case by case with the way there. */
function Speaks(props: { rule: ToldRule; counted: boolean; cases: readonly CaseSummary[] }) {
  const { rule, counted, cases } = props
  const t = useT()
  const { editors } = useWorkbench()
  if (rule.state === 'off') return <p>{t('rulebook.here.off')}</p>
  if (!counted) return <p>{t('rulebook.here.counting')}</p>
  if (rule.spoken.length === 0) return <p>{t('rulebook.here.none')}</p>
  return (
    <>
      <p>{t('rulebook.here.times', { count: timesSpoken(rule) })}</p>
      <ul className="rules-cases">
        {rule.spoken.map(({ caseId, count }) => {
          const summary = cases.find((one) => one.case.id === caseId)
          if (summary === undefined) return null
          const { number, insured } = summary.case
          return (
            <li key={caseId}>
              <button
                type="button"
                className="link-button"
                onClick={() => editors.open({ type: 'case', caseId })}
              >
                {number} {insured.name}
              </button>{' '}
              ({count})
            </li>
          )
        })}
      </ul>
    </>
  )
}
