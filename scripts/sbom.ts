// The bill of materials that lies beside each build (CycloneDX): what npm says of the packages in the lock file, and what ships
// without being one of the program's packages: Electron, and what the database driver brings as source.
// usage: node scripts/sbom.ts FILE
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import manifest from '../package.json' with { type: 'json' }
import { shippedParts, sqliteVersions } from './licences.ts'
import { type LockedPackage, lockedPackages, productionPackages } from './lock-file.ts'
import { environment, root } from './run.ts'

const componentSchema = z.looseObject({ 'bom-ref': z.string() })
const npmBomSchema = z.looseObject({
  metadata: z.looseObject({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
type Component = z.infer<typeof componentSchema>
type Bom = z.infer<typeof npmBomSchema>

/** What npm says of every package of the lock file, development's too. */
function npmBom(): Bom {
  const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  return npmBomSchema.parse(JSON.parse(text))
}

/**
 * The part of a bill that is of packages needed at run time. Chosen here by the lock file's own marks, since npm's `--omit=dev`
 * leaves out whatever anybody develops with as well: React, zod and the web sockets among them.
 */
function ofProduction({ components, dependencies, ...rest }: Bom): Bom {
  const own = rest.metadata.component['bom-ref']
  const needed = new Set([own, ...productionPackages(root).map(({ name, version }) => `${name}@${version}`)])
  return {
    ...rest,
    components: components.filter((one) => needed.has(one['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => needed.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => needed.has(other)) })),
  }
}

/** A package of the lock file as CycloneDX writes one. */
function component({ name, version, licence, integrity }: LockedPackage): Component {
  const sha512 = integrity?.replace(/^sha512-/, '')
  return {
    'bom-ref': `${name}@${version}`,
    type: 'framework',
    name,
    version,
    scope: 'required',
    purl: `pkg:npm/${name}@${version}`,
    ...(sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    ...(licence === undefined ? {} : { licenses: [{ license: { id: licence } }] }),
  }
}

const source = (name: string, version: string, id: string): Component => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'required',
  purl: `pkg:generic/${name}@${version}`,
  licenses: [{ license: { id } }],
})

/** Gives licences to the packages that name none, as they were read by hand. */
function withLicences(components: readonly Component[]): Component[] {
  const read = new Map(
    shippedParts(root).map(({ name, version, licence }) => [`${name}@${version}`, licence]),
  )
  return components.map((one) => {
    const id = read.get(one['bom-ref'])
    return one.licenses !== undefined || id === undefined ? one : { ...one, licenses: [{ license: { id } }] }
  })
}

/** The whole program's bill of materials. */
export function billOfMaterials(): Bom {
  const { metadata, components, dependencies, ...head } = ofProduction(npmBom())
  const electron = lockedPackages(root)
    .filter(({ folder }) => folder === 'node_modules/electron')
    .map(component)
  const { sqlite, ciphers } = sqliteVersions(root)
  const driver = [source('sqlite', sqlite, 'blessing'), source('sqlite3mc', ciphers, 'MIT')]
  const own = metadata.component['bom-ref']
  const refs = (list: readonly Component[]) => list.map((one) => one['bom-ref'])
  const isDriver = (ref: string) => ref.startsWith('better-sqlite3-multiple-ciphers@')
  return {
    ...head,
    // npm names the program after the folder it is in.
    metadata: {
      ...metadata,
      component: {
        ...metadata.component,
        type: 'application',
        name: manifest.name,
        version: manifest.version,
      },
    },
    components: withLicences([...components, ...electron, ...driver]),
    dependencies: [
      ...dependencies.map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: [
          ...dependsOn,
          ...(ref === own ? refs(electron) : []),
          ...(isDriver(ref) ? refs(driver) : []),
        ],
      })),
      ...refs([...electron, ...driver]).map((ref) => ({ ref, dependsOn: [] })),
    ],
  }
}

/** Writes the bill of materials of what is built from this checkout. */
export async function writeSbom(path: string): Promise<void> {
  await writeFile(path, `${JSON.stringify(billOfMaterials(), undefined, 2)}\n`)
}

if (import.meta.main) {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Error('Say which file to write.')
  await writeSbom(file)
}
