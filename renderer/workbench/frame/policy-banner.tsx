import { messageText } from '../../../shared/text/index.ts'
import { usePolicyReading } from '../../api/policies.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'

/** Says that what the agency governs could not be read in full, and what follows from it; nothing where it could. */
export function PolicyBanner() {
  const t = useT()
  const language = useLanguage()
  const findings = usePolicyReading()?.findings ?? []
  if (findings.length === 0) return null
  return (
    <section className="policy-banner" aria-label={t('policies.banner.label')}>
      <details>
        <summary>
          <Icon name="shield" />
          {t('policies.banner')}
        </summary>
        <ul>
          {findings.map((finding) => {
            const text = messageText(language, finding)
            return <li key={text}>{text}</li>
          })}
        </ul>
      </details>
    </section>
  )
}
