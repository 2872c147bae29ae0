// Opens an archive in a process of its own and holds it until it is killed: node hold-archive.ts PATH KEY
import { Buffer } from 'node:buffer'
import { openDatabase } from '../../../main/store/open.ts'

const [path = '', key = ''] = process.argv.slice(2)
const db = openDatabase(path, Buffer.from(key, 'hex'))
process.on('message', () => process.send?.({ open: db.raw.open }))
process.send?.('open')
