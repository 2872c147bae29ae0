// What package-lock.json says of the packages that the program runs with, as licences and the bill of materials need it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const entrySchema = z.object({
  /** The package's real name, where it is installed under another. */
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  optional: z.boolean().default(false),
})
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) })

export interface LockedPackage {
  /** Where it is installed, from the top of the repository. */
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly licence: string | undefined
  readonly integrity: string | undefined
  readonly use: 'production' | 'development' | 'optional'
}

/** Every package of a lock file, but ours. Optional ones are for systems and tools: nothing that ships needs any. */
export function lockedPackages(root: string): readonly LockedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, { name, version, license, integrity, dev, devOptional, optional }]) => ({
      folder,
      name: name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      integrity,
      use: dev || devOptional ? 'development' : optional ? 'optional' : 'production',
    }))
}

export const productionPackages = (root: string): readonly LockedPackage[] =>
  lockedPackages(root).filter(({ use }) => use === 'production')
