// Runs dependency-cruiser with scripts/house-rules.ts, and fails if it read nothing: without @swc/core it finds no modules
// and calls that a success.
// usage: node scripts/check-house.ts [FOLDER]     another checkout with the same layout (the self-test uses it)
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden, options } from './house-rules.ts'
import { importsIn, roomCircles } from './rooms.ts'
import { root } from './run.ts'

const rooms = ['shared', 'main', 'renderer', 'tests', 'scripts']

export interface House {
  readonly modules: number
  readonly violations: readonly string[]
}

/** Every module with its imports, and the rules that are broken. */
export async function cruiseHouse(folder: string): Promise<ICruiseResult> {
  const there = rooms.filter((room) => existsSync(join(folder, room)))
  const result = await cruise(there, {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  })
  if (typeof result.output === 'string') throw new Error('dependency-cruiser gave text instead of modules.')
  return result.output
}

export async function checkHouse(folder: string): Promise<House> {
  const output = await cruiseHouse(folder)
  const ours = output.modules.filter((module) =>
    /^(shared|main|renderer|tests|scripts)\//.test(module.source),
  )
  const violations = output.summary.violations.map((violation) => {
    const way = violation.cycle?.map((step) => step.name).join(' → ') ?? violation.to
    return `${violation.rule.name}: ${violation.from} → ${way}`
  })
  const circles = roomCircles(importsIn(output)).map((circle) => `no-room-circles: ${circle}`)
  return { modules: ours.length, violations: [...violations, ...circles] }
}

if (import.meta.main) {
  const { modules, violations } = await checkHouse(resolve(process.argv[2] ?? root))
  for (const violation of violations) console.error(violation)
  if (modules === 0) console.error('No module was read: is @swc/core installed?')
  console.log(`${modules} modules, ${violations.length} broken arrows`)
  process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0
}
