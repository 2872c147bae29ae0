// electron-builder.yml, held to electron-builder's own schema, and to what must never come back into it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { packagingConfig, rawConfig } from '../../../scripts/packaging/config.ts'
import { desktopFile } from '../../../scripts/packaging/linux.ts'
import { root } from '../../../scripts/run.ts'

const config = z.record(z.string(), z.unknown()).parse(rawConfig())

let validate: ReturnType<Ajv['compile']>

beforeAll(() => {
  const text = readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8')
  // As electron-builder reads it, but without bending values until they fit.
  validate = new Ajv({ allErrors: true, strict: false }).compile(
    z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
  )
})

function faults(changes: Record<string, unknown>): string[] {
  expect(validate({ ...config, ...changes })).toBeTypeOf('boolean')
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

describe('electron-builder.yml', () => {
  test('fits electron-builder’s own schema', () => {
    expect(faults({})).toEqual([])
  })

  test.each([
    ['a key that electron-builder does not know', { fuses: {} }],
    ['a target that is none', { linux: { target: 5 } }],
    ['a word where yes or no belongs', { nsis: { oneClick: 'maybe' } }],
  ])('and would not with %s', (_what, changes) => {
    expect(faults(changes)).not.toEqual([])
  })

  test('has every target', () => {
    const { linux, win, mac } = packagingConfig()
    expect({ linux: linux.target, win: win.target, mac: mac.target }).toEqual({
      linux: ['tar.gz', 'deb', 'rpm', 'AppImage'],
      win: ['nsis', 'msi'],
      mac: ['dmg'],
    })
  })

  test('sends nothing anywhere, compiles nothing, and turns the fuses', () => {
    expect(config).toMatchObject({
      publish: null,
      npmRebuild: false,
      afterPack: './scripts/packaging/after-pack.ts',
      nsis: { perMachine: false, deleteAppDataOnUninstall: false },
      msi: { perMachine: true },
      mac: { hardenedRuntime: true, entitlements: 'packaging/entitlements.plist' },
    })
  })
})

test('the start menu has Klarlagt, in Swedish and English', () => {
  const lines = desktopFile(packagingConfig().linux).split('\n')
  expect(lines[0]).toBe('[Desktop Entry]')
  expect(lines).toEqual(
    expect.arrayContaining([
      'Name=Klarlagt',
      'GenericName=Dokumentationsstöd',
      'GenericName[en]=Documentation support',
      expect.stringMatching(/^Comment=./),
      expect.stringMatching(/^Comment\[en\]=./),
      'Exec=/opt/Klarlagt/resources/bin/klarlagt-window',
      'Icon=klarlagt',
      'Categories=Office;',
      'StartupWMClass=klarlagt',
    ]),
  )
})
