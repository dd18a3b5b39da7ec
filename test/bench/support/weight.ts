// What a browser loads at the first visit of a page: styles, scripts with what they import, fonts whose letters occur, icons. Bytes as they travel.
import { type Answer, type Browser } from './browser.ts'

export interface Loaded {
  readonly path: string
  readonly bytes: number
}

export interface Weight {
  readonly items: readonly Loaded[]
  readonly total: number
  /** Addresses of somebody else's, of which there must be none. */
  readonly foreign: readonly string[]
}

export async function weigh(browser: Browser, path: string): Promise<Weight> {
  const page = await browser.get(path)
  if (page.status !== 200) throw new Error(`${path} answers ${page.status} ${page.location}`)
  const html = page.text
  const found = new Map<string, Answer>([[path, page]])
  const waiting = linksOf(html)
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [address = ''] = next.split('#')
    if (found.has(address) || !address.startsWith('/')) continue
    const answer = await browser.get(address)
    if (answer.status !== 200) throw new Error(`${path} needs ${address}, which answers ${answer.status}`)
    found.set(address, answer)
    waiting.push(...furtherOf(address, answer.text, html))
  }
  const items = [...found].map(([address, answer]) => ({ path: address, bytes: answer.raw.length }))
  const foreign = linksOf(html).filter((address) => /^(\w+:)?\/\//.test(address))
  return { items, foreign, total: items.map((item) => item.bytes).reduce((one, other) => one + other, 0) }
}

/** Everything the page itself names: style sheets, scripts, icons, preloaded fonts, pictures, the sprite behind `use`. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<(link|script|img|use)\b[^>]*?\b(?:href|src)="([^"]+)"[^>]*>/g)].map((found) => (found[2] ?? '').replaceAll('&amp;', '&'))
}

function furtherOf(address: string, text: string, html: string): string[] {
  const { pathname } = new URL(address, 'http://here')
  const here = (given: string) => new URL(given, `http://here${pathname}`).pathname
  if (pathname.endsWith('.css')) return urlsOf(text, html).map(here)
  return pathname.endsWith('.js') ? importsOf(text, html).map(here) : []
}

/** A font is fetched when a letter of its range stands on the page; the heavier one is counted with the lighter. */
function urlsOf(css: string, html: string): string[] {
  const seen = [...new Set(html.replace(/<[^>]+>/g, ''))].map((letter) => letter.codePointAt(0) ?? 0)
  const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face)
  const needed = faces.filter((face) => rangesOf(face).some(([from, to]) => seen.some((letter) => letter >= from && letter <= to)))
  const rest = css.replace(/@font-face\s*\{[^}]*\}/g, '')
  return [...needed, rest].flatMap((part) => [...part.matchAll(/url\(["']?([^"')]+)["']?\)/g)]).map((found) => found[1] ?? '').filter((url) => !url.startsWith('data:'))
}

function rangesOf(face: string): [number, number][] {
  const written = /unicode-range:\s*([^;}]+)/.exec(face)?.[1]
  if (written === undefined) return [[0, 0x10ffff]]
  return written.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })
}

/** Static imports always; an import on demand when the page has what its line looks for (or the line does not say). */
function importsOf(script: string, html: string): string[] {
  return script.split('\n').flatMap((line) => {
    const address = /(?:^|\s)import\s[^(]*?['"]([^'"]+)['"]/.exec(line)?.[1] ?? /import\(['"]([^'"]+)['"]\)/.exec(line)?.[1]
    if (address === undefined) return []
    const marks = [...line.matchAll(/\[(data-[\w-]+)\]/g)].map((found) => found[1] ?? '')
    return marks.length === 0 || marks.some((mark) => html.includes(mark)) ? [address] : []
  })
}
