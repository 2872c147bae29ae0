import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { expect } from '@playwright/test'

/** What a program of somebody else's reads from a file; undefined, and said, where a machine has none. */
function readBy(program: string, parameters: readonly string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8' })
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!missing || process.env.KLARLAGT_REQUIRE_READERS === '1') throw error
    console.warn(`Not read: ${parameters.join(' ')} (${program} is not installed; only its kind was checked)`)
    return undefined
  }
}

/** What an exported file says, as text; fails the test where it is not of its kind. */
export function exportedText(path: string): string | undefined {
  switch (extname(path)) {
    case '.pdf':
      expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-')
      return readBy('pdftotext', ['-layout', path, '-'])
    case '.docx':
      expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
      return readBy('unzip', ['-p', path, 'word/document.xml'])
    default:
      return readFileSync(path, 'utf8')
  }
}
