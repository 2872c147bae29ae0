import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { ToCore } from './core-messages.ts'

/** A running core, however it was started. */
export interface CoreProcess {
  readonly send: (message: ToCore) => void
  /** Hands the core the other end of a page's port, under a channel number. */
  readonly connect: (channel: number, port: MessagePortMain) => void
  readonly kill: () => void
}

export interface CoreEvents {
  readonly onMessage: (message: unknown) => void
  readonly onExit: (detail: string) => void
}

export type StartCore = (events: CoreEvents) => CoreProcess

/** Starts the core in Electron's utility process, which can be handed ports. */
export const startUtility: StartCore = ({ onMessage, onExit }) => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'core-process.cjs'), [], {
    serviceName: 'Klarlagt core',
    execArgv: [],
    env: plainEnvironment(),
    stdio: 'inherit',
  })
  child.on('message', onMessage)
  child.on('exit', (code) => onExit(`exit ${code}`))
  return {
    send: (message) => child.postMessage(message),
    connect: (channel, port) => {
      const message: ToCore = { type: 'connect', channel }
      child.postMessage(message, [port])
    },
    kill: () => child.kill(),
  }
}

/** The environment without the variables by which Electron changes how Node behaves. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ELECTRON_|NODE_OPTIONS$)/.test(name)),
  )
}

/**
 * Starts the core in `folder` as a child of a given Node (KLARLAGT_CORE_NODE), with messages relayed over the IPC channel. For an
 * Electron whose own Node is too old for the database driver.
 */
export function startNode(execPath: string, folder: string): StartCore {
  return ({ onMessage, onExit }) => {
    const child = fork(join(folder, 'core-process.cjs'), [], {
      execPath,
      execArgv: [],
      env: plainEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const send = (message: ToCore) => {
      if (child.connected) child.send(message)
    }
    child.on('message', onMessage)
    child.on('error', (error) => onExit(error.message))
    child.on('exit', (code, signal) => onExit(signal ?? `exit ${code ?? ''}`))
    return {
      send,
      connect: (channel) => send({ type: 'connect', channel }),
      kill: () => child.kill('SIGKILL'),
    }
  }
}
