// Architecture §7, §10, §14: what of the language is not used, and what only at the edge.
import ts from 'typescript'
import { describe } from 'vitest'
import { perNode, rule, type Source } from './source.ts'

/** Started by hand or by a service manager: they read the environment and write to the terminal. */
const programs = ['src/server.ts', 'src/worker.ts', 'src/audit.ts', 'src/platform/database/migrate.ts']

function isDevelopment({ path }: Source): boolean {
  return path.startsWith('src/development/')
}

function isPlatform({ path }: Source): boolean {
  return path.startsWith('src/platform/')
}

/** 'Date.now' of `Date.now()`, 'Date' of `new Date()`, 'process.env' of `process.env.PORT`. */
function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  return ts.isPropertyAccessExpression(node) ? `${nameOf(node.expression)}.${node.name.text}` : ''
}

function readsClock(node: ts.Node, source: Source): string | undefined {
  if (isPlatform(source) || isDevelopment(source)) return undefined
  if (ts.isNewExpression(node) && nameOf(node.expression) === 'Date') return 'makes a Date: only platform does, everybody else asks the clock'
  if (ts.isCallExpression(node) && /^(Date(\.\w+)?|(Number\.)?parseFloat)$/.test(nameOf(node.expression))) return `calls ${nameOf(node.expression)}`
  return undefined
}

const moneyWords = /amount|total(?!Pages|Count)|debit|credit|balance|satang|money|baht/i

function countsMoneyInFloats(node: ts.Node, source: Source): string | undefined {
  if (isPlatform(source) || isDevelopment(source) || !ts.isCallExpression(node) || nameOf(node.expression) !== 'Number') return undefined
  const counted = node.arguments.map((argument) => argument.getText(source.tree)).join()
  return moneyWords.test(counted) ? `turns money into a floating number: ${counted}` : undefined
}

function readsEnvironment(node: ts.Node, source: Source): string | undefined {
  const mayRead = isDevelopment(source) || programs.includes(source.path) || source.path === 'src/platform/config.ts'
  return !mayRead && nameOf(node) === 'process.env' ? 'reads the environment' : undefined
}

function writesToTerminal(node: ts.Node, source: Source): string | undefined {
  const mayWrite = isDevelopment(source) || programs.includes(source.path)
  const isConsole = ts.isPropertyAccessExpression(node) && nameOf(node.expression) === 'console'
  return isConsole && !mayWrite ? 'writes to the terminal instead of the log' : undefined
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) return true
  return ts.isExportSpecifier(node) && node.name.text === 'default'
}

function insists(node: ts.Node): boolean {
  return ts.isNonNullExpression(node) || (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken !== undefined
}

describe('time and money', () => {
  rule('are never a Date or a parsed float outside platform', (sources) => perNode(sources, readsClock), {
    'src/receipts/receipt/receipt.ts': `export const today = () => new Date()`,
  })

  rule('amounts never become numbers', (sources) => perNode(sources, countsMoneyInFloats), {
    'src/receipts/receipt/receipt.repository.ts': `const total = Number(row.amount)`,
  })
})

describe('the edge', () => {
  rule('only the configuration reads the environment', (sources) => perNode(sources, readsEnvironment), {
    'src/receipts/receipt/receipt.service.ts': `const limit = process.env['LIMIT']`,
  })

  rule('nothing is written to the terminal', (sources) => perNode(sources, writesToTerminal), {
    'src/receipts/receipt/receipt.service.ts': `console.log('saved')`,
  })
})

describe('the language', () => {
  rule('exports by name', (sources) => perNode(sources, (node) => (isDefaultExport(node) ? 'is a default export' : undefined)), {
    'src/receipts/receipt/receipt.ts': `export default function receipt() {}`,
  })

  rule('knows no any', (sources) => perNode(sources, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'is any' : undefined)), {
    'src/receipts/receipt/receipt.ts': `export const row: any = {}`,
  })

  rule('does not insist with "!"', (sources) => perNode(sources, (node) => (insists(node) ? 'insists that something is there' : undefined)), {
    'src/receipts/receipt/receipt.ts': `export const first = rows[0]!.id`,
  })

  rule('has no enums', (sources) => perNode(sources, (node) => (ts.isEnumDeclaration(node) ? 'is an enum' : undefined)), {
    'src/receipts/receipt/receipt.ts': `export enum State { Draft }`,
  })
})
