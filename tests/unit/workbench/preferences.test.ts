import { describe, expect, test } from 'vitest'
import { resolveTheme } from '../../../renderer/workbench/preferences.ts'
import { broken, readPreferences } from '../../../renderer/workbench/read-preferences.ts'
import { messageText } from '../../../shared/text/index.ts'

describe('the theme', () => {
  test.each([
    ['system', { dark: false, contrast: false }, 'light'],
    ['system', { dark: true, contrast: false }, 'dark'],
    ['system', { dark: false, contrast: true }, 'hc-light'],
    ['system', { dark: true, contrast: true }, 'hc-dark'],
    ['light', { dark: true, contrast: true }, 'light'],
    ['hc-dark', { dark: false, contrast: false }, 'hc-dark'],
  ] as const)('chosen as %s, when the system has %o, is %s', (preference, system, theme) => {
    expect(resolveTheme(preference, system)).toBe(theme)
  })
})

describe('stored preferences', () => {
  test.each([
    ['a theme', { theme: 'dark' }],
    ['a size', { zoom: 150 }],
    ['keys of the user’s own', { keys: { 'note.sign': ['Mod+J', 'Mod+[Digit7]'], 'frame.zoomIn': [] } }],
    ['nothing at all', {}],
  ])('that say %s are taken, and nothing is added', (_, stored) => {
    expect(readPreferences(stored)).toEqual({ chosen: stored, findings: [] })
  })

  test.each([undefined, null])('that are not there (%s) are no fault', (stored) => {
    expect(readPreferences(stored)).toEqual({ chosen: {}, findings: [] })
  })

  test('of another version are passed over where nothing here asks for them', () => {
    expect(readPreferences({ theme: 'dark', fontWeight: 300 })).toEqual({
      chosen: { theme: 'dark' },
      findings: [],
    })
  })

  const said = (stored: unknown) => readPreferences(stored).findings.map((each) => messageText('sv', each))

  test.each([
    ['a text that is no JSON', broken, 'Filen med dina inställningar går inte att läsa'],
    ['something else than preferences', 'dark', 'Filen med dina inställningar går inte att läsa'],
    [
      'a theme that there is not',
      { theme: 'pink' },
      'Inställningen theme har ett värde som inte går att använda: "pink"',
    ],
    ['a size beyond reading', { zoom: 5000 }, 'Inställningen zoom'],
    ['keys that are no list of keys', { keys: 7 }, 'Inställningen keys'],
    [
      'keys of a command in another form',
      { keys: { 'note.sign': 'Mod+J' } },
      'kommandot note.sign går inte att läsa',
    ],
    [
      'a key that no keyboard has',
      { keys: { 'note.sign': ['Mod+Nosuchkey'] } },
      'Tangenten Mod+Nosuchkey för kommandot note.sign',
    ],
    ['a modifier that there is not', { keys: { 'note.sign': ['Hyper+J'] } }, 'kommandot note.sign'],
    [
      'a key that AltGr writes with',
      { keys: { 'note.sign': ['Ctrl+Alt+E'] } },
      'Ctrl+Alt+E för kommandot note.sign skriver ett tecken med AltGr',
    ],
  ])('with %s say what is wrong', (_, stored, finding) => {
    expect(said(stored)).toEqual([expect.stringContaining(finding)])
  })

  test('lose nothing of what is right beside what is wrong', () => {
    const stored = {
      theme: 'pink',
      density: 'roomy',
      keys: { 'note.sign': ['Ctrl+Alt+E'], 'note.save': ['F2'] },
    }
    expect(readPreferences(stored).chosen).toEqual({ density: 'roomy', keys: { 'note.save': ['F2'] } })
  })
})
