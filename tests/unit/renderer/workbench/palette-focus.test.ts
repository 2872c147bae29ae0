import { afterEach, expect, it } from 'vitest'
import { closePalette, openPalette } from '../../../../renderer/workbench/palette/palette.tsx'

afterEach(() => document.body.replaceChildren())

function input(): HTMLInputElement {
  const element = document.createElement('input')
  document.body.append(element)
  return element
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

it('the palette gives the focus back to what had it', async () => {
  const written = input()
  written.focus()
  openPalette('')
  written.blur()
  closePalette()
  await frame()
  expect(document.activeElement).toBe(written)
})

it('the palette leaves the focus where a key has taken it while it closes', async () => {
  const written = input()
  const search = input()
  written.focus()
  openPalette('')
  closePalette()
  search.focus()
  await frame()
  expect(document.activeElement).toBe(search)
})
