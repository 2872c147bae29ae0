import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toneColours } from '../../../main/export/tone.ts'
import { documentKinds, toneOf, tones } from '../../../shared/case/kinds.ts'

describe('the colour of a document', () => {
  test.each(documentKinds)('an employer’s document is violet, even one that says it is %s', (kind) =>
    expect(toneOf(kind, 'arbetsgivare')).toBe('employer'),
  )
  test.each(documentKinds)('the agency’s %s never has the employer’s colour', (kind) =>
    expect(toneOf(kind, 'forsakringskassan')).toBe(kind === 'behovsklarlaggande' ? 'need' : 'agency'),
  )

  const theme = readFileSync(join(import.meta.dirname, '../../../renderer/base/theme/light.css'), 'utf8')
  test.each(tones)('on paper, that of %s is the same as in the window', (tone) => {
    const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(theme)?.[1]
    expect(toneColours[tone]).toEqual({
      strong: token(`owner-${tone}`),
      tint: token(`owner-${tone}-surface`),
    })
  })
})
