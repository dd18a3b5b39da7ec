// SECURITY.md answers with names: a test `folder/file › its name`, or a file. Each of them must still be there.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../src/platform/project-folder.ts'
import { nodesIn, readText, sourceOf, sourcesUnder, type Source } from './source.ts'

const arrow = ' › '
const titled = ['it', 'describe', 'rule']

/** Everything between backticks, fenced blocks left out. */
function quotesIn(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '')
}

/** 'it' of `it(…)`, `it.each(…)(…)`, `it.skipIf(…)(…)`. */
function makerOf(node: ts.Expression): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return makerOf(node.expression)
  return ts.isIdentifier(node) ? node.text : ''
}

function titlesIn(source: Source): string[] {
  return nodesIn(source).flatMap((node) => {
    if (!ts.isCallExpression(node) || !titled.includes(makerOf(node.expression))) return []
    const [title] = node.arguments
    return title && ts.isStringLiteralLike(title) ? [title.text] : []
  })
}

function findLostTests(quotes: readonly string[], tests: readonly Source[]): string[] {
  const names = new Set(tests.flatMap((source) => (
    titlesIn(source).map((title) => source.path.replace(/^test\/|\.test\.ts$/g, '') + arrow + title))))
  return quotes.filter((quote) => quote.includes(arrow) && !names.has(quote))
}

/** 'identity/otp/otp.ts' stands in src, 'views/layouts/app.ejs' in the project, 'platform/http/security' is a folder or a test. */
function isFile(quote: string): boolean {
  return /^(?!\.|https?:)[\w-][\w.-]*(\/[\w.-]+)*(\/[\w-]+|\/|\.(ts|js|ejs|csv|json|md|yml))$/.test(quote)
}

function findLostFiles(quotes: readonly string[]): string[] {
  const places = (quote: string): string[] => [quote, `src/${quote}`, `test/${quote}.test.ts`]
  return quotes.filter((quote) => isFile(quote) && !places(quote).some((place) => existsSync(join(projectFolder, place))))
}

describe('SECURITY.md', () => {
  const quotes = quotesIn(readText('SECURITY.md'))

  it('quotes no test that is not there', () => {
    const tests = [sourceOf('test/identity/otp/otp.test.ts', `describe('a code', () => { it.each([1])('is %s', () => {}) })`)]
    expect(findLostTests(['identity/otp/otp › is %s', 'identity/otp/otp › is two', 'identity/login › is %s'], tests)).toHaveLength(2)
    expect(quotes.filter((quote) => quote.includes(arrow)).length).toBeGreaterThan(100)
    expect(findLostTests(quotes, sourcesUnder('test'))).toEqual([])
  })

  it('names no file that is not there', () => {
    expect(findLostFiles(['platform/log.ts', 'platform/http/security', 'views/layouts/app.ejs', 'platform/lost.ts', 'lost.yml', '/healthz'])).toEqual(['platform/lost.ts', 'lost.yml'])
    expect(quotes.filter(isFile).length).toBeGreaterThan(100)
    expect(findLostFiles(quotes)).toEqual([])
  })
})
