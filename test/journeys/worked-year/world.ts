// The three offices of the worked year before the first of their documents: people, registers, the budget of the LAO.
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { type PayeeKind } from '../../../src/expenditure/deduction/deduction.ts'
import { type EnactedLine } from '../../budget/world.ts'
import { aTransferPayee } from '../../expenditure/payment/paying.ts'
import { withPayroll, type PayrollOffice } from '../../expenditure/pay-run/payrolls.ts'
import { aPurchasingOffice, type PurchasingOffice } from '../../expenditure/procurement-world.ts'
import { aPerson, aSchool, type School } from '../../receipts/school.ts'
import { aShop, type Shop } from '../../pawnshops/shop.ts'
import { worked } from '../../ledger/worked-year/worked.ts'
import { type TestDatabase } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'
import { Books, entities, type Entity } from './books.ts'

/** The story's control lines stand at หมวด, those of the system at ประเภท (budget-and-receipts §3.1): each is given as its items, whose sum it is. */
const items: Readonly<Record<string, readonly (readonly [code: string, amount: string])[]>> = {
  B01: [['5110700', '840000.00']], B02: [['5110800', '260000.00']], B03: [['5110900', '12000.00']], B04: [['5110300', '60000.00']], B05: [['5120100', '120000.00']],
  B06: [['5210100', '560000.00']], B07: [['5220100', '2300000.00']], B08: [['5220600', '1100000.00']], B09: [['5320100', '210000.00'], ['5320300', '100000.00'], ['5320400', '110000.00']],
  B10: [['5330100', '120000.00'], ['5330800', '60000.00']], B11: [['5340100', '240000.00'], ['5340300', '20000.00']], B12: [['5411600', '30000.00']], B13: [['5610200', '500000.00']],
  B14: [['5420900', '1200000.00']],
}

export interface Line {
  readonly id: string
  /** As a clerk types it. */
  readonly number: string
}

export interface World {
  readonly db: TestDatabase
  readonly books: Books
  readonly lao: PurchasingOffice & PayrollOffice & { readonly term: string }
  /** Who spends, by office. */
  readonly spending: Readonly<Record<Entity, PurchasingOffice>>
  readonly counter: School
  readonly school: School
  readonly shop: Shop
  /** By code of its item. */
  readonly lines: ReadonlyMap<string, Line>
  /** Ids by line of the story. */
  readonly linesOf: ReadonlyMap<string, readonly string[]>
  /** Ids by name. */
  readonly payees: Map<string, string>
  /** What the story made and comes back to. */
  readonly made: Map<string, string>
}

const year = fiscalYear(2568)

export async function aWorld(db: TestDatabase): Promise<World> {
  const { code } = await db.owner('organisations').where('lao_kind', 'SAO').orderBy('code').first('code')
  const at = await organisation(db, code)
  const enacted = worked.budget_lines.flatMap(({ id, task_code: task, name_th: name }) => (items[id] ?? []).map(([item, amount]): EnactedLine => ({ code: item, amount, task, title: `${name} ${item}` })))
  const purchasing = await withPayroll(await aPurchasingOffice(db, enacted, { code, year, on: calendarDate('2024-10-01'), money: null }))
  const term = await purchasing.finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: 'ดอนตัวอย่าง', accountNumber: '9999999999', accountName: at.name, kind: 'term' }))
  const lao = { ...purchasing, term }
  const counter: School = { organisation: at, lao: at, bankAccountId: lao.savings, finance: lao.finance, clerk: await aPerson(db, at, ['LAO_REVENUE']), head: lao.head }
  const [school, shop] = [await aSchool(db, '05', at), await aShop(db, { bank: 'current', parent: at })]
  await school.finance.work((work) => openFiscalYear(work, year))
  const codeOf = async ({ id }: { readonly id: string }): Promise<string> => (await db.owner('organisations').where({ id }).first('code')).code
  const books = new Books(db, {
    LAO01: { code, organisationId: at.id, reader: lao.head },
    SCH01: { code: await codeOf(school.organisation), organisationId: school.organisation.id, reader: school.head },
    PWN01: { code: await codeOf(shop.organisation), organisationId: shop.organisation.id, reader: shop.manager },
  })
  await books.learnRegisters()
  const spending = { LAO01: lao, SCH01: await schoolSpending(lao, school), PWN01: pawnSpending(lao, shop) }
  const world = { db, books, lao, spending, counter, school, shop, ...await linesIn(db, lao), payees: new Map<string, string>(), made: new Map<string, string>() }
  nameAccounts(world)
  nameUnits(world)
  return world
}

/** The people of a school stand where those of an LAO do; it has no departments. */
async function schoolSpending(lao: PurchasingOffice, { organisation: at, clerk, finance, head, bankAccountId }: School): Promise<PurchasingOffice> {
  const { db, fiscalYear } = lao
  const [account, manager, buyer] = [await aPerson(db, at, ['SUB_ACCOUNT']), await aPerson(db, at, ['SUB_HEAD']), await aPerson(db, at, ['SUB_PROCURE'])]
  return {
    db, fiscalYear, organisationId: at.id, departmentId: '', clerk: account, head, accountant: account, preparer: clerk, endorser: manager, checker: account, finance, current: '', savings: bankAccountId,
    asking: clerk, approving: manager, buyer, lines: [], firstLine: '',
  }
}

function pawnSpending({ db, fiscalYear }: PurchasingOffice, { organisation: at, cashier, manager, accountant, bankAccountId }: Shop): PurchasingOffice {
  return {
    db, fiscalYear, organisationId: at.id, departmentId: '', clerk: accountant, head: manager, accountant, preparer: cashier, endorser: manager, checker: accountant, finance: cashier, current: bankAccountId, savings: '',
    asking: cashier, approving: manager, buyer: cashier, lines: [], firstLine: '',
  }
}

async function linesIn(db: TestDatabase, lao: PurchasingOffice) {
  const rows: { id: string; number: number; economic_code: string }[] = await db.owner('budget_lines').where({ organisation_id: lao.organisationId }).select('id', 'number', 'economic_code')
  const lines = new Map(rows.map((row) => [row.economic_code, { id: row.id, number: String(row.number) }]))
  const linesOf = new Map(Object.entries(items).map(([id, parts]) => [id, parts.map(([item]) => lines.get(item)?.id ?? '')]))
  return { lines, linesOf }
}

function nameAccounts({ books, lao, school, shop }: World): void {
  for (const [key, label] of [[lao.current, 'KTB-CUR'], [lao.savings, 'KTB-SAV'], [lao.term, 'GSB-FIX']] as const) books.name('LAO01', { kind: 'bank_account', key }, label)
  books.name('SCH01', { kind: 'bank_account', key: school.bankAccountId }, 'SCH-SAV')
  books.name('PWN01', { kind: 'bank_account', key: shop.bankAccountId }, 'PWN-CUR')
}

/** Units stand in each other's registers under their codes. */
function nameUnits({ books }: World): void {
  for (const entity of entities) for (const label of entities) books.name(entity, { kind: 'org', key: books.codeOf(label) }, label)
}

/** Somebody the office pays, with a verified account; the same name is the same payee. */
export async function payeeOf(world: World, name: string, { kind, at = 'LAO01' }: { readonly kind: PayeeKind; readonly at?: Entity | undefined }): Promise<string> {
  const id = world.payees.get(`${at} ${name}`) ?? await aTransferPayee(world.spending[at], name, kind)
  world.payees.set(`${at} ${name}`, id)
  world.books.name(at, { kind: 'payee', key: id }, name)
  return id
}

/** The number a clerk types for the line of this item. */
export function lineNumber({ lines }: World, item: string): string {
  return lineOfItem({ lines }, item).number
}

export function lineOfItem({ lines }: Pick<World, 'lines'>, item: string): Line {
  const line = lines.get(item)
  if (!line) throw new Error(`no line of ${item}`)
  return line
}
