import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import type { JournalEntry } from '../../../shared/journal/entry.ts'

export const BULLETS = 'punkter'
export const NUMBERS = 'nummer'
const FONT = 'Calibri'
const INK = '1B1B1F'
/** Word's lists are nine levels deep; anything deeper stays on the last level. */
const LEVELS = 9
/** Twentieths of a point. */
const STEP = 360

const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 60 }, keepNext: true },
})

/** Styles with Word's own names, so that navigation and converters recognise them. */
export function stylesOf({ language }: JournalEntry): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language === 'sv' ? 'sv-SE' : 'en-GB' } },
        paragraph: { spacing: { after: 60, line: 276 } },
      },
      heading1: heading(38, 120),
      heading2: heading(27, 320),
      heading3: heading(22, 160),
      heading4: { ...heading(21, 120), run: { font: FONT, size: 21, bold: true, italics: true, color: INK } },
      heading5: { ...heading(21, 120), run: { font: FONT, size: 21, italics: true, color: INK } },
    },
  }
}

const levels = (
  format: (level: number) => { format: typeof LevelFormat.BULLET | typeof LevelFormat.DECIMAL; text: string },
) =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    ...format(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  }))

/** Real lists, which Word numbers itself. */
export const numbering: INumberingOptions = {
  config: [
    { reference: BULLETS, levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
    {
      reference: NUMBERS,
      levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
    },
  ],
}

export const deepest = LEVELS - 1
