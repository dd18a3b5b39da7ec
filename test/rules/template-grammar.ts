// The little EJS that pages may use (architecture §8), as a function from a template to offenders.
import { basename } from 'node:path'
import ts from 'typescript'

interface Tag {
  readonly open: string
  readonly code: string
  readonly line: number
}

const path = String.raw`[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*`
const value = new RegExp(`^${path}$`)
const flag = new RegExp(String.raw`^if \(!?${path}\) \{$`)
const loop = new RegExp(String.raw`^for \(const [A-Za-z_]\w* of ${path}\) \{$`)

export function offencesIn(file: string, template: string): string[] {
  const tags = tagsIn(template)
  const faults = [...tags.flatMap((tag) => faultOf(file, tag)), ...unclosed(tags), ...markupFaults(template)]
  return faults.map(({ line, fault }) => `${file}:${line} ${fault}`)
}

interface Fault {
  readonly line: number
  readonly fault: string
}

function tagsIn(template: string): Tag[] {
  return [...template.matchAll(/<%([-_=#%]?)([\s\S]*?)[-_]?%>/g)].map((found) => ({
    open: found[1] ?? '', code: (found[2] ?? '').trim(), line: lineAt(template, found.index),
  }))
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

function faultOf(file: string, { open, code, line }: Tag): Fault[] {
  const fault = open === '=' ? faultOfValue(code) : open === '-' ? faultOfRaw(file, code) : open === '#' ? undefined : faultOfStep(code)
  return fault === undefined ? [] : [{ line, fault }]
}

function faultOfValue(code: string): string | undefined {
  return value.test(code) ? undefined : `computes: <%= ${code} %>`
}

function faultOfRaw(file: string, code: string): string | undefined {
  if (code === 'body') return file.startsWith('views/layouts/') ? undefined : 'puts raw text into a page'
  return faultOfInclude(code)
}

function faultOfStep(code: string): string | undefined {
  const isKnown = code === '}' || code === '} else {' || flag.test(code) || loop.test(code)
  return isKnown ? undefined : `is neither if (flag) nor for…of: ${code}`
}

/** include('/components/date-of-birth', { dateOfBirth }): a component gets one object, named after it. */
function faultOfInclude(code: string): string | undefined {
  const statement = ts.createSourceFile('include.ts', code, ts.ScriptTarget.ES2023, true).statements[0]
  const call = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'include') return `is raw and no include: ${code}`
  const [name, given] = call.arguments
  if (!name || !ts.isStringLiteral(name) || call.arguments.length > 2) return `includes what is not named: ${code}`
  if (!given) return undefined
  if (!ts.isObjectLiteralExpression(given) || !isFinished(given)) return `computes what it includes: ${code}`
  if (!name.text.startsWith('/components/')) return undefined
  const names = given.properties.map((property) => property.name?.getText() ?? '')
  const wanted = basename(name.text).replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
  return names.join() === wanted ? undefined : `gives ${names.join()} where ${wanted} is expected`
}

/** A path, a literal, or an object of such; a path may be spread, to add the page's token to a finished model. */
function isFinished(node: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(node)) return node.properties.every(isFinishedProperty)
  return ts.isStringLiteral(node) || ts.isNumericLiteral(node) || value.test(node.getText())
}

function isFinishedProperty(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isSpreadAssignment(property)) return value.test(property.expression.getText())
  return ts.isShorthandPropertyAssignment(property) || (ts.isPropertyAssignment(property) && isFinished(property.initializer))
}

function unclosed(tags: readonly Tag[]): Fault[] {
  const open: Tag[] = []
  for (const tag of tags.filter((each) => each.open === '' || each.open === '_')) {
    if (tag.code.startsWith('}') && !open.pop()) return [{ line: tag.line, fault: 'closes what is not open' }]
    if (tag.code.endsWith('{')) open.push(tag)
  }
  return open.map(({ line, code }) => ({ line, fault: `is never closed: ${code}` }))
}

/** With every EJS tag but includes taken out, so that what is left is HTML of the same lines. */
function markupFaults(template: string): Fault[] {
  const html = template.replace(/<%[\s\S]*?%>/g, (tag) => (tag.includes('include(') ? `{{${tag.slice(2, -2)}}}` : '').concat(tag.replace(/[^\n]/g, '')))
  return [...html.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)].flatMap((found) => {
    const element = { name: (found[1] ?? '').toLowerCase(), attributes: found[2] ?? '', rest: html.slice(found.index + found[0].length) }
    return faultsOfElement(element).map((fault) => ({ line: lineAt(html, found.index), fault }))
  })
}

interface Element {
  readonly name: string
  readonly attributes: string
  /** The page after the opening tag. */
  readonly rest: string
}

function faultsOfElement({ name, attributes, rest }: Element): string[] {
  const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '""')
  const inside = rest.slice(0, rest.indexOf(`</${name}>`))
  const posts = name === 'form' && /\smethod="post"/i.test(attributes)
  return [
    name === 'script' && inside.trim() !== '' && 'holds a script',
    name === 'style' && 'holds a style sheet',
    /\sstyle\s*=/i.test(bare) && 'has a style attribute',
    /\son[a-z]+\s*=/i.test(bare) && 'has an on… attribute',
    name === 'img' && !/\salt\s*=/i.test(bare) && 'is an image without alt',
    posts && !inside.includes(`include('/components/csrf'`) && 'posts without components/csrf',
  ].filter((fault) => fault !== false)
}
