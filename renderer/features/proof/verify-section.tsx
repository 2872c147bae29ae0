import { useId, useState } from 'react'
import { messageText } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { pickFile, readPicked } from '../../base/files.ts'
import { FormAlert } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

const MOST_BYTES = 100_000
/** More than so many are no list to read; the terminal gives them all. Own choice. */
const MOST_SHOWN = 50

/** Verifies the archive that is open, against an anchor where one is chosen, and says what does not hold. */
export function VerifySection() {
  const t = useT()
  const language = useLanguage()
  const { client } = useWorkbench()
  const heading = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [found, setFound] = useState<Awaited<ReturnType<typeof client.proof.verify>>>()
  const verify = async (anchor?: string) => {
    setBusy(true)
    setProblem(undefined)
    setFound(undefined)
    try {
      setFound(await client.proof.verify(anchor === undefined ? {} : { anchor }))
    } catch (error) {
      setProblem(errorText(t, error))
    } finally {
      setBusy(false)
    }
  }
  const texts = [...new Set(found?.findings.map((finding) => messageText(language, finding)))]
  const verifyAgainst = async () => {
    const file = await pickFile('.json,application/json')
    if (!file) return
    const read = await readPicked(file, MOST_BYTES)
    if (read.ok) await verify(read.value)
    else setProblem(t(`errors.file.${read.fault.kind}`, read.fault.params))
  }
  return (
    <section className="proof-section" aria-labelledby={heading}>
      <h2 className="page-heading" id={heading}>
        {t('proof.verify.title')}
      </h2>
      <p>{t('proof.verify.body')}</p>
      <div className="proof-actions">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={busy}
          onClick={() => void (busy ? undefined : verify())}
        >
          {t(busy ? 'proof.verify.running' : 'proof.verify.run')}
        </button>
        <button type="button" className="button" aria-disabled={busy} onClick={() => void verifyAgainst()}>
          {t('proof.verify.against')}
        </button>
      </div>
      <FormAlert text={problem} />
      <div role="status">
        {found === undefined ? null : found.findings.length === 0 ? (
          <p className="proof-outcome">
            <Icon name="pass" />
            {t('proof.verify.fine', { records: found.records, entries: found.entries })}
          </p>
        ) : (
          <>
            <p className="proof-outcome">
              <Icon name="error" />
              {t('proof.verify.broken')}
            </p>
            <p className="proof-first">{t('proof.verify.first', { finding: texts[0] ?? '' })}</p>
            {texts.length < 2 ? null : (
              <>
                <p>{t('proof.verify.others', { count: texts.length - 1 })}</p>
                <ul className="proof-findings">
                  {texts.slice(1, MOST_SHOWN).map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </section>
  )
}
