// What the page for administrators says of the program, held to what decides it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { packagingConfig } from '../../../scripts/packaging/config.ts'
import { fuseNumbers, fuses } from '../../../scripts/packaging/fuses.ts'
import { root } from '../../../scripts/run.ts'

const page = readFileSync(join(root, 'docs', 'administration.md'), 'utf8')

/** The part of the page below a heading. */
function section(heading: string): string {
  const [, text = ''] = page.split(`\n## ${heading}\n`)
  return text.split('\n## ')[0] ?? ''
}

describe('docs/administration.md', () => {
  test('says of every fuse how it is set', () => {
    const rows = [...section('Fuses').matchAll(/^\| `(\w+)` \| (on|off) \| \S/gm)]
    expect(Object.fromEntries(rows.map(([, name, set]) => [name, set]))).toEqual(
      Object.fromEntries(fuseNumbers.map((fuse) => [FuseV1Options[fuse], fuses[fuse] ? 'on' : 'off'])),
    )
  })

  const files: Readonly<Record<string, RegExp>> = {
    'tar.gz': /\.tar\.gz/,
    deb: /\.deb/,
    rpm: /\.rpm/,
    AppImage: /\.AppImage/,
    nsis: /-user-x64\.exe/,
    msi: /-machine-x64\.msi/,
    dmg: /\.dmg/,
  }
  test('says of every target how it is installed', () => {
    const { linux, win, mac } = packagingConfig()
    const targets = [linux, win, mac].flatMap(({ target }) => target)
    expect(targets.filter((target) => !files[target]?.test(section('Install')))).toEqual([])
  })

  test.each(['Sandbox', 'Network and updates', 'Command line', 'Logs', 'Uninstall'])(
    'has something to say of %s',
    (heading) => {
      expect(section(heading).trim()).not.toBe('')
    },
  )
})
