import { cooperationActors } from '../../../../shared/case/actors.ts'
import { ConflictQuestion } from '../../../base/conflict-question.tsx'
import { Icon } from '../../../base/icon.tsx'
import { type Translate, useT } from '../../../base/use-t.ts'
import type { CaseFieldName } from './compare.ts'
import type { CaseFields } from './draft.ts'
import type { CaseFormState } from './use-case-form.ts'

/** Says that another window has changed the same fields of the case, with both texts; nothing while nobody has. */
export function ConflictNotice({ state }: { state: CaseFormState }) {
  const t = useT()
  const { conflict, draft } = state
  if (conflict === undefined) return null
  return (
    <div className="case-conflict" role="alert">
      <p>
        <Icon name="warning" />
        <strong>{t('cases.conflict.title')}</strong> {t('cases.conflict.body')}
      </p>
      <ConflictQuestion
        name="case"
        fields={conflict.fields.map((name) => ({
          id: name,
          label: t(labels[name]),
          mine: inWords(t, draft, name),
          theirs: inWords(t, conflict.theirs, name),
        }))}
        onChoose={(choices) =>
          void state.resolve(conflict.fields.filter((name) => choices[name] === 'theirs'))
        }
      />
    </div>
  )
}

const labels = {
  number: 'cases.field.number',
  insuredName: 'cases.field.insuredName',
  personnummer: 'cases.field.personnummer',
  employment: 'cases.field.employment',
  employerName: 'cases.field.employerName',
  organisationNumber: 'cases.field.organisationNumber',
  firstSickDay: 'cases.field.firstSickDay',
  extent: 'cases.field.extent',
  expectedLength: 'cases.field.expectedLength',
  assignedTo: 'cases.field.assignedTo',
  office: 'cases.field.office',
  persons: 'cases.form.persons',
  consents: 'cases.form.consents',
} as const satisfies Record<CaseFieldName, string>

/** What a field of the form says, in words. */
function inWords(t: Translate, fields: CaseFields, name: CaseFieldName): string {
  switch (name) {
    case 'employment':
      return t(`lists.employment.${fields.employment}`)
    case 'extent':
      return t('cases.percent', { value: fields.extent })
    case 'expectedLength':
      return t(`lists.expectedLength.${fields.expectedLength}`)
    case 'persons':
      return fields.persons
        .map((person) =>
          [person.name, person.title, t(`lists.actor.${person.role}`)].filter(Boolean).join(', '),
        )
        .join('\n')
    case 'consents':
      return cooperationActors
        .flatMap((actor) => {
          const { consent = '', date = '' } = fields.consents[actor] ?? {}
          if (consent === '' && date === '') return []
          const answer = consent === '' ? t('cases.form.consents.none') : t(`lists.consent.${consent}`)
          return [`${t(`lists.actor.${actor}`)}: ${[answer, date].filter(Boolean).join(' ')}`]
        })
        .join('\n')
    case 'number':
    case 'insuredName':
    case 'personnummer':
    case 'employerName':
    case 'organisationNumber':
    case 'firstSickDay':
    case 'assignedTo':
    case 'office':
      return fields[name]
  }
}
