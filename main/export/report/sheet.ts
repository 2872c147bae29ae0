import type { Field } from '../../../shared/fields/index.ts'
import type { Figure, FigureCell, Report } from '../../../shared/indicators/figure.ts'
import { indicatorOf } from '../../../shared/indicators/indicators.ts'
import type { Survey, SurveyAnswers, SurveyFigure } from '../../../shared/indicators/survey.ts'
import { answerText, groupText, nameOf, officeText, partText } from '../../../shared/indicators/words.ts'
import { inLanguage, type Language, translate } from '../../../shared/text/index.ts'
import { csvFile, plainCell } from '../csv.ts'

type Value = string | number

const rounded = (value: number) => Math.round(value * 1000) / 1000

function cellsOf(language: Language, cell: FigureCell): Value[] {
  if (!cell.shown) return [translate(language, 'indicators.hidden'), '', '']
  return [rounded(cell.value), cell.mean === undefined ? '' : rounded(cell.mean), cell.count]
}

function rowsOf(language: Language, figure: Figure): Value[][] {
  const { indicator, whole, months, offices, parts } = figure
  const name = nameOf(language, indicator)
  const { unit, when } = indicatorOf(indicator)
  const value = translate(
    language,
    unit === 'days' ? 'indicators.median' : unit === 'share' ? 'indicators.share' : 'indicators.count',
  )
  const row = (division: string, at: string, cell: FigureCell) => [
    name,
    value,
    division,
    at,
    ...cellsOf(language, cell),
  ]
  return [
    row(
      '',
      translate(language, when === 'during' ? 'indicators.sheet.whole' : 'indicators.sheet.standing'),
      whole,
    ),
    ...months.map(({ month, cell }) => row(translate(language, 'indicators.month'), month, cell)),
    ...offices.map(({ office, cell }) =>
      row(translate(language, 'indicators.office'), plainCell(officeText(language, office)), cell),
    ),
    ...parts.flatMap(({ part, rows }) =>
      rows.map(({ value, cell }) =>
        row(translate(language, `indicators.parts.${part}`), plainCell(partText(language, value)), cell),
      ),
    ),
  ]
}

function answerRows(
  language: Language,
  field: Field,
  division: string,
  at: string,
  answers: SurveyAnswers,
): Value[][] {
  const question = inLanguage(language, field.label)
  if (!answers.shown) return [[question, '', division, at, translate(language, 'indicators.hidden'), '', '']]
  const { shares, count, median, mean } = answers
  if (median !== undefined && mean !== undefined)
    return [
      [
        question,
        translate(language, 'indicators.median'),
        division,
        at,
        rounded(median),
        rounded(mean),
        count,
      ],
    ]
  return Object.entries(shares).map(([value, share]) => [
    question,
    answerText(language, field, value),
    division,
    at,
    rounded(share),
    '',
    count,
  ])
}

function surveyRows(
  language: Language,
  { asked }: Survey,
  { whole, groups }: SurveyFigure,
  field: Field,
): Value[][] {
  const division =
    asked.breakdown === undefined ? '' : translate(language, `indicators.breakdown.${asked.breakdown}`)
  return [
    ...answerRows(language, field, '', translate(language, 'indicators.sheet.whole'), whole),
    ...groups.flatMap(({ group, answers }) =>
      answerRows(language, field, division, plainCell(groupText(language, group)), answers),
    ),
  ]
}

/** The figures as CSV, a row a figure, and the answers of interviews after them. */
export function reportSheet(
  { figures }: Report,
  survey: Survey,
  fields: ReadonlyMap<string, Field>,
  language: Language,
): Uint8Array {
  const head = [
    translate(language, 'indicators.sheet.indicator'),
    translate(language, 'indicators.value'),
    translate(language, 'indicators.sheet.kind'),
    translate(language, 'indicators.sheet.at'),
    translate(language, 'indicators.value'),
    translate(language, 'indicators.mean'),
    translate(language, 'indicators.count'),
  ]
  const answers = survey.figures.flatMap((figure) => {
    const field = fields.get(figure.field)
    return field === undefined ? [] : surveyRows(language, survey, figure, field)
  })
  return csvFile([head, ...figures.flatMap((figure) => rowsOf(language, figure)), ...answers])
}
