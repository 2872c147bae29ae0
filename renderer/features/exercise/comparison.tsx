import { useMemo } from 'react'
import type { CaseId } from '../../../shared/case/ids.ts'
import { readWholeCase } from '../../../shared/projection/read-case.ts'
import { isDifference } from '../../../shared/training/compare.ts'
import {
  type ComparedDocument,
  type ComparedExercise,
  compareExercise,
} from '../../../shared/training/compare-exercise.ts'
import type { Pack, PackExercise } from '../../../shared/training/pack.ts'
import { useTemplates } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { OwnerBadge } from '../../note-model/owner-badge.tsx'
import { useReadCase } from '../../note-model/use-read-case.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { FieldBeside } from './field-beside.tsx'

interface Props {
  readonly pack: Pack
  readonly exercise: PackExercise
  readonly caseId: CaseId
}

/** What has been written, held against the answer; anew whenever a note of the case is saved. */
function useCompared({ pack, exercise, caseId }: Props): ComparedExercise | undefined {
  const language = useLanguage()
  const read = useReadCase(caseId)
  const { data: templates } = useTemplates()
  return useMemo(() => {
    if (read === undefined || templates === undefined) return undefined
    const { notes, context } = readWholeCase({ ...read.context, language })
    return compareExercise(pack, exercise, notes, { templates, today: context.today })
  }, [pack, exercise, read, templates, language])
}

/** What differs from the answer, document by document: no marks, no points, and nothing kept. */
export function ExerciseComparison(props: Props) {
  const t = useT()
  const language = useLanguage()
  const compared = useCompared(props)
  if (compared === undefined) return <p>{t('notes.loading')}</p>
  const { documents, beside } = compared
  const missing = documents.filter(({ written }) => written === undefined).length
  const differing = documents.flatMap(({ fields }) => fields).filter(isDifference).length
  return (
    <section aria-label={t('exercise.answer')}>
      <h2 className="page-heading">{t('exercise.answer')}</h2>
      <p role="status" className="exercise-sum">
        {missing + differing === 0
          ? t('exercise.sum.none')
          : [
              ...(missing === 0 ? [] : [t('exercise.sum.missing', { count: missing })]),
              ...(differing === 0 ? [] : [t('exercise.sum.differing', { count: differing })]),
            ].join(' ')}
      </p>
      {documents.map((document, index) => (
        <DocumentBeside
          // Two documents of one template may be expected.
          key={`${document.template.id} ${index.toString()}`}
          document={document}
          caseId={props.caseId}
        />
      ))}
      {beside.length === 0 ? null : (
        <p>
          {t('exercise.beside', {
            titles: beside.map(({ template }) => template.title[language]).join(', '),
          })}
        </p>
      )}
    </section>
  )
}

function DocumentBeside({ document, caseId }: { document: ComparedDocument; caseId: CaseId }) {
  const t = useT()
  const language = useLanguage()
  const { template, written, fields } = document
  const different = fields.filter(({ verdict }) => verdict !== 'same')
  const same = fields.length - different.length
  return (
    <section className="exercise-document" aria-label={template.title[language]}>
      <h3 className="exercise-document-title">
        {template.title[language]} <OwnerBadge owner={template.owner} kind={template.kind} />
      </h3>
      {written === undefined ? (
        <Missing document={document} caseId={caseId} />
      ) : (
        <>
          <p className="exercise-same">
            <Icon name="check" /> {t('exercise.same', { count: same })}
          </p>
          {different.map((field) => (
            <FieldBeside key={field.id} field={field} place={{ caseId, note: written.note.id }} />
          ))}
        </>
      )}
    </section>
  )
}

/** A document that was expected and is not there, and what was written in its place. */
function Missing({
  document: { template, instead },
  caseId,
}: {
  document: ComparedDocument
  caseId: CaseId
}) {
  const t = useT()
  const language = useLanguage()
  const { editors } = useWorkbench()
  return (
    <>
      <p className="exercise-missing">
        <Icon name="circle-slash" /> {t('exercise.missing')}
      </p>
      <p>{template.whenToUse[language]}</p>
      {instead === undefined ? null : (
        <p>
          {t('exercise.instead', {
            written: instead.template.title[language],
            owner: t(`lists.owner.${instead.template.owner}`),
            expected: template.title[language],
            expectedOwner: t(`lists.owner.${template.owner}`),
          })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => editors.open({ type: 'note', noteId: instead.note.id, caseId })}
          >
            {t('exercise.openWritten')}
          </button>
        </p>
      )}
    </>
  )
}
