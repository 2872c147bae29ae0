// What the command line asks of the network, as strace sees it: nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { ruleBundle, ruleNote } from '../../unit/rules/rule-pack.ts'
import { reachedOutside, witnessed } from '../../witness/network.ts'
import { readerTest } from '../export/readers.ts'
import { bundle, PASSPHRASE, temporaryFolder } from './support.ts'

const launcher = 'bin/klarlagt.mjs'

/** A folder for the witness, and a way to start Node under its eyes. */
function witness() {
  const folder = join(temporaryFolder(), 'witness')
  mkdirSync(folder)
  const start = (...args: string[]) => {
    const [program, ...more] = witnessed(folder, [process.execPath, ...args])
    return spawn(program, more, {
      env: { ...process.env, KLARLAGT_PASSPHRASE: PASSPHRASE },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  }
  return { folder, start }
}

const store = join(temporaryFolder(), 'arkiv.klarlagt')
const demo = join(temporaryFolder(), 'demo.klarlagt')
const out = (name: string) => join(temporaryFolder(), name)
const note = (format: string) => [
  'export',
  bundle('r01-ratt'),
  '--note',
  ruleNote('r01-ratt', 'plan'),
  '--format',
  format,
  '--out',
  out(`anteckning.${format}`),
]

for (const args of [
  ['templates'],
  ['check', bundle('r01-fel'), bundle('r02-ratt')],
  note('pdf'),
  note('docx'),
  note('html'),
  ['import', bundle('r01-ratt'), '--store', store],
  ['dump', '--case', ruleBundle('r01-ratt').case.number, '--store', store],
  ['verify', '--store', store],
  ['demo', '--store', demo, '--cases', '2'],
])
  readerTest(
    ['strace'],
    `klarlagt ${args[0]} ${args.includes('--format') ? args.at(-3) : ''} asks nothing of it`,
    async () => {
      const { folder, start } = witness()
      expect(await once(start(launcher, ...args), 'exit')).toEqual([args[0] === 'check' ? 1 : 0, null])
      expect(await reachedOutside(folder)).toEqual([])
    },
  )

readerTest(
  ['strace'],
  'klarlagt serve listens on this machine alone, and asks nothing of anybody',
  async () => {
    const { folder, start } = witness()
    const host = start(launcher, 'serve', '--store', demo)
    const address = await (async () => {
      for await (const line of createInterface({ input: host.stdout })) {
        const found = /http:\/\/\S+/.exec(line)?.[0]
        if (found !== undefined) return found
      }
      throw new Error('The host gave no address.')
    })()
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    host.kill('SIGTERM')
    expect(await reachedOutside(folder)).toEqual([])
  },
)

readerTest(['strace'], 'a program that does reach out is seen, by stream and by datagram', async () => {
  const { folder, start } = witness()
  const code = `
    require('node:net').connect(9, '192.0.2.1').on('error', () => undefined).setTimeout(100, function () { this.destroy() })
    require('node:net').connect(9, '127.0.0.1').on('error', () => undefined)
    const socket = require('node:dgram').createSocket('udp6')
    socket.send('x', 9, '2001:db8::1', () => socket.close())
  `
  await once(start('-e', code), 'exit')
  expect((await reachedOutside(folder)).toSorted()).toEqual(['192.0.2.1', '2001:db8::1'])
})
