// What lies beside each build for those who must know what is in it. npm writes it; the schema is CycloneDX's own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type LockedPackage, lockedPackages } from '../../../scripts/lock-file.ts'
import { root } from '../../../scripts/run.ts'
import { billOfMaterials, writeSbom } from '../../../scripts/sbom.ts'

const folder = dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'))

function schema(name: string): Record<string, unknown> {
  const text = readFileSync(join(folder, 'res', 'schema', `${name}.SNAPSHOT.schema.json`), 'utf8')
  // The schemas refer to each other by file name, and name themselves by address.
  return { ...z.record(z.string(), z.unknown()).parse(JSON.parse(text)), $id: `${name}.SNAPSHOT.schema.json` }
}

const bom = billOfMaterials()
const components = z
  .array(
    z.looseObject({
      'bom-ref': z.string(),
      purl: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).optional(),
    }),
  )
  .parse(bom.components)

const packages = lockedPackages(root)
const electron = packages.filter(({ folder }) => folder === 'node_modules/electron')
const shipped = [...packages.filter(({ use }) => use === 'production'), ...electron]
const ref = ({ name, version }: LockedPackage) => `${name}@${version}`

describe('the bill of materials', () => {
  test('is what CycloneDX says that one is', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const valid = ajv.addSchema([schema('spdx'), schema('jsf-0.82')]).compile(schema('bom-1.5'))
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    valid(bom)
    expect(valid.errors ?? []).toEqual([])
    expect(valid({ ...bom, components: [{ name: 'without a type' }] })).toBe(false)
  })

  test('is of this program, in this version', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    expect(bom.metadata.component).toMatchObject({ type: 'application', name: 'klarlagt', version })
  })

  test('has every package that is needed at run time, with its address and the hash that the lock file demands', () => {
    expect(shipped.length).toBeGreaterThan(100)
    const inBill = components.map(({ 'bom-ref': name, purl, hashes = [] }) => [
      name,
      decodeURIComponent(purl),
      ...hashes.map(({ alg, content }) => `${alg} ${content}`),
    ])
    for (const one of shipped) {
      const sha512 = Buffer.from((one.integrity ?? '').replace(/^sha512-/, ''), 'base64').toString('hex')
      expect(inBill).toContainEqual([ref(one), `pkg:npm/${ref(one)}`, `SHA-512 ${sha512}`])
    }
  })

  test('has the database with its encryption, and hangs every part on what needs it', () => {
    const names = components.map((one) => one['bom-ref'])
    const database = names.filter((name) => /^sqlite(3mc)?@\d+\.\d+\.\d+$/.test(name))
    expect(database).toHaveLength(2)
    const needs = (name: RegExp) =>
      bom.dependencies.filter(({ ref: of }) => name.test(of)).flatMap((one) => one.dependsOn)
    expect(needs(/^better-sqlite3-multiple-ciphers@/)).toEqual(expect.arrayContaining(database))
    expect(needs(/^klarlagt@/)).toEqual(expect.arrayContaining(electron.map(ref)))
    const known = new Set([...names, bom.metadata.component['bom-ref']])
    const loose = bom.dependencies
      .flatMap((one) => [one.ref, ...one.dependsOn])
      .filter((name) => !known.has(name))
    expect(loose).toEqual([])
  })

  test('says of every part under which licence it is', () => {
    expect(components.filter(({ licenses }) => licenses === undefined)).toEqual([])
  })

  test('has nothing that only development needs', () => {
    const known = new Set(shipped.map(ref))
    const others = packages.map(ref).filter((name) => !known.has(name))
    expect(others.length).toBeGreaterThan(100)
    expect(components.filter((one) => others.includes(one['bom-ref']))).toEqual([])
  })

  test('is written as a file of its own', async () => {
    const made = mkdtempSync(join(tmpdir(), 'klarlagt-sbom-'))
    try {
      await writeSbom(join(made, 'klarlagt.cdx.json'))
      const written: unknown = JSON.parse(readFileSync(join(made, 'klarlagt.cdx.json'), 'utf8'))
      expect(written).toMatchObject({ components: bom.components, dependencies: bom.dependencies })
    } finally {
      rmSync(made, { recursive: true })
    }
  })
})
