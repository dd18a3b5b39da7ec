// Architecture §3: which way things may look, between rooms and inside a desk.
import ts from 'typescript'
import { describe } from 'vitest'
import { importsOf, perImport, perNode, rule, type Import, type Source } from './source.ts'

const stairs = [
  'platform', 'organisations', 'identity', 'access', 'registers', 'documents', 'ledger', 'budget', 'exchange', 'receipts', 'expenditure',
  'assets', 'pawnshops', 'interagency', 'opening', 'oversight', 'knowledge', 'home',
]

/** 'src/receipts/…' → 'receipts'; files at the top of src (app, menu, server, worker) stand in no room and see everything. */
function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

function deskOf(path: string): string | undefined {
  return /^src\/[^/]+\/([^/]+)\//.exec(path)?.[1]
}

function isInRoom({ path }: Source): boolean {
  const room = roomOf(path)
  return room !== undefined && room !== 'development'
}

function isOurs(imported: Import): boolean {
  return imported.to.startsWith('src/')
}

function lookUp(imported: Import, source: Source): string | undefined {
  const [from, to] = [roomOf(source.path), roomOf(imported.to)]
  if (!isInRoom(source) || !isOurs(imported) || from === to || from === undefined) return undefined
  if (!stairs.includes(from)) return `stands in ${from}, which has no place on the staircase`
  if (to === undefined || !stairs.includes(to)) return `looks at ${imported.to}, which belongs to no room`
  return stairs.indexOf(to) > stairs.indexOf(from) ? `${from} looks up the stairs at ${to}` : undefined
}

function passByDoor(imported: Import, source: Source): string | undefined {
  const room = roomOf(imported.to)
  if (!isInRoom(source) || room === undefined || room === 'platform' || room === roomOf(source.path)) return undefined
  return imported.to === `src/${room}/index.ts` ? undefined : `enters ${room} past its door: ${imported.to}`
}

/** Everything on the way of a file from itself to itself. Types count: two files that need each other's types are one file. */
function findCycles(sources: readonly Source[]): string[] {
  const ways = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    for (const next of done.has(path) ? [] : ways.get(path) ?? []) {
      const start = [...trail, path].indexOf(next.to)
      if (start >= 0) found.push(`${next.place} closes a circle: ${[...trail, path, next.to].slice(start).join(' → ')}`)
      else walk(next.to, [...trail, path])
    }
    done.add(path)
  }
  for (const path of ways.keys()) walk(path, [])
  return found
}

describe('rooms', () => {
  rule('look only back along the stairs', (sources) => perImport(sources, lookUp), {
    'src/ledger/voucher/voucher.ts': `import { receipt } from '../../receipts/index.ts'`,
  })

  rule('are entered through their door', (sources) => perImport(sources, passByDoor), {
    'src/receipts/receipt/receipt.service.ts': `import { post } from '../../ledger/voucher/voucher.service.ts'`,
  })

  rule('and everything above them never look at development', (sources) => perImport(sources, (imported, source) => (
    roomOf(imported.to) === 'development' && roomOf(source.path) !== 'development' ? 'production must not need development' : undefined
  )), { 'src/app.ts': `import { start } from './development/start.ts'` })

  rule('go in no circles, file by file', findCycles, {
    'src/ledger/a.ts': `import { b } from './b.ts'`,
    'src/ledger/b.ts': `import { type A } from './a.ts'`,
  })
})

/** The thing, what a browser may send, what a page shows, what is posted, words and paths: they compute and never wait. */
function isPure({ path }: Source): boolean {
  const room = roomOf(path)
  const isThing = deskOf(path) !== undefined && path.endsWith(`/${deskOf(path)}/${deskOf(path)}.ts`)
  return room !== 'platform' && room !== 'development' && (isThing || /\.(view|schema|posting|text|paths)\.ts$/.test(path))
}

function waits(node: ts.Node, source: Source): string | undefined {
  if (!isPure(source)) return undefined
  if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return 'waits, though its file is pure'
  return undefined
}

function reachesOut(imported: Import, source: Source): string | undefined {
  const reaches = /\.(repository|service|routes)\.ts$|^knex$|^express$/.test(imported.to)
  return isPure(source) && reaches ? `is pure and must not know ${imported.to}` : undefined
}

/** Of another room a repository may know types (whose id is this?), never what that room does. */
function isBeyondRepository(imported: Import, source: Source): string | undefined {
  if (!source.path.endsWith('.repository.ts') || !isOurs(imported) || roomOf(imported.to) === 'platform') return undefined
  const isNeighbour = roomOf(imported.to) === roomOf(source.path)
  const isSameDesk = isNeighbour && deskOf(imported.to) === deskOf(source.path)
  if (/\.(service|view|routes|schema)\.ts$/.test(imported.to)) return `a repository knows no ${imported.to}`
  if (imported.to.endsWith('.repository.ts') && !isSameDesk) return `a repository uses no other desk's: ${imported.to}`
  return isNeighbour || imported.typesOnly ? undefined : `a repository decides nothing, so it needs nothing of ${imported.to} but types`
}

function knowsPages(imported: Import, source: Source): string | undefined {
  const isBelow = source.path.endsWith('.service.ts')
  return isBelow && /\.(view|routes)\.ts$/.test(imported.to) ? `a service knows no page: ${imported.to}` : undefined
}

/** Only these speak SQL. Development starts and fills databases of its own. */
function speaksSql({ path }: Source): boolean {
  return path.endsWith('.repository.ts') || /^src\/(platform\/(database|audit|mail|jobs)|development)\//.test(path)
}

function touchesDatabase(node: ts.Node, source: Source): string | undefined {
  if (speaksSql(source)) return undefined
  const isRead = ts.isPropertyAccessExpression(node) && node.name.text === 'db'
  const isTaken = ts.isBindingElement(node) && (node.propertyName ?? node.name).getText(source.tree) === 'db'
  return isRead || isTaken ? 'touches the database outside a repository' : undefined
}

function mayKnowExpress({ path }: Source): boolean {
  return /^src\/(platform\/http|development)\//.test(path) || path === 'src/app.ts'
}

describe('inside a desk', () => {
  rule('pure files never wait', (sources) => perNode(sources, waits), {
    'src/receipts/receipt/receipt.view.ts': `export async function receiptPage() {}`,
  })

  rule('pure files know no repository, service, route, knex or express', (sources) => perImport(sources, reachesOut), {
    'src/receipts/receipt/receipt.ts': `import { findReceipts } from './receipt.repository.ts'`,
  })

  rule('a repository knows things, platform and the types of other rooms', (sources) => perImport(sources, isBeyondRepository), {
    'src/receipts/receipt/receipt.repository.ts': `import { post, type VoucherId } from '../../ledger/index.ts'`,
  })

  rule('a service knows no page', (sources) => perImport(sources, knowsPages), {
    'src/receipts/receipt/receipt.service.ts': `import { receiptPage } from './receipt.view.ts'`,
  })

  rule('only repositories speak SQL', (sources) => perNode(sources, touchesDatabase), {
    'src/receipts/receipt/receipt.service.ts': `const rows = await work.db('receipts')`,
  })

  rule('only repositories know knex', (sources) => perImport(sources, (imported, source) => (
    /^(knex|pg)$/.test(imported.to) && !speaksSql(source) ? `knows ${imported.to} outside a repository` : undefined
  )), { 'src/receipts/receipt/receipt.service.ts': `import { type Knex } from 'knex'` })

  rule('only platform/http and app.ts know express', (sources) => perImport(sources, (imported, source) => (
    imported.to === 'express' && !mayKnowExpress(source) ? 'knows express' : undefined
  )), { 'src/receipts/receipt/receipt.routes.ts': `import { Router } from 'express'` })
})
