import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { ruleTitle } from '../../note-model/rule-title.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { type ToldRule, timesSpoken } from './rules-of.ts'
import { useRules } from './use-rules.ts'
import './rules.css'

/** Every rule in a line: what it asks, how often it speaks here, and whether it is on. */
export function RulesEditor() {
  const t = useT()
  const { told, counted, cases, more } = useRules()
  return (
    <article className="page">
      <h1 className="page-title">{t('rulebook.title')}</h1>
      <p className="page-lead">{t('rulebook.lead')}</p>
      <table className="page-table rules-table">
        <thead>
          <tr>
            <th scope="col">{t('rulebook.rule')}</th>
            <th scope="col" className="rules-count">
              {t('rulebook.speaks')}
            </th>
            <th scope="col">{t('rulebook.state')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map((rule) => (
            <RuleRow key={rule.id} rule={rule} counted={counted} />
          ))}
        </tbody>
      </table>
      {more ? <p>{t('rulebook.here.latest', { count: cases.length })}</p> : null}
    </article>
  )
}

function RuleRow({ rule, counted }: { rule: ToldRule; counted: boolean }) {
  const t = useT()
  const { editors } = useWorkbench()
  const times = timesSpoken(rule)
  return (
    <tr data-off={rule.state !== 'on' || undefined}>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          onClick={() => editors.open({ type: 'rule', rule: rule.id })}
        >
          {rule.id} {ruleTitle(t, rule.id)}
        </button>
      </th>
      <td className="rules-count">{counted && rule.state !== 'off' ? times : '–'}</td>
      <td>
        <RuleState rule={rule} />
      </td>
    </tr>
  )
}

/** Whether a rule is run, by icon and word. */
export function RuleState({ rule }: { rule: ToldRule }) {
  const t = useT()
  const { state } = rule
  return (
    <span className="rules-state" data-state={state}>
      <Icon name={state === 'on' ? (rule.protects ? 'shield' : 'check') : 'circle-slash'} />
      {t(state === 'on' && rule.protects ? 'rulebook.state.protected' : `rulebook.state.${state}`)}
    </span>
  )
}
