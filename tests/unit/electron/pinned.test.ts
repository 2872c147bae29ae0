import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const read = <T extends z.ZodType>(path: string, schema: T) =>
  schema.parse(JSON.parse(readFileSync(path, 'utf8')))

test(`Electron is pinned to the one version that is locked and type-checked against @electron-16`, () => {
  const { devDependencies } = read(
    'package.json',
    z.object({ devDependencies: z.object({ electron: z.string() }) }),
  )
  const { version } = read('node_modules/electron/package.json', z.object({ version: z.string() }))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(devDependencies.electron).toBe(version)
})
