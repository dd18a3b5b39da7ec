// REL-2: what several hands do at one moment. A race arranges its documents, gives the presses, and says how many may get through.
import { expect } from 'vitest'
import { documentsText } from '../../src/documents/documents.text.ts'
import { Conflict, RuleBroken } from '../../src/platform/errors.ts'

/** At each press: RACE_CALLERS=50 is the whole of REL-2, a few keep the suite quick. */
export const callers = Number(process.env.RACE_CALLERS ?? 4)

export type Press = () => Promise<unknown>

export interface Race {
  /** Routes whose command is pressed. */
  readonly presses: readonly string[]
  readonly name: string
  run(): Promise<void>
}

interface Answers {
  readonly passed: readonly unknown[]
  /** What the others were told. */
  readonly told: readonly string[]
}

const stale: readonly string[] = [documentsText.wrongState, documentsText.errors.stale]

/** The same form sent again and again: one document, and everybody is told of that one. */
export function twins(presses: readonly string[], name: string, arrange: () => Promise<Press>): Race {
  return { presses, name, async run() {
    const press = await arrange()
    const { passed, told } = await together(Array.from({ length: callers }, () => press))
    expect(told).toEqual([])
    expect(new Set(passed).size).toBe(1)
  } }
}

/** Several buttons of one document as it was shown: one press is done, every other hears that it has changed (or `told`, where the document itself says it). */
export function once(presses: readonly string[], name: string, arrange: () => Promise<readonly Press[]>, told?: RegExp): Race {
  return { presses, name, async run() {
    const buttons = await arrange()
    const hands = Math.max(callers, buttons.length)
    const answers = await together(Array.from({ length: hands }, (_, hand) => buttons[hand % buttons.length] ?? missing))
    expect(answers.told.filter((each) => !stale.includes(each) && told?.test(each) !== true)).toEqual([])
    expect(answers.passed).toHaveLength(1)
  } }
}

export interface Scarce {
  /** Different documents that want the same money. */
  readonly wants: readonly Press[]
  /** So many of them find enough. */
  readonly fits: number
  /** The refusal by its name. */
  readonly told: RegExp
}

/** Different documents on the last baht: only what fits. */
export function lastBaht(presses: readonly string[], name: string, arrange: () => Promise<Scarce>): Race {
  return { presses, name, async run() {
    const { wants, fits, told } = await arrange()
    const answers = await together(wants)
    expect(answers.told.filter((each) => !told.test(each))).toEqual([])
    expect(answers.passed).toHaveLength(fits)
  } }
}

async function together(presses: readonly Press[]): Promise<Answers> {
  const settled = await Promise.allSettled(presses.map((press) => press()))
  const passed = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  return { passed, told: settled.flatMap((each) => (each.status === 'rejected' ? [toldBy(each.reason)] : [])) }
}

/** Only a refusal that somebody can read is one; anything else is a fault of ours. */
function toldBy(error: unknown): string {
  if (error instanceof RuleBroken) return Object.values(error.errors).join(' ')
  if (error instanceof Conflict) return error.message
  throw error
}

const missing: Press = () => Promise.reject(new Error('no button'))

/** As many as there are callers, one after the other: documents are made before the race. */
export async function several<T>(make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let at = 0; at < callers; at += 1) made.push(await make(at))
  return made
}

const words = /[.*+?^${}()|[\]\\]/g

/** A text of the house as a pattern; its figures may be any. */
export function saying(text: string): RegExp {
  return new RegExp(text.replace(words, '\\$&'))
}
