// What figures say in words: titles that tell the finding, numbers as people write them.
import type { Field } from '../fields/index.ts'
import { inLanguage, isTextKey, type Language, translate } from '../text/index.ts'
import type { Figure, FigureCell } from './figure.ts'
import { type IndicatorId, indicatorOf } from './indicators.ts'
import type { Month } from './months.ts'
import type { Office } from './table.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** A number as people write it. */
export const numberText = (language: Language, value: number, digits = 0): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value)

/** A share of 1 in whole percent. */
export const shareText = (language: Language, share: number): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share)

export const nameOf = (language: Language, indicator: IndicatorId): string =>
  translate(language, `indicators.${indicator}`)

/** What a figure shows, as a sentence that says the finding. */
export function findingText(language: Language, { indicator, whole }: Figure): string {
  if (!whole.shown)
    return translate(language, 'indicators.finding.hidden', { name: nameOf(language, indicator) })
  const { value, mean } = whole
  const { unit } = indicatorOf(indicator)
  const said = {
    count: value,
    share: shareText(language, value),
    median: numberText(language, value),
    mean: numberText(language, mean ?? 0),
  }
  return translate(
    language,
    `indicators.${indicator}.finding`,
    unit === 'count' ? { count: value } : { ...said, count: whole.count },
  )
}

/** The value of a cell as it stands in a table: a number, a share or days; or that it is not shown. */
export function figureCellText(language: Language, indicator: IndicatorId, cell: FigureCell): string {
  if (!cell.shown) return translate(language, 'indicators.hidden')
  const { unit } = indicatorOf(indicator)
  return unit === 'share' ? shareText(language, cell.value) : numberText(language, cell.value)
}

/** The same in few characters, where no heading says what it is of. */
export function figureShort(language: Language, indicator: IndicatorId, cell: FigureCell): string {
  if (!cell.shown) return '<10'
  return indicatorOf(indicator).unit === 'days'
    ? translate(language, 'indicators.days', { count: Math.round(cell.value) })
    : figureCellText(language, indicator, cell)
}

/** How many are left out since their notes do not say what is counted; undefined where none is. */
export function gapText(language: Language, { gap }: Figure): string | undefined {
  if (gap === 0) return undefined
  return gap === null
    ? translate(language, 'indicators.gap.few')
    : translate(language, 'indicators.gap.some', { count: gap })
}

/** What the agency's own file review found of the same; undefined where it looked at another population. */
export function foundText(language: Language, { indicator, population }: Figure): string | undefined {
  const { found } = indicatorOf(indicator)
  if (found === undefined || found.of !== population) return undefined
  if ('share' in found)
    return translate(language, 'indicators.found.share', { share: shareText(language, found.share) })
  const { median, mean } = found
  return translate(language, 'indicators.found.days', { median, mean })
}

export const officeText = (language: Language, office: Office): string =>
  office ?? translate(language, 'indicators.office.none')

/** A value of a part (a channel, an initiative) in words; one that this version does not know, as it stands. */
export function partText(language: Language, value: string | null): string {
  if (value === null) return translate(language, 'indicators.part.unsaid')
  const key: string = `lists.planPart.${value}`
  return isTextKey(key) ? translate(language, key, { count: 1 }) : value
}

/** A month as people write it: "mars 2026". */
export const monthText = (language: Language, month: Month): string =>
  new Intl.DateTimeFormat(locales[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )

/** The months that are asked about: "april 2025–mars 2026". */
export const monthsText = (
  language: Language,
  { from, to }: { readonly from: Month; readonly to: Month },
): string =>
  from === to ? monthText(language, from) : `${monthText(language, from)}–${monthText(language, to)}`

/** A group of a breakdown in words; an office stands for itself. */
export function groupText(language: Language, group: string | null): string {
  if (group === null) return officeText(language, null)
  const key: string = `indicators.group.${group}`
  return isTextKey(key) ? translate(language, key, { count: 1 }) : group
}

/** What an option of a question is called. */
export function answerText(language: Language, field: Field, value: string): string {
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : []
  const option = options.find((each) => each.value === value)
  return option === undefined ? value : inLanguage(language, option.label)
}
