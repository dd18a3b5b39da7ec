// Architecture §14: measures to keep.
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesUnder, perNode, readText, rule, sourceOf, sourcesUnder, type Source } from './source.ts'

const most = { file: 300, function: 60, parameters: 3, desk: 6, template: 80 }

/** Signatures somebody else laid down. */
const otherParameters: Readonly<Record<string, string>> = {
  'src/platform/http/error-page.ts': 'Express knows an error handler by its four parameters',
}

/** Not documents with the usual six files. */
const otherDesks: Readonly<Record<string, string>> = {
  'src/identity/thaid': 'two ports with an adapter each: what ThaiD says, how it is asked, the breaker before it',
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

function tooLong(files: readonly { path: string; text: string }[], limit: number): string[] {
  return files.filter(({ text }) => linesOf(text) > limit).map(({ path, text }) => `${path}:${limit + 1} goes on to line ${linesOf(text)}`)
}

function isLongFunction(node: ts.Node, { tree }: Source): string | undefined {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return undefined
  const [first, last] = [node.getStart(tree), node.end].map((position) => tree.getLineAndCharacterOfPosition(position).line)
  const length = (last ?? 0) - (first ?? 0) + 1
  return length > most.function ? `function of ${length} lines` : undefined
}

function hasManyParameters(node: ts.Node, { path }: Source): string | undefined {
  if (path in otherParameters || !ts.isFunctionLike(node)) return undefined
  return node.parameters.length > most.parameters ? `${node.parameters.length} parameters` : undefined
}

/** Folders two below src, except in platform (tools) and development. */
function findCrowdedDesks(sources: readonly Source[]): string[] {
  const desks = new Map<string, number>()
  for (const { path } of sources) {
    const desk = /^src\/(?!platform\/|development\/)[^/]+\/[^/]+(?=\/)/.exec(path)?.[0]
    if (desk !== undefined && !(desk in otherDesks)) desks.set(desk, (desks.get(desk) ?? 0) + 1)
  }
  return [...desks].filter(([, count]) => count > most.desk).map(([desk, count]) => `${desk} has ${count} files`)
}

const lines = (count: number): string => Array.from({ length: count }, () => 'x()').join('\n')

// The first of them reads and parses the whole house: more than the usual half minute on a busy machine.
describe('sizes', { timeout: 180_000 }, () => {
  it('no file is longer than 300 lines', () => {
    expect(tooLong([sourceOf('a.ts', lines(301))], most.file)).toHaveLength(1)
    expect(tooLong(sourcesUnder('src', 'migrations', 'seeds', 'test'), most.file)).toEqual([])
  })

  it('no template is longer than 80 lines', () => {
    const templates = [...filesUnder('views', '.ejs'), ...filesUnder('src', '.ejs')]
    expect(templates.length).toBeGreaterThan(20)
    expect(tooLong(templates.map((path) => ({ path, text: readText(path) })), most.template)).toEqual([])
  })

  rule('no function is longer than 60 lines', (sources) => perNode(sources, isLongFunction), {
    'src/a.ts': `export function long() {\n${lines(60)}\n}`,
  })

  rule('nobody asks for more than three parameters', (sources) => perNode(sources, hasManyParameters), {
    'src/a.ts': `export const add = (a: A, b: B, c: C, d: D) => a`,
  })

  rule('no desk has more than six files', findCrowdedDesks, Object.fromEntries(
    ['', '.schema', '.repository', '.service', '.view', '.routes', '.helper'].map((role) => [`src/receipts/receipt/receipt${role}.ts`, '']),
  ))
})
