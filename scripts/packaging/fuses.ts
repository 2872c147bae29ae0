// Electron's fuses: switches in the program file itself, which nobody turns without breaking its signature.
import { type FuseConfig, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** A decision for each fuse that there is: this type fails where @electron/fuses knows one that nobody has decided. */
export type Fuses = Readonly<Record<FuseV1Options, boolean>>

/** How the shipped program's fuses are set. */
export const fuses: Fuses = {
  // The program is Klarlagt and never a Node that runs somebody's script.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // No debugger on the process that knows the key.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The code is what was packed: from app.asar alone, each block checked by its digest (under Windows and macOS).
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // There are no cookies, and what Chromium kept would be encrypted.
  [FuseV1Options.EnableCookieEncryption]: true,
  // The page has a scheme of its own; `file:` is for nothing.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // We make no snapshot, so none may be put beside the program.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // V8's own way of bounding WebAssembly, as Electron sets it: we run none.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** The tests' copy of the program differs in this fuse alone: without it nothing can drive the window. */
export const fusesForTests: Fuses = { ...fuses, [FuseV1Options.EnableNodeCliInspectArguments]: true }

/** The fuses by number, in order. */
export const fuseNumbers = Object.values(FuseV1Options).filter((value) => typeof value === 'number')

/** How many fuses an Electron has: older ones have fewer. */
export async function fuseCount(executable: string): Promise<number> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable)
  return Object.keys(wire).filter((key) => /^\d+$/.test(key)).length
}

/**
 * The decisions in the form that @electron/fuses writes, for an Electron with so many fuses. An older one has no place for the
 * last of them; one that is newer than our decisions is refused.
 */
export function fuseConfig(decided: Fuses, count: number): FuseConfig {
  const version = FuseVersion.V1
  if (count >= fuseNumbers.length) return { version, strictlyRequireAllFuses: true, ...decided }
  const known: Partial<Record<FuseV1Options, boolean>> = {}
  for (const fuse of fuseNumbers.slice(0, count)) known[fuse] = decided[fuse]
  return { version, ...known }
}
