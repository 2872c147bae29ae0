// The finished program: what its archive holds, how its fuses are set, and what it obeys.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { productionPackages } from '../../scripts/lock-file.ts'
import { packaged } from '../../scripts/packaging/for-tests.ts'
import { fuseCount, fuseNumbers, fuses, fusesForTests } from '../../scripts/packaging/fuses.ts'
import { root } from '../../scripts/run.ts'
import { childrenOf, procFile } from './app/processes.ts'

const namedSchema = z.object({ name: z.string(), version: z.string() })

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-packaged-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The files of an archive, without its folders. */
function filesOf(archive: string): string[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .filter((path) => !('files' in statFile(archive, path)))
}

test.describe('app.asar', () => {
  test('holds what runs, and nothing else', () => {
    const files = filesOf(packaged.archive)
    for (const needed of [
      'package.json',
      'out/main/main.cjs',
      'out/main/core-process.cjs',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'templates/planering.json',
      'templates/phrases/planering.fraser.json',
      'templates/demo/plan-eller-planering.json',
      `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
    ])
      expect(files).toContain(needed)
    const ours =
      /^(package\.json$|out\/(main|preload|renderer)\/|templates\/([^/]+|phrases\/[^/]+\.fraser|demo\/[^/]+)\.json$|node_modules\/)/
    expect(files.filter((file) => !ours.test(file))).toEqual([])
    const unwanted =
      /\.(ts|tsx|mts|cts|map|md|markdown|c|cc|cpp|h|hpp|gyp|gypi|flow|afm|woff|eot)$|\.schema\.json$/i
    expect(files.filter((file) => unwanted.test(file))).toEqual([])
    const folders = /node_modules\/.*\/(tests?|__tests__|src|docs|examples?|bench|typings)\//
    expect(files.filter((file) => folders.test(file))).toEqual([])
  })

  test('has no package that only developers need, and native code for this system alone', () => {
    const files = filesOf(packaged.archive)
    const packages = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [])
    // By name and version: the packer may lay a package under another than npm does.
    const production = new Set(productionPackages(root).map(({ name, version }) => `${name}@${version}`))
    const packed = [...new Set(packages)].map((each) => {
      const text = extractFile(packaged.archive, `${each}/package.json`).toString('utf8')
      const { name, version } = namedSchema.parse(JSON.parse(text))
      return `${name}@${version}`
    })
    expect(packed.filter((each) => !production.has(each))).toEqual([])
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1)
  })

  test('is small: under 60 MB with what lies unpacked beside it', () => {
    const beside = filesOf(packaged.archive).filter((file) => statFile(packaged.archive, file).unpacked)
    const sizes = beside.map((file) => statSync(join(`${packaged.archive}.unpacked`, file)).size)
    const total = sizes.reduce((sum, size) => sum + size, statSync(packaged.archive).size)
    expect(beside).toEqual([expect.stringMatching(/\.node$/)])
    expect(total).toBeLessThan(60e6)
  })

  test('carries the digest of every file', () => {
    for (const file of filesOf(packaged.archive)) {
      const stat = statFile(packaged.archive, file)
      const sha256 = createHash('sha256').update(extractFile(packaged.archive, file)).digest('hex')
      expect('integrity' in stat ? stat.integrity : file).toMatchObject({ algorithm: 'SHA256', hash: sha256 })
    }
  })

  test('is the program: an unpacked Electron’s own is gone, and beside it lie the icon and the launchers', () => {
    const resources = join(packaged.folder, 'resources')
    expect(readdirSync(resources).toSorted()).toEqual(['app.asar', 'app.asar.unpacked', 'bin', 'icon.png'])
    expect(readdirSync(join(resources, 'bin')).toSorted()).toEqual(['klarlagt', 'klarlagt-window'])
  })
})

test.describe('the fuses', () => {
  for (const [what, executable, decided] of [
    ['of the program that ships', packaged.executable, fuses],
    ['of the copy for tests', packaged.driven, fusesForTests],
  ] as const)
    test(`${what} are as decided`, async () => {
      const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(executable)) }
      const count = await fuseCount(executable)
      for (const fuse of fuseNumbers.slice(0, count))
        expect([FuseV1Options[fuse], wire[fuse]]).toEqual([
          FuseV1Options[fuse],
          decided[fuse] ? FuseState.ENABLE : FuseState.DISABLE,
        ])
      // The tests' Electron is older than this one; nothing else may go unread.
      expect(fuseNumbers.slice(count)).toEqual([FuseV1Options.WasmTrapHandlers])
    })

  test('are all that the copy for tests differs in', () => {
    const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(digest(packaged.drivenArchive)).toBe(digest(packaged.archive))
  })
})

interface Started {
  readonly child: ChildProcess
  readonly said: () => string
}

/** Starts the program that ships, as a user does who wishes it ill. */
function start(executable: string, dataDir: string, trap: string): Started {
  const child = spawn(
    executable,
    // No sandbox as root, and no graphics card to look for.
    [
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${dataDir}`,
      '--inspect=0',
      '--remote-debugging-port=0',
    ],
    {
      env: {
        ...process.env,
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require ${trap}`,
        KLARLAGT_CORE_NODE: trap,
        KLARLAGT_CORE_FILES: folder,
        KLARLAGT_DOWNLOAD_DIR: folder,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return { child, said: () => said }
}

async function stop({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

test.describe('the program that ships', () => {
  test('lets no debugger in, runs no other Node, and hands a second start over to the first', async () => {
    const sprung = join(folder, 'sprung')
    const trap = join(folder, 'trap.cjs')
    const spring = `require('node:fs').writeFileSync(${JSON.stringify(sprung)}, '')`
    writeFileSync(trap, `#!${process.execPath}\n${spring}\n`, { mode: 0o755 })
    const dataDir = join(folder, 'data')
    const first = start(packaged.executable, dataDir, trap)
    try {
      const core = () =>
        childrenOf(first.child.pid ?? 0).filter((pid) =>
          procFile(pid, 'cmdline').includes('node.mojom.NodeService'),
        )
      // Its core runs in a process of Electron's own.
      await expect.poll(core, { timeout: 30_000 }).toHaveLength(1)
      const second = start(packaged.executable, dataDir, trap)
      expect(await once(second.child, 'exit')).toEqual([0, null])
      expect(first.child.exitCode).toBe(null)
      expect(existsSync(sprung)).toBe(false)
      expect(first.said()).not.toMatch(/(Debugger|DevTools) listening/)
      expect(existsSync(join(dataDir, 'DevToolsActivePort'))).toBe(false)
    } finally {
      await stop(first)
    }
  })
})
