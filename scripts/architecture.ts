// `npm run architecture`: draws docs/architecture.svg, the rooms of the house and what they import, from the code itself.
// Rooms are drawn in layers, each above everything it imports; an arrow implied by others is left out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruiseHouse } from './check-house.ts'
import { type Arrow, arrowsBelow, type Import, importsIn, roomBelow } from './rooms.ts'
import { root } from './run.ts'

const picture = 'docs/architecture.svg'

interface Room {
  readonly name: string
  readonly files: number
  /** 0 for the lowest, which imports no other room of its house. */
  readonly layer: number
}

interface House {
  readonly name: string
  readonly rooms: readonly Room[]
  readonly arrows: readonly Arrow[]
}

/** Whether one room also reaches another by way of a third. */
function isRoundabout({ from, to }: Arrow, arrows: readonly Arrow[]): boolean {
  const seen = new Set<string>()
  const waiting = arrows.filter((arrow) => arrow.from === from && arrow.to !== to).map((arrow) => arrow.to)
  for (const room of waiting) {
    if (room === to) return true
    if (seen.has(room)) continue
    seen.add(room)
    waiting.push(...arrows.filter((arrow) => arrow.from === room).map((arrow) => arrow.to))
  }
  return false
}

function layerOf(room: string, arrows: readonly Arrow[]): number {
  const below = arrows.filter(({ from }) => from === room).map(({ to }) => layerOf(to, arrows) + 1)
  return Math.max(0, ...below)
}

function houseOf(name: string, files: readonly string[], imports: readonly Import[]): House {
  const arrows = arrowsBelow(name, imports)
  const counts = new Map<string, number>()
  for (const file of files) {
    const room = roomBelow(name, file)
    if (room !== undefined) counts.set(room, (counts.get(room) ?? 0) + 1)
  }
  const rooms = [...counts].map(([room, count]) => ({
    name: room,
    files: count,
    layer: layerOf(room, arrows),
  }))
  return {
    name,
    rooms: rooms.toSorted((a, b) => b.layer - a.layer || a.name.localeCompare(b.name, 'en')),
    arrows: arrows.filter((arrow) => !isRoundabout(arrow, arrows)),
  }
}

const WIDE = 118
const HIGH = 40
const GAP = 18
const STOREY = 72
const MARGIN = 20
const HEAD = 34
const BETWEEN = 92

interface Place {
  readonly x: number
  readonly y: number
}

/** The positions of a house's rooms, relative to its own corner. */
function placesIn({ rooms }: House): { width: number; height: number; at: ReadonlyMap<string, Place> } {
  const layers = [...Map.groupBy(rooms, ({ layer }) => layer).values()]
  const widest = Math.max(...layers.map(({ length }) => length))
  const width = widest * (WIDE + GAP) - GAP + 2 * MARGIN
  const at = new Map<string, Place>()
  layers.forEach((layer, storey) => {
    const start = (width - layer.length * (WIDE + GAP) + GAP) / 2
    layer.forEach(({ name }, index) => {
      at.set(name, { x: start + index * (WIDE + GAP), y: HEAD + MARGIN + storey * STOREY })
    })
  })
  return { width, height: HEAD + 2 * MARGIN + (layers.length - 1) * STOREY + HIGH, at }
}

function drawHouse(house: House, x: number): string[] {
  const { at, height, width } = placesIn(house)
  const y = MARGIN
  const files = house.rooms.reduce((sum, room) => sum + room.files, 0)
  const arrows = house.arrows
    .toSorted((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`, 'en'))
    .flatMap(({ from, to, imports }) => {
      const above = at.get(from)
      const below = at.get(to)
      if (above === undefined || below === undefined) return []
      const [x1, y1, x2, y2] = [
        x + above.x + WIDE / 2,
        y + above.y + HIGH,
        x + below.x + WIDE / 2,
        y + below.y,
      ]
      const bend = (y2 - y1) / 2
      return [
        `<path class="arrow" marker-end="url(#head)" d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2 - 3}"><title>${from} → ${to}: ${imports} imports</title></path>`,
      ]
    })
  return [
    `<rect class="house" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    `<text class="title" x="${x + MARGIN}" y="${y + 24}">${house.name}/</text>`,
    `<text class="count" x="${x + width - MARGIN}" y="${y + 24}" text-anchor="end">${files} files</text>`,
    ...arrows,
    ...house.rooms.flatMap((room) => {
      const place = at.get(room.name)
      if (place === undefined) return []
      const [left, top, middle] = [x + place.x, y + place.y, x + place.x + WIDE / 2]
      return [
        `<rect class="room" x="${left}" y="${top}" width="${WIDE}" height="${HIGH}" rx="5"/>`,
        `<text class="name" x="${middle}" y="${top + 18}">${room.name}</text>`,
        `<text class="count" x="${middle}" y="${top + 32}" text-anchor="middle">${room.files} files</text>`,
      ]
    }),
  ]
}

/** Treats the files directly in a house, which put its rooms together, as a room. */
const inRoom = (file: string) => file.replace(/^(shared|main|renderer)\/([^/]+)$/, '$1/app/$2')

const style = `svg{color-scheme:light dark}text{font:12px system-ui,sans-serif;fill:#24292f}
.title{font-size:15px;font-weight:600}.name{font-weight:600;text-anchor:middle}.count{font-size:11px;fill:#57606a}
.house{fill:#f6f8fa;stroke:#d0d7de}.room{fill:#fff;stroke:#8c959f}.arrow{fill:none;stroke:#57606a}.tip{fill:#57606a}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.count{fill:#9da7b3}.house{fill:#161b22;stroke:#30363d}.room{fill:#21262d;stroke:#6e7681}
.arrow{stroke:#9da7b3}.tip{fill:#9da7b3}}`

/** Draws the picture from the code in a folder. */
export async function architecture(folder: string): Promise<string> {
  const result = await cruiseHouse(folder)
  const files = result.modules.map(({ source }) => inRoom(source))
  const imports = importsIn(result).map(([from, to]): Import => [inRoom(from), inRoom(to)])
  const [renderer, main, shared] = ['renderer', 'main', 'shared'].map((name) => houseOf(name, files, imports))
  if (renderer === undefined || main === undefined || shared === undefined)
    throw new Error('A house is missing.')

  const between = new Map(
    arrowsBelow('', imports).map(({ from, to, imports: count }) => [`${from} ${to}`, count]),
  )
  const houses = [renderer, shared, main]
  const sizes = houses.map(placesIn)
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * MARGIN
  const lefts = sizes.map((_size, index) =>
    sizes.slice(0, index).reduce((left, { width }) => left + width + BETWEEN, MARGIN),
  )
  const [, left = 0, right = 0] = lefts
  const width = right + (sizes[2]?.width ?? 0) + MARGIN
  const y = MARGIN + HEAD / 2
  const arrow = (from: number, to: number, count = 0) => [
    `<path class="arrow" marker-end="url(#head)" d="M${from} ${y}H${to}"/>`,
    `<text class="count" x="${(from + to) / 2}" y="${y - 8}" text-anchor="middle">${count} imports</text>`,
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">The rooms of Klarlagt and what they import</title>',
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
    ...houses.flatMap((house, index) => drawHouse(house, lefts[index] ?? 0)),
    ...arrow(left - BETWEEN, left - 3, between.get('renderer shared')),
    ...arrow(right, right - BETWEEN + 3, between.get('main shared')),
    '</svg>',
    '',
  ].join('\n')
}

if (import.meta.main) {
  writeFileSync(join(root, picture), await architecture(root))
  console.log(`${picture} is drawn.`)
}
