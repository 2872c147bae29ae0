import { type ConversionReport, reportLines } from '../../../shared/interchange/report.ts'
import { useLanguage } from '../../base/use-t.ts'
import './publishing.css'

/** What did not carry over to another form or from it: each sentence once, with its places. */
export function ReportList({ report }: { report: ConversionReport }) {
  const language = useLanguage()
  return (
    <ul className="publishing-report">
      {reportLines(language, report).map(({ sentence, places }) => (
        <li key={sentence}>
          {sentence}
          {places.length === 0 ? null : <span className="publishing-places"> ({places.join(', ')})</span>}
        </li>
      ))}
    </ul>
  )
}
