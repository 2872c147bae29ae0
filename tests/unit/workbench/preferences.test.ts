import { describe, expect, test } from 'vitest'
import { readPreferences, resolveTheme } from '../../../renderer/workbench/preferences.ts'

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
  test('are taken, with defaults for what they do not say', () => {
    expect(readPreferences({ theme: 'dark' })).toEqual({ language: 'sv', theme: 'dark', density: 'normal' })
  })
  test.each([null, 'dark', { theme: 'pink' }])('%o gives the defaults', (stored) => {
    expect(readPreferences(stored)).toEqual({ language: 'sv', theme: 'system', density: 'normal' })
  })
})
