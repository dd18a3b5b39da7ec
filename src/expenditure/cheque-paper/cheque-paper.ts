// What is drawn on a bank's paper, in millimetres. Pure: the page only writes the numbers down.
import { type FormField, type Place } from '../cheque-form/cheque-form.ts'

export interface DrawnText {
  readonly x: string
  readonly y: string
  readonly size: string
  readonly anchor: 'start' | 'middle'
  readonly turn: string
  readonly text: string
}

export interface DrawnStroke {
  readonly x1: string
  readonly y1: string
  readonly x2: string
  readonly y2: string
  readonly turn: string
}

export interface Drawing {
  readonly texts: readonly DrawnText[]
  readonly strokes: readonly DrawnStroke[]
}

/** What to print in each field; what is absent is not printed. */
export type Filling = Partial<Readonly<Record<FormField, string>>>

const millimetresOfPoint = 0.352778
const still = 'rotate(0)'
/** ขีดคร่อม runs upwards to the right, its two strokes so far apart. */
const crossing = { degrees: -30, apart: 6 } as const
/** Of its height, how wide a letter is on average, generously; vowels and marks above or below take no room. */
const letterWidth = 0.58
const marks = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g

export const written = (millimetres: number): string => millimetres.toFixed(2)

export function drawingOf(places: readonly Place[], filling: Filling): Drawing {
  const drawn = places.flatMap((place) => {
    const text = filling[place.field]
    return text === undefined || !place.isPrinted ? [] : [drawField(place, text)]
  })
  return { texts: drawn.flatMap(({ texts }) => texts), strokes: drawn.flatMap(({ strokes }) => strokes) }
}

function drawField(place: Place, text: string): Drawing {
  if (place.field === 'crossing') return drawCrossing(place, text)
  if (place.field === 'bearer') return { texts: [], strokes: [stroke({ ...place, y: place.y - 0.3 * heightOf(place) })] }
  if (place.field === 'day' && place.width > 0) return { texts: drawBoxes(place, text), strokes: [] }
  return { texts: [letters(place, text)], strokes: [] }
}

/** One figure of the day in each box: '30/11/2569' → 3 0 1 1 2 5 6 9. */
function drawBoxes(place: Place, text: string): DrawnText[] {
  const figures = [...text.replace(/\D/g, '')]
  const pitch = place.width / figures.length
  return figures.map((figure, index) => ({ ...letters({ ...place, width: 0 }, figure), x: written(place.x + (index + 0.5) * pitch), anchor: 'middle' }))
}

function drawCrossing(place: Place, text: string): Drawing {
  const turn = `rotate(${crossing.degrees} ${written(place.x)} ${written(place.y)})`
  const between = letters({ ...place, y: place.y + 0.5 * crossing.apart + 0.35 * heightOf(place) }, text)
  return {
    texts: [{ ...between, x: written(place.x + place.width / 2), anchor: 'middle', turn }],
    strokes: [place.y, place.y + crossing.apart].map((y) => ({ ...stroke({ ...place, y }), turn })),
  }
}

function stroke({ x, y, width }: Pick<Place, 'x' | 'y' | 'width'>): DrawnStroke {
  return { x1: written(x), y1: written(y), x2: written(x + width), y2: written(y), turn: still }
}

/** Smaller where the words would leave their room. */
function letters(place: Place, text: string): DrawnText {
  const height = heightOf(place)
  const length = text.replace(marks, '').length * height * letterWidth
  const size = place.width > 0 && length > place.width ? height * place.width / length : height
  return { x: written(place.x), y: written(place.y), size: written(size), anchor: 'start', turn: still, text }
}

function heightOf({ size }: Pick<Place, 'size'>): number {
  return size * millimetresOfPoint
}

const gridStep = 10
/** Of the stroke by which the printer's scale is checked. */
const ruler = { from: 20, length: 100 } as const

/** Every centimetre of the paper, told at its edges, a stroke of 100 mm, and the corner each field begins at. */
export function gridOf({ width, height }: { readonly width: number; readonly height: number }, places: readonly Place[], scale: string): Drawing {
  const steps = (until: number) => Array.from({ length: Math.floor((until - 1) / gridStep) }, (_each, index) => (index + 1) * gridStep)
  const told = (x: number, y: number, text: string): DrawnText => ({ x: written(x), y: written(y), size: '2.20', anchor: 'start', turn: still, text })
  const down = height - 6
  return {
    strokes: [
      ...steps(width).map((x) => ({ x1: written(x), y1: '0.00', x2: written(x), y2: written(height), turn: still })), ...steps(height).map((y) => stroke({ x: 0, y, width })),
      ...places.flatMap(({ x, y }) => [stroke({ x: x - 2, y, width: 4 }), { x1: written(x), y1: written(y - 2), x2: written(x), y2: written(y + 2), turn: still }]),
    ],
    texts: [...steps(width).map((x) => told(x + 0.3, 2.2, String(x))), ...steps(height).map((y) => told(0.3, y - 0.3, String(y))), told(ruler.from, down + 3, scale)],
  }
}

export function rulerOf({ height }: { readonly height: number }): DrawnStroke {
  return stroke({ x: ruler.from, y: height - 6, width: ruler.length })
}
