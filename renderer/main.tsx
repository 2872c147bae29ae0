import './api/no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from './api/client.ts'
import { guardClose, host, isSpeakerWindow, onMenuCommand, setMenu } from './api/host.ts'
import { App } from './app.tsx'
import { SpeakerApp } from './features/training/present/speaker-app.tsx'

/** The program, with its line to the core. */
function program() {
  const { client, connection } = connect()
  const menu = host.kind === 'electron' ? { show: setMenu, onCommand: onMenuCommand } : undefined
  return <App client={client} connection={connection} menu={menu} guardClose={guardClose} />
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root.')
createRoot(root).render(<StrictMode>{isSpeakerWindow() ? <SpeakerApp /> : program()}</StrictMode>)
