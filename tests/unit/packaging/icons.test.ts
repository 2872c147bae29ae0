import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeIcons } from '../../../scripts/packaging/icons.ts'

const isPng = (bytes: Buffer) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'
const side = (bytes: Buffer) => bytes.readUInt32BE(16)

test('the drawing becomes every size and form that systems ask for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-icons-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeIcons(folder)

  for (const name of readdirSync(join(folder, 'png'))) {
    const bytes = readFileSync(join(folder, 'png', name))
    expect(isPng(bytes)).toBe(true)
    expect(`${side(bytes)}x${side(bytes)}.png`).toBe(name)
  }

  const ico = readFileSync(join(folder, 'icon.ico'))
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
  const inIco = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index)
    const start = entry.readUInt32LE(12)
    const picture = ico.subarray(start, start + entry.readUInt32LE(8))
    expect(isPng(picture)).toBe(true)
    expect(side(picture) % 256).toBe(entry.readUInt8(0))
    return side(picture)
  })
  expect(inIco).toEqual([16, 24, 32, 48, 64, 128, 256])

  const icns = readFileSync(join(folder, 'icon.icns'))
  expect(icns.subarray(0, 4).toString()).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const inIcns: number[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const picture = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))
    expect(isPng(picture)).toBe(true)
    inIcns.push(side(picture))
  }
  expect(inIcns.toSorted((a, b) => a - b)).toEqual([32, 64, 128, 256, 512, 1024])
})
