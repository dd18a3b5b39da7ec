// The page that imitates DOPA's QR screen: what it shows, and what each of its buttons means.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { InteractionDetails, InteractionResult } from 'oidc-provider'
import type { StandInPerson } from './people.ts'
import { qrDrawing, qrSize } from './qr-drawing.ts'
import { standInText } from './thaid-stand-in.text.ts'

export type Choice =
  | { readonly kind: 'person'; readonly citizenId: string }
  | { readonly kind: 'refusal'; readonly result: InteractionResult }

// The manual names `user_denied` and `access_denied`; how the app tells "too late" or "not registered" apart is our guess.
const refusals: Readonly<Record<string, InteractionResult>> = {
  refuse: { error: 'user_denied', error_description: 'user_denied' },
  timeout: { error: 'access_denied', error_description: 'timeout' },
  unregistered: { error: 'access_denied', error_description: 'user_not_registered' },
}

const files: Readonly<Record<string, { readonly type: string; readonly path: URL }>> = {
  '/thaid.css': { type: 'text/css; charset=utf-8', path: new URL('views/thaid.css', import.meta.url) },
  '/sarabun-thai.woff2': font('thai'),
  '/sarabun-latin.woff2': font('latin'),
}

export function readChoice(form: URLSearchParams): Choice | undefined {
  const action = form.get('action') ?? ''
  if (action === 'scan' || action === 'somebody-else') return { kind: 'person', citizenId: form.get('person') ?? '' }
  const result = refusals[action]
  return result ? { kind: 'refusal', result } : undefined
}

export function scanPage(details: InteractionDetails, people: readonly StandInPerson[]): Promise<string> {
  const [first, second = first] = people
  return render('scan', {
    reference: referenceOf(details.uid),
    squares: qrDrawing(details.uid),
    qrSize,
    asked: askedFor(details.params['scope']),
    holders: people.map((person) => option(person, first)),
    others: people.map((person) => option(person, second)),
  })
}

export function refusalPage(message: string, code: string): Promise<string> {
  return render('refused', { message, code })
}

/** หมายเลขอ้างอิง: shown on the page and in its address, as DOPA does with `refCode`. */
export function referenceOf(uid: string): string {
  return uid.replace(/[^A-Za-z0-9]/g, '').slice(0, 6).toUpperCase()
}

export async function staticFile(path: string): Promise<{ type: string; content: Buffer } | undefined> {
  const file = files[path]
  return file && { type: file.type, content: await readFile(file.path) }
}

function font(script: 'thai' | 'latin'): { type: string; path: URL } {
  return { type: 'font/woff2', path: new URL(import.meta.resolve(`@fontsource/sarabun/files/sarabun-${script}-400-normal.woff2`)) }
}

function askedFor(scope: unknown): string[] {
  const words: Readonly<Record<string, string>> = standInText.scopes
  return String(scope).split(' ').flatMap((name) => words[name] ?? [])
}

function option(person: StandInPerson, selected: StandInPerson | undefined): { value: string; label: string; selected: boolean } {
  const label = `${person.titleTh}${person.givenNameTh} ${person.familyNameTh} (${person.citizenId})`
  return { value: person.citizenId, label, selected: person === selected }
}

function render(view: string, model: object): Promise<string> {
  return ejs.renderFile(fileURLToPath(new URL(`views/${view}.ejs`, import.meta.url)), model)
}
