import type { ReactNode } from 'react'
import type { Case } from '../../../../shared/case/case.ts'
import { useT } from '../../../base/use-t.ts'

/** What is known about a case, as terms and their values. */
export function Facts({ of }: { of: Case }) {
  const t = useT()
  const { employment } = of
  return (
    <dl className="case-facts">
      <Fact term={t('cases.form.insured')}>{of.insured.name}</Fact>
      <Fact term={t('cases.field.personnummer')}>{of.insured.personnummer}</Fact>
      {employment.kind === 'anstalld' ? (
        <>
          <Fact term={t('cases.field.employerName')}>{employment.employer.name}</Fact>
          <Fact term={t('cases.field.organisationNumber')}>{employment.employer.organisationNumber}</Fact>
        </>
      ) : (
        <Fact term={t('cases.field.employment')}>{t(`lists.employment.${employment.kind}`)}</Fact>
      )}
      <Fact term={t('cases.field.firstSickDay')}>{of.firstSickDay}</Fact>
      <Fact term={t('cases.field.extent')}>{t('cases.percent', { value: of.extent })}</Fact>
      <Fact term={t('cases.field.expectedLength')}>{t(`lists.expectedLength.${of.expectedLength}`)}</Fact>
      <Fact term={t('cases.field.assignedTo')}>{of.assignedTo}</Fact>
      {of.office === undefined ? null : <Fact term={t('cases.field.office')}>{of.office}</Fact>}
    </dl>
  )
}

/** Persons of the case; nothing where there are none. */
export function Persons({ of }: { of: Case }) {
  const t = useT()
  if (of.persons.length === 0) return null
  return (
    <section aria-labelledby="case-persons">
      <h2 className="page-heading" id="case-persons">
        {t('cases.form.persons')}
      </h2>
      <dl className="case-list">
        {of.persons.map(({ name, role, title }) => (
          <Fact key={`${role} ${name} ${title}`} term={name}>
            {[title, t(`lists.actor.${role}`)].filter(Boolean).join(', ')}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="case-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
