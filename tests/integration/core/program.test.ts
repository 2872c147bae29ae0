import { describe, expect, test } from 'vitest'
import { containing, matching, refused, startCore, startWithArchive, temporaryFolder } from './support.ts'

describe('what the program says of itself', () => {
  test('is its versions, and where the archives, the open one and its key are', async () => {
    const { client, dataDir, path } = await startWithArchive()
    expect(await client.program.facts()).toEqual({
      version: matching(/^\d+\.\d+\.\d+$/),
      node: process.versions.node,
      sqlite: matching(/^3\.\d+\.\d+$/),
      ciphers: containing('SQLite3 Multiple Ciphers'),
      archivesFolder: dataDir,
      archive: path,
      key: `${path}.key`,
    })
  })

  test('is no folder of archives where the host names one archive', async () => {
    const archivePath = `${temporaryFolder()}/ett.klarlagt`
    const { client } = await startWithArchive({ archivePath })
    expect(await client.program.facts()).toMatchObject({ archive: archivePath, key: `${archivePath}.key` })
    expect(await client.program.facts()).not.toHaveProperty('archivesFolder')
  })

  test('is nothing before an archive is open', async () => {
    const { client } = startCore()
    expect(await refused(client.program.facts())).toMatchObject({ code: 'ARCHIVE_CLOSED' })
  })
})
