import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'vitest'

/** Programs of others that read what we write, or watch what we do (`.ci/run` installs them). */
export type Reader =
  | 'strace'
  | 'pdfinfo'
  | 'pdffonts'
  | 'pdftotext'
  | 'pdfdetach'
  | 'qpdf'
  | 'soffice'
  | 'scalc'
  | 'preflight'

const JARS = '/usr/share/java'
const preflightJars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'jaxb-api',
  'javax.activation',
].map((jar) => join(JARS, `${jar}.jar`))

const onPath = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** The part of LibreOffice that reads tables, which Debian has in a package of its own. */
const calc = '/usr/lib/libreoffice/program/libsclo.so'

function isThere(reader: Reader): boolean {
  if (reader === 'scalc') return onPath('soffice') && existsSync(calc)
  return reader === 'preflight'
    ? onPath('java') && preflightJars.every((jar) => existsSync(jar))
    : onPath(reader)
}

/**
 * A test that needs readers. Where one is missing the test is skipped and says so in its name and on the
 * terminal; with KLARLAGT_REQUIRE_READERS=1 it fails instead.
 */
export function readerTest(readers: readonly Reader[], name: string, body: () => void | Promise<void>): void {
  const missing = readers.filter((reader) => !isThere(reader))
  if (missing.length === 0) test(name, body, 120_000)
  else if (process.env.KLARLAGT_REQUIRE_READERS === '1')
    test(name, () => {
      throw new Error(`${missing.join(', ')} must be installed: KLARLAGT_REQUIRE_READERS is set`)
    })
  else {
    console.warn(`Skipped: ${name} (${missing.join(', ')} not installed)`)
    test.skip(`${name} (${missing.join(', ')} not installed)`)
  }
}

/** Runs a program on a file of these bytes and gives what it prints; throws where it reports failure. */
function onFile(bytes: Uint8Array, fileName: string, work: (path: string, folder: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-export-'))
  try {
    const path = join(folder, fileName)
    writeFileSync(path, bytes)
    return work(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const output = (program: string, parameters: readonly string[]): string =>
  execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64e6 })

const pdf =
  (program: string, parameters: readonly string[], after: readonly string[] = []) =>
  (bytes: Uint8Array) =>
    onFile(bytes, 'a.pdf', (path) => output(program, [...parameters, path, ...after]))

export const pdfInfo = pdf('pdfinfo', [])
export const pdfStructure = pdf('pdfinfo', ['-struct-text'])
export const pdfFonts = pdf('pdffonts', [])
export const qpdfCheck = pdf('qpdf', ['--check'])
/** The file with its streams unpacked, to see what is in them. */
export const qpdfPlain = pdf('qpdf', ['--qdf', '--object-streams=disable'], ['-'])
export const qpdfJson = pdf('qpdf', ['--json', '--json-stream-data=none'])

/** A file that is attached to a PDF, as text. */
export function pdfAttached(bytes: Uint8Array, name: string): string {
  return onFile(bytes, 'a.pdf', (path, folder) => {
    const out = join(folder, name)
    output('pdfdetach', ['-savefile', name, '-o', out, path])
    return readFileSync(out, 'utf8')
  })
}

/** The words of each page, in the order they were written. */
export function pdfPages(bytes: Uint8Array): string[] {
  return pdf('pdftotext', ['-raw', '-enc', 'UTF-8'], ['-'])(bytes).split('\f').slice(0, -1)
}

/** What PDFBox's validator says of a file as PDF/A-1b, valid or not. */
export function preflight(bytes: Uint8Array): string {
  const parameters = ['-cp', preflightJars.join(delimiter), 'org.apache.pdfbox.preflight.Validator_A1b']
  return onFile(bytes, 'a.pdf', (path) => {
    try {
      return output('java', [...parameters, path])
    } catch (error) {
      if (error instanceof Error && 'stdout' in error) return String(error.stdout)
      throw error
    }
  })
}

/** A Word file as LibreOffice reads it, in another format. */
export function libreOffice(
  bytes: Uint8Array,
  format: 'html' | 'pdf' | 'txt',
  read: (path: string) => string,
): string {
  return onFile(bytes, 'a.docx', (path, folder) => {
    const target = format === 'txt' ? 'txt:Text (encoded):UTF8' : format
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    output('soffice', ['--headless', profile, '--convert-to', target, '--outdir', folder, path])
    return read(join(folder, `a.${format}`))
  })
}

/** A table as LibreOffice Calc reads it, as CSV of what it shows; of a file of semicolons, as a Swedish Excel reads it. */
export function libreOfficeTable(bytes: Uint8Array, from: 'csv' | 'xlsx'): string {
  return onFile(bytes, `in.${from}`, (path, folder) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const reading = from === 'csv' ? ['--infilter=CSV:59,34,UTF8'] : []
    // Commas, every cell quoted, as text is shown; formulas as formulas and not as what they come to.
    const to = 'csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,true,true,true'
    const out = join(folder, 'out')
    output('soffice', ['--headless', profile, ...reading, '--convert-to', to, '--outdir', out, path])
    return readFileSync(join(out, 'in.csv'), 'utf8')
  })
}

/** Word files as LibreOffice reads them, all in one run of it, in their order. */
export function libreOfficeTexts(files: readonly Uint8Array[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-export-'))
  try {
    const names = files.map((_, at) => join(folder, `${at}.docx`))
    files.forEach((bytes, at) => {
      writeFileSync(names[at] ?? '', bytes)
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const to = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder]
    output('soffice', ['--headless', profile, ...to, ...names])
    return names.map((name) => readFileSync(name.replace(/docx$/, 'txt'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many times a text stands in another. */
export const timesIn = (text: string, part: string) => text.split(part).length - 1
