import type { Field } from '../../../shared/fields/index.ts'
import type { Figure, FigureCell, Report } from '../../../shared/indicators/figure.ts'
import { indicatorOf } from '../../../shared/indicators/indicators.ts'
import type { Survey, SurveyFigure } from '../../../shared/indicators/survey.ts'
import {
  answerText,
  figureCellText,
  findingText,
  foundText,
  gapText,
  groupText,
  monthsText,
  monthText,
  nameOf,
  numberText,
  officeText,
  partText,
  shareText,
} from '../../../shared/indicators/words.ts'
import { agencyPage } from '../../../shared/journal/agency-page.ts'
import type { JournalBlock, JournalEntry, JournalSection } from '../../../shared/journal/entry.ts'
import { citations, imprint, placesText } from '../../../shared/sources/cite.ts'
import { inLanguage, type Language, type TextKey, translate } from '../../../shared/text/index.ts'

/** What a report is printed of. */
export interface PrintedReport {
  readonly report: Report
  readonly survey: Survey
  readonly fields: ReadonlyMap<string, Field>
  readonly language: Language
  readonly program: string
}

/** A reference as a line of text: the document, and the place in it. */
function sourceText(language: Language, reference: string): string {
  const named = citations(reference).map((citation) =>
    citation.kind === 'words'
      ? citation.words
      : `${citation.document.title} (${imprint(citation.document, language)}) ${placesText(citation, language)}`,
  )
  return named.join('; ')
}

function tableOf(
  language: Language,
  figure: Figure,
  label: string,
  rows: readonly { readonly at: string; readonly cell: FigureCell }[],
): JournalBlock[] {
  if (rows.every(({ cell }) => !cell.shown)) return []
  const t = (key: TextKey) => translate(language, key, { count: 2 })
  const { unit } = indicatorOf(figure.indicator)
  const mean = (cell: FigureCell) =>
    cell.shown && cell.mean !== undefined ? numberText(language, cell.mean) : ''
  const count = (cell: FigureCell) => (cell.shown ? numberText(language, cell.count) : '')
  const value = { count: t('indicators.count'), share: t('indicators.share'), days: t('indicators.median') }[
    unit
  ]
  const most = unit === 'share' ? 1 : Math.max(1, ...rows.map(({ cell }) => (cell.shown ? cell.value : 0)))
  const more = unit === 'days' ? [t('indicators.mean')] : []
  return [
    {
      type: 'table',
      label,
      rowHeads: true,
      columns: [
        t('indicators.sheet.at'),
        value,
        ...more,
        ...(unit === 'count' ? [] : [t('indicators.count')]),
      ],
      rows: rows.map(({ at, cell }) => [
        at,
        figureCellText(language, figure.indicator, cell),
        ...(unit === 'days' ? [mean(cell)] : []),
        ...(unit === 'count' ? [] : [count(cell)]),
      ]),
      bars: rows.map(({ cell }) => (cell.shown ? cell.value / most : undefined)),
    },
  ]
}

function figureSection(language: Language, figure: Figure): JournalSection {
  const { indicator, months, offices, parts } = figure
  const { when, source, ownWay } = indicatorOf(indicator)
  const found = foundText(language, figure)
  const gap = gapText(language, figure)
  const definition = translate(language, `indicators.${indicator}.definition`)
  return {
    title: findingText(language, figure),
    blocks: [
      {
        type: 'answer',
        label: translate(language, 'indicators.sheet.indicator'),
        text: nameOf(language, indicator),
      },
      ...tableOf(
        language,
        figure,
        `${translate(language, 'indicators.months')}. ${translate(language, `indicators.when.${when}`)}`,
        months.map(({ month, cell }) => ({ at: monthText(language, month), cell })),
      ),
      ...tableOf(
        language,
        figure,
        translate(language, 'indicators.offices'),
        offices.map(({ office, cell }) => ({ at: officeText(language, office), cell })),
      ),
      ...parts.flatMap(({ part, rows }) =>
        tableOf(
          language,
          figure,
          translate(language, `indicators.parts.${part}`),
          rows.map(({ value, cell }) => ({ at: partText(language, value), cell })),
        ),
      ),
      {
        type: 'text',
        label: translate(language, 'indicators.definition'),
        paragraphs: [definition, ...(ownWay ? [translate(language, 'indicators.own')] : [])],
      },
      {
        type: 'text',
        label: translate(language, 'indicators.gaps'),
        paragraphs: [
          translate(language, `indicators.${indicator}.gaps`),
          ...(gap === undefined ? [] : [gap]),
        ],
      },
      {
        type: 'text',
        label: translate(language, 'indicators.notShown'),
        paragraphs: [translate(language, `indicators.${indicator}.notShown`)],
      },
      {
        type: 'text',
        label: translate(language, 'indicators.source'),
        paragraphs: [sourceText(language, source), ...(found === undefined ? [] : [found])],
      },
    ],
  }
}

function questionBlocks(language: Language, { whole, groups }: SurveyFigure, field: Field): JournalBlock[] {
  if (!whole.shown) return []
  const label = inLanguage(language, field.label)
  if (whole.median !== undefined && whole.mean !== undefined) {
    const said = { median: numberText(language, whole.median, 1), mean: numberText(language, whole.mean, 1) }
    return [{ type: 'answer', label, text: translate(language, 'indicators.survey.hours', said) }]
  }
  const columns = groups.map(({ group, answers }) => ({ name: groupText(language, group), answers }))
  return [
    {
      type: 'table',
      label: `${label} (${translate(language, 'indicators.answered', { count: whole.count })})`,
      rowHeads: true,
      bars: Object.values(whole.shares),
      columns: [
        translate(language, 'indicators.answer'),
        translate(language, 'indicators.share'),
        ...columns.map(({ name }) => name),
      ],
      rows: Object.entries(whole.shares).map(([value, share]) => [
        answerText(language, field, value),
        shareText(language, share),
        ...columns.map(({ answers }) =>
          answers.shown
            ? shareText(language, answers.shares[value] ?? 0)
            : translate(language, 'indicators.hidden'),
        ),
      ]),
    },
  ]
}

/** A report as a page that every export prints: each figure with its finding, its tables, and what it rests on and does not show. */
export function reportPage({ report, survey, fields, language, program }: PrintedReport): JournalEntry {
  const { asked, figures } = report
  const t = (key: TextKey) => translate(language, key, { count: 2 })
  const office = asked.office === undefined ? t('indicators.office.all') : officeText(language, asked.office)
  const questions = survey.figures.flatMap((figure) => {
    const field = fields.get(figure.field)
    return field === undefined ? [] : questionBlocks(language, figure, field)
  })
  return agencyPage(language, {
    title: t('indicators.report.title'),
    owner: t('indicators.report.owner'),
    rows: [
      { label: t('indicators.report.period'), text: monthsText(language, asked) },
      {
        label: t('indicators.population'),
        text: translate(language, `indicators.population.${asked.population}`),
      },
      { label: t('indicators.office'), text: office },
      { label: t('indicators.report.made'), text: asked.today },
    ],
    sections: [
      {
        title: t('indicators.report.rules'),
        blocks: [
          {
            type: 'text',
            label: t('indicators.report.read'),
            paragraphs: [
              t('indicators.lead'),
              t('indicators.population.why'),
              t('indicators.hidden.why'),
              t('indicators.hidden.twoReports'),
            ],
          },
        ],
      },
      ...figures.map((figure) => figureSection(language, figure)),
      {
        title: t('indicators.survey.title'),
        blocks: [
          {
            type: 'text',
            label: t('indicators.report.read'),
            paragraphs: [
              t('indicators.survey.lead'),
              t('indicators.survey.notShown'),
              ...(questions.length === 0 ? [t('indicators.survey.none')] : []),
            ],
          },
          ...questions,
        ],
      },
    ],
    foot: { label: 'Klarlagt', text: program },
  })
}
