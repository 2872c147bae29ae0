// electron-builder calls this when a program is put together, before it is signed and wrapped.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { type AfterPackContext, Arch } from 'electron-builder'
import { fuseConfig, fuseCount, fuseNumbers, fuses } from './fuses.ts'

/** The program's own file, whose fuses are turned. */
function executableOf({ appOutDir, packager, electronPlatformName }: AfterPackContext): string {
  const { productFilename } = packager.appInfo
  switch (electronPlatformName) {
    case 'linux':
      return join(appOutDir, 'klarlagt')
    case 'win32':
      return join(appOutDir, `${productFilename}.exe`)
    default:
      return join(appOutDir, `${productFilename}.app`)
  }
}

export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, packager, electronPlatformName, arch } = context
  // An unpacked Electron brings a program of its own, which would start if ours were taken away.
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  rmSync(join(appOutDir, 'version'), { force: true })
  const count = await fuseCount(executableOf(context))
  const missing = fuseNumbers.slice(count).map((fuse) => FuseV1Options[fuse])
  if (missing.length > 0) console.log(`This Electron has no fuse for ${missing.join(', ')}.`)
  await packager.addElectronFuses(context, {
    ...fuseConfig(fuses, count),
    // Apple's processors start no program whose file has changed since it was signed.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin' && arch === Arch.arm64,
  })
}
