import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { type BrowserPortLike, RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { fromCoreSchema, type ToCore } from '../../../main/electron/core-messages.ts'
import type { Contract } from '../../../shared/api/contract.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import type { Place } from '../large/archive.ts'
import { end } from './child.ts'

export type Client = ContractRouterClient<Contract>

export interface CoreProcess {
  readonly client: Client
  /** Megabytes in memory, now and at most; undefined where the system does not tell. */
  readonly memory: () => { readonly now: number; readonly peak: number } | undefined
  readonly end: () => Promise<void>
}

function memoryOf(pid: number | undefined): ReturnType<CoreProcess['memory']> {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]) / 1024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

/** The built core as a child of this Node, called over its IPC channel: as Electron starts it for KLARLAGT_CORE_NODE. */
export function startCoreProcess({ dataDir, templatesDir }: Place): CoreProcess {
  const child = fork(join(import.meta.dirname, '../../../out/main/core-process.cjs'), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  const send = (message: ToCore) => child.send(message)
  send({
    type: 'start',
    dataDir,
    templatesDir,
    policies: noPolicies,
    keychain: { usable: false, backend: 'none' },
  })
  send({ type: 'connect', channel: 0 })
  const port: BrowserPortLike = {
    onMessage: {
      addListener: (listener) => {
        child.on('message', (message) => {
          const said = fromCoreSchema.parse(message)
          if (said.type === 'data') listener(said.data)
        })
      },
    },
    onDisconnect: { addListener: (listener) => child.on('disconnect', listener) },
    postMessage: (data: string | Uint8Array<ArrayBufferLike>) => send({ type: 'data', channel: 0, data }),
  }
  const link = new RPCLink({ port })
  return { client: createORPCClient<Client>(link), memory: () => memoryOf(child.pid), end: () => end(child) }
}
