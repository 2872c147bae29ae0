import { useT } from '../../base/use-t.ts'
import { AnchorSection } from './anchor-section.tsx'
import { CodeSection } from './code-section.tsx'
import { VerifySection } from './verify-section.tsx'
import './proof.css'

/** What proves the archive: its verification, its anchors, and the code that the user signs with. */
export function ProofEditor() {
  const t = useT()
  return (
    <div className="page">
      <h1 className="page-title">{t('proof.title')}</h1>
      <p className="page-lead">{t('proof.lead')}</p>
      <VerifySection />
      <AnchorSection />
      <CodeSection />
    </div>
  )
}
