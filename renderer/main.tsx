import './api/no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from './api/client.ts'
import { guardClose, host, onMenuCommand, setMenu } from './api/host.ts'
import { App } from './app.tsx'

const { client, connection } = connect()
const menu = host.kind === 'electron' ? { show: setMenu, onCommand: onMenuCommand } : undefined

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root.')
createRoot(root).render(
  <StrictMode>
    <App client={client} connection={connection} menu={menu} guardClose={guardClose} />
  </StrictMode>,
)
