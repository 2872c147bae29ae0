// Chromium's sandbox around the finished program's page, as it stands where people work: an ordinary user, with user
// namespaces or with the helper that belongs to root; and what is said where neither is to be had.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { packaged } from '../../scripts/packaging/for-tests.ts'
import { childrenOf, procFile } from './app/processes.ts'

test.skip(process.getuid?.() !== 0, 'Only root can start a program as somebody else.')

/** The user that Unix keeps for nobody in particular. */
const NOBODY = 65_534

let folder: string
let program: string
let home: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-sandbox-'))
  chmodSync(folder, 0o755)
  program = join(folder, 'Klarlagt')
  // A place that others can read, as /opt is.
  cpSync(packaged.folder, program, { recursive: true })
  home = join(folder, 'home')
  mkdirSync(home)
  chownSync(home, NOBODY, NOBODY)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Whether the helper is as a package installs it, or as it is after unpacking an archive. */
function helper(state: 'installed' | 'unpacked'): void {
  const path = join(program, 'chrome-sandbox')
  chownSync(path, 0, 0)
  chmodSync(path, state === 'installed' ? 0o4755 : 0o755)
}

interface Given {
  readonly user: 'nobody' | 'root'
  /** In a jail the kernel makes no user namespaces. */
  readonly jail?: boolean
  readonly language?: string
}

/** Opens the window as the start menu does, but without a display. */
function open({ user, jail = false, language = 'sv_SE.UTF-8' }: Given): ChildProcess {
  const command = [
    join(program, 'resources', 'bin', 'klarlagt-window'),
    '--ozone-platform=headless',
    '--disable-gpu',
    `--user-data-dir=${home}/${jail ? 'jail' : 'free'}`,
  ]
  const env = { PATH: process.env.PATH, HOME: home, LANG: language }
  const options: SpawnOptions = { cwd: home, env, stdio: ['ignore', 'ignore', 'pipe'] }
  if (jail) {
    const root = join(folder, 'jail')
    mkdirSync(root, { recursive: true })
    const enter = 'mount --rbind / "$0" && exec chroot --userspec=65534:65534 "$0" "$@"'
    return spawn('unshare', ['--mount', 'sh', '-c', enter, root, ...command], options)
  }
  const [file = '', ...args] = command
  return spawn(file, args, user === 'root' ? options : { ...options, uid: NOBODY, gid: NOBODY })
}

/** What the kernel says of the process that shows the page, once there is one. */
async function page(
  window: ChildProcess,
): Promise<{ seccomp: string; ownProcesses: boolean; ownUsers: boolean }> {
  const shown = () =>
    childrenOf(window.pid ?? 0).find((pid) => procFile(pid, 'cmdline').includes('--type=renderer'))
  await expect.poll(shown, { timeout: 30_000 }).toBeDefined()
  const pid = shown() ?? 0
  const status = procFile(pid, 'status')
  return {
    seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '',
    // Its ids, one for each level of namespaces that it is in.
    ownProcesses: (/^NSpid:(.*)$/m.exec(status)?.[1] ?? '').trim().split(/\s+/).length > 1,
    ownUsers: readlinkSync(`/proc/${pid}/ns/user`) !== readlinkSync('/proc/self/ns/user'),
  }
}

async function close(window: ChildProcess): Promise<void> {
  const ended = once(window, 'exit')
  window.kill('SIGTERM')
  await ended
}

test('an ordinary user’s page is in the sandbox, by user namespaces', async () => {
  helper('unpacked')
  const window = open({ user: 'nobody' })
  expect(await page(window)).toEqual({ seccomp: '2', ownProcesses: true, ownUsers: true })
  await close(window)
})

test('where namespaces are forbidden it is there by the helper that a package installs', async () => {
  helper('installed')
  const window = open({ user: 'nobody', jail: true })
  expect(await page(window)).toEqual({ seccomp: '2', ownProcesses: true, ownUsers: false })
  await close(window)
})

for (const [language, sentence] of [
  [
    'sv_SE.UTF-8',
    /^Klarlagt: Fönstret behöver Chromiums sandlåda, och den går inte att använda .*chmod 4755/,
  ],
  ['en_GB.UTF-8', /^Klarlagt: The window needs Chromium's sandbox, which cannot be used .*chmod 4755/],
] as const)
  test(`where neither is to be had it says what to do, and leaves no core file (${language})`, async () => {
    helper('unpacked')
    const window = open({ user: 'nobody', jail: true, language })
    const [said, ended] = await Promise.all([window.stderr && text(window.stderr), once(window, 'exit')])
    expect(ended).toEqual([1, null])
    expect(said).toMatch(sentence)
    expect(said?.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(home).filter((name) => name.startsWith('core'))).toEqual([])
  })

test('for root it does not open, and says so', async () => {
  const window = open({ user: 'root' })
  const [said, ended] = await Promise.all([window.stderr && text(window.stderr), once(window, 'exit')])
  expect(ended).toEqual([1, null])
  expect(said).toMatch(/^Klarlagt: Fönstret öppnas inte för root/)
})
