// What electron-builder.yml says, read for what electron-builder does not do for us.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../run.ts'

const targets = z.object({ target: z.array(z.string()) })

const configSchema = z.object({
  linux: targets.extend({
    category: z.string(),
    executableName: z.string(),
    synopsis: z.string(),
    maintainer: z.string(),
    desktop: z.object({ entry: z.record(z.string(), z.string()) }),
  }),
  mac: targets,
  win: targets,
})
export type LinuxConfig = z.infer<typeof configSchema>['linux']

/** The configuration as it stands in the file. */
export function rawConfig(): unknown {
  return parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
}

export function packagingConfig() {
  return configSchema.parse(rawConfig())
}

/** The targets of the system that we run on. */
export function targetsHere(): readonly string[] {
  const { linux, mac, win } = packagingConfig()
  if (process.platform === 'darwin') return mac.target
  return process.platform === 'win32' ? win.target : linux.target
}
