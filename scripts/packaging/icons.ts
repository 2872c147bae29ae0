// The icon in every size and form that a system wants, made from packaging/icon.svg into .cache/icons, where
// electron-builder.yml looks for it. Both containers are a short header and the PNGs themselves, so no tool is fetched.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { root } from '../run.ts'

/** The icon as a PNG. */
export function png(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
}

/** Windows' container: a directory of 16 bytes a picture, then the pictures. */
export function ico(pictures: ReadonlyArray<{ readonly size: number; readonly bytes: Buffer }>): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, bytes }, index) => {
    const at = 6 + 16 * index
    // A side of 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bytes.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  })
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}

/** macOS's container: each picture under the name of its size. */
export function icns(pictures: ReadonlyArray<{ readonly name: string; readonly bytes: Buffer }>): Buffer {
  const chunk = (name: string, ...bytes: readonly Buffer[]) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(8 + bytes.reduce((sum, part) => sum + part.length, 0), 4)
    return Buffer.concat([head, ...bytes])
  }
  return chunk('icns', ...pictures.map(({ name, bytes }) => chunk(name, bytes)))
}

const sizes = { linux: [16, 24, 32, 48, 64, 128, 256, 512], windows: [16, 24, 32, 48, 64, 128, 256] } as const
const macSizes = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 } as const

/** Writes all of them into a folder. */
export function writeIcons(folder = join(root, '.cache', 'icons')): void {
  const svg = readFileSync(join(root, 'packaging', 'icon.svg'), 'utf8')
  const pngs = join(folder, 'png')
  mkdirSync(pngs, { recursive: true })
  for (const size of sizes.linux) writeFileSync(join(pngs, `${size}x${size}.png`), png(svg, size))
  writeFileSync(join(folder, 'icon.ico'), ico(sizes.windows.map((size) => ({ size, bytes: png(svg, size) }))))
  const mac = Object.entries(macSizes).map(([name, size]) => ({ name, bytes: png(svg, size) }))
  writeFileSync(join(folder, 'icon.icns'), icns(mac))
}
