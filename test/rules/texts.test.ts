// Architecture §9: prose in the page's .ejs, words the code chooses in *.text.ts, each of them needed.
import ts from 'typescript'
import { describe } from 'vitest'
import { at, nodesIn, perNode, rule, type Source } from './source.ts'

function isText({ path }: Source): boolean {
  return path.endsWith('.text.ts')
}

function isDevelopment({ path }: Source): boolean {
  return path.startsWith('src/development/')
}

/** Knows the letters of the script, not words. */
const letters = 'src/platform/thai.ts'

function isLiteral(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
}

function speaksThai(node: ts.Node, source: Source): string | undefined {
  if (isText(source) || isDevelopment(source) || source.path === letters || !isLiteral(node)) return undefined
  return /[\u0E00-\u0E7F]/.test(node.text) ? `Thai words in code: ${node.text.slice(0, 30)}` : undefined
}

interface Word {
  readonly name: string
  /** Names of the objects around it, outermost first. */
  readonly around: readonly string[]
  readonly place: string
}

function unwrap(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? unwrap(node.expression) : node
}

function wordsOf(source: Source): Word[] {
  const found: Word[] = []
  const visit = (given: ts.Expression, name: ts.Node & { readonly text: string }, around: readonly string[]): void => {
    const value = unwrap(given)
    if (!ts.isObjectLiteralExpression(value)) {
      found.push({ name: name.text, around, place: at(source, name) })
      return
    }
    for (const property of value.properties) {
      if (!ts.isPropertyAssignment(property)) continue
      if (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) visit(property.initializer, property.name, [...around, name.text])
    }
  }
  for (const node of nodesIn(source)) {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isExported(node)) visit(node.initializer, node.name, [])
  }
  return found
}

function isExported(node: ts.VariableDeclaration): boolean {
  const statement = node.parent.parent
  return ts.isVariableStatement(statement) && (statement.modifiers ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
}

interface Uses {
  /** Named in the code, in whatever way. */
  readonly named: Set<string>
  /** Handed on or looked into as a whole: `text.states[state]`. */
  readonly whole: Set<string>
}

function usesIn(sources: readonly Source[]): Uses {
  const uses: Uses = { named: new Set(), whole: new Set() }
  for (const node of sources.flatMap(nodesIn)) {
    if (ts.isStringLiteralLike(node)) uses.named.add(node.text)
    if (!ts.isIdentifier(node) || isDeclared(node)) continue
    uses.named.add(node.text)
    if (isWhole(node)) uses.whole.add(node.text)
  }
  return uses
}

/** Importing, exporting or giving a name is not using it. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true
  return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
}

/** `a.b.c` names a and b only on the way to c. */
function isWhole(node: ts.Identifier): boolean {
  const end = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node
  return !(ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end)
}

function findIdleWords(sources: readonly Source[]): string[] {
  const uses = usesIn(sources)
  const isUsed = ({ name, around }: Word): boolean => uses.named.has(name) || around.some((each) => uses.whole.has(each))
  return sources.filter((source) => isText(source) && !isDevelopment(source)).flatMap(wordsOf).filter((word) => !isUsed(word))
    .map(({ name, around, place }) => `${place} nobody uses ${[...around, name].join('.')}`)
}

/** One word for one thing: what loses, and what is said instead. 'ส่งใช้' and 'ชดใช้' of loans and damages are words of their regulations. */
const losing: readonly (readonly [RegExp, string])[] = [
  [/โปรดกรอก/, 'โปรดระบุ'], [/(?<!ใบนำ)ส่งกลับ|ส่งคืนให้|ส่งคืนผู้จัดทำ/, 'ส่งคืนแก้ไข'], [/ถอนกลับ|ขอคืนมาแก้ไข/, 'ดึงกลับมาแก้ไข'], [/เบิกชดใช้/, 'เบิกชดเชย'],
]

function losingWord(node: ts.Node, source: Source): string | undefined {
  if (!isText(source) || !isLiteral(node)) return undefined
  const found = losing.find(([word]) => word.test(node.text))
  return found && `another word for '${found[1]}': ${node.text.slice(0, 40)}`
}

describe('words', () => {
  rule('are one for one thing in the whole system', (sources) => perNode(sources, losingWord), {
    'src/receipts/receipts.text.ts': `export const receiptsText = { returned: 'ส่งกลับแก้ไข' }`,
  })

  rule('in Thai stand in *.text.ts and in templates', (sources) => perNode(sources, speaksThai), {
    'src/receipts/receipt/receipt.service.ts': 'throw new RuleBroken(`ยอดไม่ตรงกัน ${field}`)',
  })

  rule('are used, every one', findIdleWords, {
    'src/receipts/receipts.text.ts': `export const receiptsText = { receipt: { approved: 'a', forgotten: 'b' } }`,
    'src/receipts/receipt/receipt.routes.ts': `import { receiptsText } from '../receipts.text.ts'; flash(receiptsText.receipt.approved)`,
  })
})
