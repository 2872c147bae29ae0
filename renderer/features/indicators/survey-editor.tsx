import type { Field } from '../../../shared/fields/index.ts'
import {
  SURVEY_TEMPLATE,
  type Survey,
  type SurveyAnswers,
  type SurveyFigure,
  surveyFields,
  surveyQuestions,
} from '../../../shared/indicators/survey.ts'
import { answerText, groupText, numberText, shareText } from '../../../shared/indicators/words.ts'
import { inLanguage } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useTemplates } from '../../api/use-client.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useSurvey } from './asked.ts'
import { FigureChoices } from './choices.tsx'
import './indicators.css'

/** What interviews on the support say, question by question, in a tab. */
export function SurveyEditor() {
  const t = useT()
  const { data, error } = useSurvey()
  return (
    <div className="figure-page">
      <header>
        <h1 className="page-title">{t('indicators.survey.title')}</h1>
        <p className="page-lead">{t('indicators.survey.lead')}</p>
        <FigureChoices ofSurvey />
        <p className="figure-note">{t('indicators.survey.notShown')}</p>
        <div className="figure-tools">
          <CommandButton command="indicators.pdf" text="indicators.short.pdf" />
          <CommandButton command="indicators.csv" text="indicators.short.csv" />
          <CommandButton command="indicators.again" text="indicators.command.again" />
        </div>
      </header>
      {error === null ? null : <p role="alert">{errorText(t, error)}</p>}
      {data === undefined ? <p role="status">{t('indicators.loading')}</p> : <Questions survey={data} />}
    </div>
  )
}

function Questions({ survey }: { survey: Survey }) {
  const t = useT()
  const { data: templates = [] } = useTemplates()
  const template = templates
    .filter(({ id }) => id === SURVEY_TEMPLATE)
    .toSorted((a, b) => b.version - a.version)[0]
  if (template === undefined) return null
  const fields = surveyFields(template)
  const comparability = new Map(
    surveyQuestions(template).map((question) => [question.field, question.comparability]),
  )
  const shown = survey.figures.filter(({ whole }) => whole.shown)
  const few = survey.figures.length - shown.length
  return (
    <>
      {shown.length === 0 ? <p className="figure-none">{t('indicators.survey.none')}</p> : null}
      {shown.map((figure) => {
        const field = fields.get(figure.field)
        return field === undefined ? null : (
          <Question
            key={figure.field}
            survey={survey}
            figure={figure}
            field={field}
            comparability={comparability.get(figure.field) ?? 3}
          />
        )
      })}
      {shown.length === 0 || few === 0 ? null : (
        <p className="figure-empty">{t('indicators.survey.few', { count: few })}</p>
      )}
    </>
  )
}

interface Asked {
  readonly survey: Survey
  readonly figure: SurveyFigure
  readonly field: Field
  readonly comparability: 1 | 2 | 3
}

function Question({ survey, figure, field, comparability }: Asked) {
  const t = useT()
  const language = useLanguage()
  const { whole, groups } = figure
  const id = `survey-${figure.field}`
  if (!whole.shown) return null
  const source = 'demand' in field && field.demand.basis !== 'eget-val' ? field.demand.source : undefined
  const { breakdown } = survey.asked
  return (
    <section className="figure-section" aria-labelledby={id}>
      <h2 className="figure-title" id={id}>
        {inLanguage(language, field.label)}
      </h2>
      <p className="figure-of">
        {t('indicators.answered', { count: whole.count })} · {t(`indicators.comparability.${comparability}`)}
      </p>
      {whole.median === undefined || whole.mean === undefined ? (
        <div className="figure-scroll">
          <table className="page-table figure-table">
            <caption className="visually-hidden">
              {breakdown === undefined ? t('indicators.answer') : t(`indicators.breakdown.${breakdown}`)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('indicators.answer')}</th>
                <th scope="col" className="figure-number">
                  {t('indicators.share')}
                </th>
                <td aria-hidden="true" />
                {groups.map(({ group, answers }) => (
                  <th key={group ?? ''} scope="col" className="figure-number">
                    {groupText(language, group)}
                    <span className="figure-sub">
                      {answers.shown ? t('indicators.answered', { count: answers.count }) : ''}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.entries(whole.shares).map(([value, share]) => (
                <tr key={value}>
                  <th scope="row">{answerText(language, field, value)}</th>
                  <td className="figure-number">{shareText(language, share)}</td>
                  <td aria-hidden="true">
                    <svg
                      className="figure-bar"
                      viewBox="0 0 100 10"
                      preserveAspectRatio="none"
                      role="presentation"
                    >
                      <rect width={share * 100} height="10" />
                    </svg>
                  </td>
                  {groups.map(({ group, answers }) => (
                    <td key={group ?? ''} className="figure-number" data-hidden={!answers.shown || undefined}>
                      <Share answers={answers} value={value} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>
          {t('indicators.survey.hours', {
            median: numberText(language, whole.median, 1),
            mean: numberText(language, whole.mean, 1),
          })}
        </p>
      )}
      {source === undefined ? null : <Citations reference={source} />}
    </section>
  )
}

function Share({ answers, value }: { answers: SurveyAnswers; value: string }) {
  const t = useT()
  const language = useLanguage()
  return answers.shown ? shareText(language, answers.shares[value] ?? 0) : t('indicators.hidden')
}
