// tar.gz, .deb and .rpm of the unpacked program, by the system's own tools: electron-builder would download tools for each of
// them. The packages hold files alone, no scripts that run as root: the sandbox's helper has its bits in the package.
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, run } from '../run.ts'
import type { LinuxConfig } from './config.ts'

export interface LinuxProgram {
  readonly unpacked: string
  readonly output: string
  readonly version: string
  readonly config: LinuxConfig
}

export type Made = { readonly file: string } | { readonly missing: string }

const HOME = 'opt/Klarlagt'
const arm = process.arch === 'arm64'

/** The entry of the start menu. */
export function desktopFile({ category, executableName, desktop }: LinuxConfig): string {
  const entry = {
    Type: 'Application',
    ...desktop.entry,
    Exec: `/${HOME}/resources/bin/klarlagt-window`,
    Icon: executableName,
    Categories: `${category};`,
    StartupWMClass: executableName,
    Terminal: 'false',
  }
  const lines = Object.entries(entry).map(([key, value]) => `${key}=${value}`)
  return `[Desktop Entry]\n${lines.join('\n')}\n`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { mode: 0o644 })
}

/** Lays the program out as it stands when it is installed. */
function stage({ unpacked, config }: LinuxProgram, into: string): void {
  rmSync(into, { recursive: true, force: true })
  const home = join(into, HOME)
  cpSync(unpacked, home, { recursive: true, verbatimSymlinks: true })
  const { executableName: name } = config
  // Where user namespaces are forbidden, Chromium's sandbox needs a helper that belongs to root and runs as root.
  chmodSync(join(home, 'chrome-sandbox'), 0o4755)
  mkdirSync(join(into, 'usr/bin'), { recursive: true })
  // In a terminal the commands; the start menu opens the window.
  symlinkSync(`../../${HOME}/resources/bin/${name}`, join(into, 'usr/bin', name))
  write(join(into, `usr/share/applications/${name}.desktop`), desktopFile(config))
  const icons = join(root, '.cache/icons/png')
  for (const file of readdirSync(icons)) {
    const size = file.replace('.png', '')
    cpSync(join(icons, file), join(into, `usr/share/icons/hicolor/${size}/apps/${name}.png`))
  }
}

async function tool(command: readonly string[]): Promise<void> {
  const { code, output } = await run(command)
  if (code !== 0) throw new Error(`${command[0]} failed: ${output.trim()}`)
}

async function has(name: string): Promise<boolean> {
  return (await run([name, '--version'])).code === 0
}

async function tarGz({ unpacked, output, version, config }: LinuxProgram): Promise<Made> {
  const name = `${config.executableName}-${version}`
  const file = join(output, `${name}-linux-${process.arch}.tar.gz`)
  const named = `--transform=s,^\\.,${name},`
  await tool(['tar', '--owner=0', '--group=0', '--sort=name', named, '-czf', file, '-C', unpacked, '.'])
  return { file }
}

const debNeeds = [
  'libgtk-3-0',
  'libnss3',
  'libnotify4',
  'libatspi2.0-0',
  'libgbm1',
  'libasound2 | libasound2t64',
  'libsecret-1-0',
]

async function deb(program: LinuxProgram): Promise<Made> {
  if (!(await has('dpkg-deb'))) return { missing: 'dpkg-deb' }
  const { output, version, config } = program
  const staged = join(output, '.deb')
  stage(program, staged)
  const { output: size } = await run(['du', '-sk', staged])
  const architecture = arm ? 'arm64' : 'amd64'
  const fields = {
    Package: config.executableName,
    Version: version.replaceAll('-', '~'),
    Architecture: architecture,
    Maintainer: config.maintainer,
    'Installed-Size': Number.parseInt(size, 10),
    Depends: debNeeds.join(', '),
    Recommends: 'gnome-keyring',
    Section: 'misc',
    Priority: 'optional',
    Description: config.synopsis,
  }
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`)
  write(join(staged, 'DEBIAN/control'), lines.join(''))
  const file = join(output, `${config.executableName}_${version}_${architecture}.deb`)
  await tool(['dpkg-deb', '--build', '--root-owner-group', '-Zxz', '-z4', staged, file])
  rmSync(staged, { recursive: true })
  return { file }
}

const rpmNeeds = ['gtk3', 'nss', 'libnotify', 'at-spi2-core', 'mesa-libgbm', 'alsa-lib', 'libsecret']

async function rpm(program: LinuxProgram): Promise<Made> {
  if (!(await has('rpmbuild'))) return { missing: 'rpmbuild' }
  const { output, version, config } = program
  const { executableName: name } = config
  const work = join(output, '.rpm')
  const staged = join(work, 'staged')
  stage(program, staged)
  const architecture = arm ? 'aarch64' : 'x86_64'
  write(
    join(work, 'klarlagt.spec'),
    `Name: ${name}
Version: ${version.replaceAll('-', '~')}
Release: 1
Summary: ${config.synopsis}
License: Proprietary
AutoReqProv: no
Requires: ${rpmNeeds.join(', ')}
Recommends: gnome-keyring
%description
${config.synopsis}
%install
cp -a ${staged}/. %{buildroot}
%files
/${HOME}
%attr(4755, root, root) /${HOME}/chrome-sandbox
/usr/bin/${name}
/usr/share/applications/${name}.desktop
/usr/share/icons/hicolor/*/apps/${name}.png
`,
  )
  // The files are as they will run: nothing is stripped, compressed or indexed on the way.
  const plain = [
    '__os_install_post %{nil}',
    'debug_package %{nil}',
    '_build_id_links none',
    `_topdir ${work}`,
  ]
  const defined = plain.flatMap((value) => ['--define', value])
  await tool([
    'rpmbuild',
    '-bb',
    '--quiet',
    `--target=${architecture}`,
    ...defined,
    join(work, 'klarlagt.spec'),
  ])
  const built = `${name}-${version.replaceAll('-', '~')}-1.${architecture}.rpm`
  const file = join(output, built)
  cpSync(join(work, 'RPMS', architecture, built), file)
  rmSync(work, { recursive: true })
  return { file }
}

/** The targets that the system's own tools make. */
export const linuxTargets: Readonly<Record<string, (program: LinuxProgram) => Promise<Made>>> = {
  'tar.gz': tarGz,
  deb,
  rpm,
}
