import { type PolicyId, policyEntry, policyIds } from '../../../shared/policy/policies.ts'
import type { PolicyReading } from '../../../shared/policy/read.ts'
import { messageText } from '../../../shared/text/index.ts'
import { usePolicyReading } from '../../api/policies.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** What of the program the user's organisation governs: each policy with its value, and what could not be read. */
export function Governed() {
  const t = useT()
  const language = useLanguage()
  const reading = usePolicyReading()
  if (reading === undefined) return null
  const governed = policyIds.filter((id) => reading.policies[id] !== undefined)
  if (governed.length === 0 && reading.findings.length === 0) return null
  return (
    <section className="settings-section" aria-labelledby="settings-governed">
      <h2 className="page-heading" id="settings-governed">
        {t('policies.governed')}
      </h2>
      <p className="form-hint">{t('policies.governed.lead')}</p>
      {reading.findings.map((finding) => {
        const text = messageText(language, finding)
        return (
          <p key={text} className="settings-finding">
            <Icon name="warning" />
            {text}
          </p>
        )
      })}
      <dl className="settings-facts">
        {governed.map((id) => (
          <GovernedPolicy key={id} id={id} reading={reading} />
        ))}
      </dl>
    </section>
  )
}

function GovernedPolicy({ id, reading }: { id: PolicyId; reading: PolicyReading }) {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  const value = policyEntry(id).say(reading.policies[id])
  return (
    <div>
      <dt>{t(`policies.${id}.title`)}</dt>
      <dd>
        {value === undefined ? null : messageText(language, value)}
        {reading.strict.includes(id) ? ` (${t('policies.strict')})` : null}
        <span className="form-hint">{t(`policies.${id}.what`)}</span>
        {id === 'rulesOff' ? (
          <button type="button" className="link-button" onClick={() => runCommand('rules.open')}>
            {t('rulebook.all')}
          </button>
        ) : null}
      </dd>
    </div>
  )
}
