import { type ConversionReport, problemText, reportLines } from '../../shared/interchange/report.ts'
import { Misuse, type Terminal } from './terminal.ts'

/** Prints what did not carry over: each sentence once, with the places it is about. */
export function printReport(
  report: ConversionReport,
  print: (line: string) => void,
  { language }: Terminal,
): void {
  for (const { sentence, places } of reportLines(language, report))
    print(places.length === 0 ? sentence : `${sentence} (${places.join(', ')})`)
}

/** Why no template is read from a file: the place and the cause of each fault in it. */
export function formRefused(path: string, problems: ConversionReport, { language, t }: Terminal): Misuse {
  const causes = problems.map((problem) => problemText(language, problem))
  return new Misuse([t('interchange.cli.refused', { path }), ...causes].join('\n'))
}
