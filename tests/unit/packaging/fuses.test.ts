import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import {
  type Fuses,
  fuseConfig,
  fuseNumbers,
  fuses,
  fusesForTests,
} from '../../../scripts/packaging/fuses.ts'

test('no door of Electron’s is left open in the shipped program @electron-19', () => {
  expect(fuses).toEqual({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  })
})

test('a record with a fuse forgotten does not compile', () => {
  const { [FuseV1Options.WasmTrapHandlers]: _last, ...forgotten } = fuses
  // @ts-expect-error The last fuse is undecided; where this line compiles, `npm run types` fails.
  const incomplete: Fuses = forgotten
  expect(Object.keys(incomplete)).toHaveLength(fuseNumbers.length - 1)
})

test('an older Electron is given the fuses that it has, and no fuse that it has is left open', () => {
  expect(fuseConfig(fuses, 8)).toMatchObject({ 0: false, 7: false })
  expect(fuseConfig(fuses, 8)).not.toHaveProperty('8')
  // Then @electron/fuses itself refuses an Electron with more fuses than were decided.
  expect(fuseConfig(fuses, fuseNumbers.length + 1)).toMatchObject({ strictlyRequireAllFuses: true, 8: true })
})

test('the copy for tests differs in one fuse', () => {
  const differing = fuseNumbers.filter((fuse) => fuses[fuse] !== fusesForTests[fuse])
  expect(differing).toEqual([FuseV1Options.EnableNodeCliInspectArguments])
})
