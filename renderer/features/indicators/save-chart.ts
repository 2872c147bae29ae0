// A chart as a file of its own: what the page's colours and fonts are is written into it. The picture is painted from its shapes,
// since the page's content policy lets no image in that is made in the page (shared/host/serving.ts).

const SVG = 'http://www.w3.org/2000/svg'
const HEAD = 44
const MARGIN = 16

/** The colours and fonts as they are shown, where they are named by tokens. */
function tokenValue(text: string): string {
  const styles = getComputedStyle(document.documentElement)
  return text.replace(/var\((--[\w-]+)\)/g, (_whole, token: string) => styles.getPropertyValue(token).trim())
}

const painted = ['fill', 'stroke', 'color'] as const

interface Titled {
  readonly title: string
  /** What it is of: the population and the months. */
  readonly about: string
}

/** A chart with its title and what it is of, as an element that needs nothing around it. */
export function standAlone(chart: SVGSVGElement, { title, about }: Titled): SVGSVGElement {
  const width = chart.viewBox.baseVal.width + 2 * MARGIN
  const height = chart.viewBox.baseVal.height + HEAD + 2 * MARGIN
  const whole = document.createElementNS(SVG, 'svg')
  const set = (element: Element, attributes: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
    return element
  }
  const add = (
    parent: Element,
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    text = '',
  ) => {
    const element = set(document.createElementNS(SVG, name), attributes)
    element.textContent = text
    parent.append(element)
    return element
  }
  set(whole, {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
    role: 'img',
  })
  add(whole, 'title', {}, title)
  add(whole, 'desc', {}, about)
  add(whole, 'rect', { width, height, fill: tokenValue('var(--bg-editor)') })
  const ink = tokenValue('var(--fg)')
  add(whole, 'text', { x: MARGIN, y: MARGIN + 14, fill: ink, 'font-size': 15, 'font-weight': 600 }, title)
  add(whole, 'text', { x: MARGIN, y: MARGIN + 33, fill: tokenValue('var(--fg-muted)') }, about)
  const inner = add(whole, 'g', { transform: `translate(${MARGIN},${MARGIN + HEAD})`, fill: ink, color: ink })
  for (const child of chart.childNodes) inner.append(child.cloneNode(true))
  for (const element of inner.querySelectorAll('*'))
    for (const name of painted) {
      const value = element.getAttribute(name)
      if (value === 'currentColor') element.setAttribute(name, ink)
      else if (value !== null) element.setAttribute(name, tokenValue(value))
    }
  return whole
}

/** The text of an SVG file. */
export const svgText = (chart: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(chart)}\n`

/** What an element is painted with: its own attribute, or that of the nearest around it. */
function inherited(element: Element, name: string, other: string): string {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? other
}

const numberOf = (element: Element, name: string) => Number(element.getAttribute(name) ?? 0)

/** How far an element is moved by what it is in, and by itself. */
function movedBy(element: Element): { x: number; y: number } {
  let [x, y] = [0, 0]
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const [, dx = '0', dy = '0'] =
      /translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)\s*\)/.exec(at.getAttribute('transform') ?? '') ?? []
    x += Number(dx)
    y += Number(dy)
  }
  return { x, y }
}

function shapeOf(element: Element): Path2D | undefined {
  const path = new Path2D()
  const number = (name: string) => numberOf(element, name)
  if (element.localName === 'path') return new Path2D(element.getAttribute('d') ?? '')
  if (element.localName === 'rect') path.rect(number('x'), number('y'), number('width'), number('height'))
  else if (element.localName === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI)
  else if (element.localName === 'line') {
    path.moveTo(number('x1'), number('y1'))
    path.lineTo(number('x2'), number('y2'))
  } else return undefined
  return path
}

/** A length of text, where "0.32em" is meant by the size of its letters. */
const lengthOf = (text: string | null, size: number) =>
  text?.endsWith('em') === true ? Number.parseFloat(text) * size : Number.parseFloat(text ?? '0')

const anchors: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' }

function paintText(context: CanvasRenderingContext2D, element: Element): void {
  const size = Number.parseFloat(inherited(element, 'font-size', '12'))
  context.font = `${inherited(element, 'font-weight', '400')} ${size}px ${inherited(element, 'font-family', 'sans-serif')}`
  context.textAlign = anchors[inherited(element, 'text-anchor', 'start')] ?? 'left'
  context.fillStyle = inherited(element, 'fill', 'black')
  const lines = element.querySelector('tspan') === null ? [element] : [...element.querySelectorAll('tspan')]
  for (const line of lines) {
    const of = (name: string) => lengthOf(line.getAttribute(name) ?? element.getAttribute(name), size)
    context.fillText(line.textContent ?? '', of('x'), of('y') + of('dy'))
  }
}

function paintOne(context: CanvasRenderingContext2D, element: Element): void {
  if (element.localName === 'text') paintText(context, element)
  const shape = shapeOf(element)
  if (shape === undefined) return
  const fill = inherited(element, 'fill', 'black')
  const stroke = inherited(element, 'stroke', 'none')
  const isLine = element.localName === 'line'
  if (fill !== 'none' && !isLine) {
    context.fillStyle = fill
    context.fill(shape)
  }
  if (stroke === 'none') return
  context.strokeStyle = stroke
  context.lineWidth = Number(inherited(element, 'stroke-width', '1'))
  context.setLineDash(
    inherited(element, 'stroke-dasharray', '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  )
  context.globalAlpha *= Number(inherited(element, 'stroke-opacity', '1'))
  context.stroke(shape)
}

/** A chart that stands alone, as a PNG at twice its size. */
export async function pngOf(chart: SVGSVGElement): Promise<Uint8Array<ArrayBuffer>> {
  const scale = 2
  const canvas = document.createElement('canvas')
  canvas.width = numberOf(chart, 'width') * scale
  canvas.height = numberOf(chart, 'height') * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas.')
  for (const element of chart.querySelectorAll('rect, line, path, circle, text')) {
    const { x, y } = movedBy(element)
    context.save()
    context.setTransform(scale, 0, 0, scale, x * scale, y * scale)
    paintOne(context, element)
    context.restore()
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('The picture could not be made.')
  return new Uint8Array(await blob.arrayBuffer())
}
