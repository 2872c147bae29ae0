import manifest from '../../../package.json' with { type: 'json' }
import { printEntry } from '../index.ts'
import { type PrintedReport, reportPage } from './page.ts'

/** A report as a tagged PDF. The same report on the same day gives the same bytes. */
export const reportPdf = (of: Omit<PrintedReport, 'program'>, author: string): Promise<Uint8Array> =>
  printEntry(reportPage({ ...of, program: manifest.version }), {
    at: new Date(of.report.asked.today),
    author,
  })
