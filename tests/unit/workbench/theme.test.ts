import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, parseColour, type Rgb } from './contrast.ts'

const folder = join(import.meta.dirname, '../../../renderer/base/theme')
const css = ['light', 'dark', 'high-contrast']
  .map((name) => readFileSync(join(folder, `${name}.css`), 'utf8'))
  .join('\n')

type Tokens = ReadonlyMap<string, string>

const themes = new Map<string, Tokens>(
  [...css.matchAll(/:root\[data-theme='([\w-]+)'\] \{([^}]*)\}/g)].map(([, name = '', body = '']) => [
    name,
    new Map(
      [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, token = '', value = '']) => [
        token,
        value.trim(),
      ]),
    ),
  ]),
)

function colour(theme: Tokens, token: string): Rgb {
  const parsed = parseColour(theme.get(token) ?? '')
  if (parsed === undefined) throw new Error(`--${token} is no colour`)
  return parsed
}

const surfaces = ['bg-editor', 'bg-side', 'bg-frame', 'bg-popup', 'bg-input', 'bg-hover', 'bg-selected']
const pair = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back]))

const textPairs = [
  ...pair(['fg', 'fg-muted'], surfaces),
  ...pair(['fg-link'], ['bg-editor', 'bg-side', 'bg-popup']),
  ...pair(
    ['marker-error', 'marker-warning', 'marker-info'],
    ['bg-editor', 'bg-side', 'bg-frame', 'bg-popup', 'bg-hover', 'bg-selected'],
  ),
  ...pair(
    ['owner-employer', 'owner-agency', 'owner-need'],
    ['bg-editor', 'bg-side', 'bg-frame', 'bg-popup', 'bg-hover', 'bg-selected'],
  ),
  ...['error', 'warning', 'info'].map((name) => [`marker-${name}`, `marker-${name}-surface`]),
  ...['employer', 'agency', 'need'].map((name) => [`owner-${name}`, `owner-${name}-surface`]),
  ...pair(
    ['fg', 'fg-muted'],
    [
      'owner-employer-surface',
      'owner-agency-surface',
      'owner-need-surface',
      'marker-error-surface',
      'marker-warning-surface',
      'marker-info-surface',
    ],
  ),
  ['fg-badge', 'bg-badge'],
  ['fg-on-accent', 'accent'],
  ['fg-on-accent', 'accent-hover'],
  ['fg-demo', 'bg-demo'],
  ...pair(['comment'], ['bg-editor', 'bg-comment', 'bg-hover', 'bg-side']),
  ['fg', 'bg-comment'],
  ...pair(['fg-found'], ['bg-found', 'bg-found-current']),
  ...pair(['fg'], ['diff-added', 'diff-removed']),
  ['good', 'bg-editor'],
  ['good', 'bg-frame'],
  ['good', 'bg-popup'],
]

const graphicPairs = [
  ...pair(['border-control'], ['bg-editor', 'bg-side', 'bg-popup', 'bg-input']),
  ...pair(['focus'], [...surfaces, 'accent']).filter(([, back]) => back !== 'accent'),
  ...pair(['accent'], ['bg-editor', 'bg-side', 'bg-frame']),
]

test('the four themes are found', () => {
  expect([...themes.keys()].toSorted()).toEqual(['dark', 'hc-dark', 'hc-light', 'light'])
})

test('every theme gives every token', () => {
  const light = [...(themes.get('light')?.keys() ?? [])]
  expect(light.length).toBeGreaterThan(30)
  for (const theme of themes.values()) expect([...theme.keys()]).toEqual(light)
})

describe.each([...themes])('the theme %s', (name, theme) => {
  test.each(textPairs)('shows %s on %s as readable text', (front = '', back = '') => {
    const least = name.startsWith('hc-') ? 7 : 4.5
    expect(contrast(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(least)
  })
  test.each(graphicPairs)('shows %s on %s as a visible line', (front = '', back = '') => {
    expect(contrast(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(3)
  })
})

test('contrast is that of WCAG', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.478, 2)
})
