import type { IsoDate } from '../../shared/case/dates.ts'
import type { Severity } from '../../shared/fields/place.ts'
import type { Bundle } from '../../shared/note/bundle.ts'
import type { NoteWithTemplate } from '../../shared/note/context.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { checkCase, checkNote } from '../../shared/rules/index.ts'
import { type Language, messageText } from '../../shared/text/index.ts'
import { bundleFindings } from '../core/bundle-findings.ts'
import type { Templates } from '../core/templates.ts'

/** One problem in a bundle, as it is printed. */
export interface Problem {
  /** `R1` …, a check of fields, or `bundle` for what concerns the file. */
  readonly rule: string
  readonly severity: Severity
  readonly note?: string
  readonly field?: string
  readonly row?: string
  readonly column?: string
  readonly message: string
}

function problemOf({ rule, severity, where, message }: Marker, language: Language): Problem {
  const { note, field, row, column } = where
  return {
    rule,
    severity,
    ...(note === undefined ? {} : { note }),
    ...(field === undefined ? {} : { field }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    message: messageText(language, message),
  }
}

/** What the file itself is wrong about; answers are the checker's own to judge. */
function fileProblems({ notes }: Bundle, templates: Templates, language: Language): Problem[] {
  return bundleFindings(notes, templates)
    .filter(({ path }) => !path.includes('.answers.'))
    .map(({ path, message }) => {
      const note = notes[Number(/^notes\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)]
      const at = note === undefined ? {} : { note: note.id }
      return { rule: 'bundle', severity: 'warning', ...at, message: messageText(language, message) }
    })
}

/** Every problem in a case bundle, as of a day: of the file, of each note among the others, and of the case. */
export function checkBundle(
  bundle: Bundle,
  { templates, today, language }: { templates: Templates; today: IsoDate; language: Language },
): Problem[] {
  const notes: NoteWithTemplate[] = bundle.notes.flatMap((note) => {
    const template = templates.find(note.template)
    return template === undefined ? [] : [{ note, template }]
  })
  const context = { case: bundle.case, today, language }
  const markers = [
    ...notes.flatMap((subject) =>
      checkNote(subject, { ...context, others: notes.filter((other) => other !== subject) }),
    ),
    ...checkCase({ ...context, others: notes }),
  ]
  return [
    ...fileProblems(bundle, templates, language),
    ...markers.map((marker) => problemOf(marker, language)),
  ]
}
