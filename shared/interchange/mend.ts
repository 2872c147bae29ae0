import type { Cause } from '../fields/define.ts'
import { type AnswerField, type Field, holdsAnswer } from '../fields/index.ts'
import { MOST_OBLIGATORY, semanticCauses } from '../template/semantics.ts'
import type { Section, Template } from '../template/template.ts'
import type { Converted, ReportEntry } from './report.ts'

const isCircle = ({ key }: Cause) => key === 'rules.template.circle'

/** Without the conditions by which a field is shown only where it is shown itself. */
function withoutCircles(template: Template, report: ReportEntry[]): Template {
  const circles = semanticCauses(template).filter(isCircle)
  if (circles.length === 0) return template
  const places = new Set(circles.map(({ path }) => path.join('/')))
  const sections = template.sections.map((section, s): Section => {
    const fields = section.fields.map((field, f): Field => {
      if (!places.has(['sections', s, 'fields', f].join('/')) || field.visibleWhen === undefined) return field
      report.push({ key: 'interchange.in.circle', path: field.id })
      const { visibleWhen: _, ...rest } = field
      return rest
    })
    const inCircle = section.fields.some(
      (field, f) => places.has(['sections', s, 'fields', f].join('/')) && field.visibleWhen === undefined,
    )
    if (!inCircle || section.visibleWhen === undefined) return { ...section, fields }
    report.push({ key: 'interchange.in.circle', path: section.id })
    const { visibleWhen: _, ...rest } = section
    return { ...rest, fields }
  })
  return { ...template, sections }
}

/** With no more obligatory fields than a template may have: the first are kept, and the rest recommended. */
function withFewObligatory(template: Template, report: ReportEntry[]): Template {
  let count = 0
  const eased = <F extends AnswerField>(field: F): F => {
    if (field.obligation !== 'obligatorisk' && field.obligatoryWhen === undefined) return field
    count++
    if (count <= MOST_OBLIGATORY) return field
    report.push({ key: 'interchange.in.obligatory', params: { most: MOST_OBLIGATORY }, path: field.id })
    return { ...field, obligation: 'rekommenderad', obligatoryWhen: undefined }
  }
  const sections = template.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (!holdsAnswer(field)) return field
      const itself = eased(field)
      return itself.type === 'group' ? { ...itself, fields: itself.fields.map(eased) } : itself
    }),
  }))
  return { ...template, sections }
}

/** A template of the right form that says what cannot be, made to hold together, and what was changed for it. */
export function mended(template: Template): Converted<Template> {
  if (semanticCauses(template).length === 0) return { value: template, report: [] }
  const report: ReportEntry[] = []
  const value = withFewObligatory(withoutCircles(withoutCircles(template, report), report), report)
  return { value, report }
}
