import { createORPCClient } from '@orpc/client'
import { WebSocket } from 'ws'
import { dialWeb } from '../../renderer/api/web-socket.ts'
import { build } from '../../scripts/build.ts'
import { signIn } from '../integration/web/support.ts'
import { type Figure, median } from './figure.ts'
import { inFolder, type LargeArchive, makeLargeArchive, passphrase } from './large/archive.ts'
import { largeAnswers } from './large/note.ts'
import { type Client, startCoreProcess } from './processes/core-process.ts'
import { startWebHost } from './processes/start-web-host.ts'

/** A small call, and the largest that is made while somebody writes. */
async function calls(
  { archive, notes }: Client,
  [id]: LargeArchive['notes'],
  way: string,
): Promise<Figure[]> {
  if (id === undefined) throw new Error('There is no note.')
  let { revision } = await notes.get({ id })
  const save = async () => {
    const answers = { ...largeAnswers, f0: `Ord ${revision}` }
    revision = (await notes.save({ id, baseRevision: revision, answers })).revision
  }
  return [
    { name: `call: a small one, ${way}`, value: await median(500, () => archive.status(), 50), unit: 'ms' },
    { name: `call: a save of a note of 200 fields, ${way}`, value: await median(100, save, 10), unit: 'ms' },
  ]
}

/** The workbench's own line to a web host, with the headers that a browser would send. */
async function dial(url: string): Promise<{ client: Client; hangUp: () => void }> {
  const { port, cookie } = await signIn(url)
  const origin = `http://127.0.0.1:${port}`
  const sockets: WebSocket[] = []
  const browsers = globalThis.WebSocket
  const own = class extends WebSocket {
    constructor(address: URL) {
      super(address, { headers: { origin, cookie } })
      sockets.push(this)
    }
  }
  Object.assign(globalThis, { WebSocket: own })
  const line = await dialWeb(origin)()
  if (line === 'refused') throw new Error('The web host turned us away.')
  return {
    client: createORPCClient<Client>(line.link),
    hangUp: () => {
      for (const socket of sockets) socket.close()
      Object.assign(globalThis, { WebSocket: browsers })
    },
  }
}

async function overSocket(large: LargeArchive): Promise<Figure[]> {
  const host = await startWebHost(large)
  try {
    const { client, hangUp } = await dial(host.url)
    const figures = await calls(client, large.notes, 'over the loopback web socket')
    hangUp()
    return figures
  } finally {
    await host.end()
  }
}

async function overIpc(large: LargeArchive): Promise<Figure[]> {
  const core = startCoreProcess(large)
  try {
    await core.client.archive.open({ path: large.path, passphrase })
    return await calls(core.client, large.notes, "over a child's IPC channel")
  } finally {
    await core.end()
  }
}

/** Calls to a core in a process of its own, there and back. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const large = await makeLargeArchive(place, 1)
    return [...(await overSocket(large)), ...(await overIpc(large))]
  })
}
