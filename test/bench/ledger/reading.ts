// PF-4 and PF-5: the trial balance of a year by both ways, and pages of the books however deep.
import { type Knex } from 'knex'
import { compareBalances } from '../../../src/ledger/index.ts'
import { type LineKey } from '../../../src/ledger/account/account.ts'
import { getAccountPage } from '../../../src/ledger/account/account.service.ts'
import { getDayBook } from '../../../src/ledger/day-book/day-book.service.ts'
import { type DayKey } from '../../../src/ledger/day-book/day-book.ts'
import { findAccountSums } from '../../../src/ledger/trial-balance/trial-balance.repository.ts'
import { getTrialBalance } from '../../../src/ledger/trial-balance/trial-balance.service.ts'
import { ownOrigin, type OfficerRead } from '../../../src/platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { fromNumeric, minus, toNumeric } from '../../../src/platform/money.ts'
import { ms, printLines, Times, verdict } from '../support/figures.ts'
import { bank, bookYear, type BenchOffice } from './book.ts'
import { officerOf, type KeptBook } from './kept-book.ts'

const year = fiscalYear(bookYear)
const wholeYear = { fiscalYear: year, month: 12, day: undefined, upTo: 'normal' } as const

async function timesOf(times: number, use: () => Promise<unknown>): Promise<Times> {
  const taken = new Times()
  for (let warm = 0; warm < Math.min(5, times); warm += 1) await use()
  for (let time = 0; time < times; time += 1) {
    const since = performance.now()
    await use()
    taken.add(performance.now() - since)
  }
  return taken
}

const p50 = (times: Times): string => `${ms(times.percentile(50))} (p95 ${ms(times.percentile(95))})`

const grouping = `SELECT l.account_code, sum(l.amount) FILTER (WHERE l.side = 'D') AS debit, sum(l.amount) FILTER (WHERE l.side = 'C') AS credit
  FROM voucher_lines l WHERE l.organisation_id = ? AND l.document_date >= '2025-10-01' AND l.document_date < '2026-10-01' GROUP BY 1`
const selecting = 'SELECT b.account_code, b.month, b.stage, b.debit, b.credit FROM account_balances b WHERE b.organisation_id = ? AND b.fiscal_year = ?'

export async function benchTrialBalance(book: KeptBook, offices: readonly BenchOffice[]): Promise<void> {
  const found: { kept: number; lines: number; isMiddle: boolean }[] = []
  for (const office of offices) {
    const [organisation, as] = [office.organisationId, reader(book, office)]
    const asked = { organisationId: organisation, asOf: wholeYear, withZeroRows: false }
    const most = office.vouchers > 50_000 ? 10 : 40
    const bareBalances = await timesOf(40, () => book.owner.raw(selecting, [organisation, bookYear]))
    const kept = await timesOf(40, () => as((read) => findAccountSums(read, { ...asked, chartKind: 'LAO' })))
    const whole = await timesOf(40, () => as((read) => getTrialBalance(read, { ...asked, isCompared: false })))
    const bareLines = await timesOf(most, () => book.owner.raw(grouping, [organisation]))
    const lines = await timesOf(most, () => as((read) => read.db.raw(grouping, [organisation])))
    const compared = await timesOf(office.vouchers > 50_000 ? 1 : 5, () => as((read) => compareBalances(read, organisation, year)))
    printLines(`PF-4: trial balance of ${(4 * office.vouchers).toLocaleString('en')} lines, p50 ms`, [
      ['from the kept balances', p50(kept)], ['  with office, carried balances, rows', p50(whole)], ['  yardstick: bare select of balances', p50(bareBalances)],
      ['from the lines, as an officer', p50(lines)], ['  yardstick: bare GROUP BY', p50(bareLines)],
      ['  by month and stage, compared with the kept', p50(compared)],
      ['both ways', await isEqual(book, office) ? 'equal to the satang' : 'DIFFERENT'],
    ])
    found.push({ kept: kept.percentile(50), lines: lines.percentile(50), isMiddle: office.vouchers <= 20_000 })
  }
  const upTo = found.filter((one) => one.isMiddle)
  const [first, last] = [Math.min(...found.map((one) => one.kept)), Math.max(...found.map((one) => one.kept))]
  console.log(`\nPF-4: 50,000 lines ≤ 25 ms from the lines: ${verdict(upTo.every((one) => one.lines <= 25))}; ≤ 3 ms from balances: ${verdict(upTo.every((one) => one.kept <= 3))}; more lines no slower: ${verdict(last <= 1.5 * first + 0.5)}`)
}

function reader({ database }: KeptBook, office: BenchOffice): <T>(use: (read: OfficerRead) => Promise<T>) => Promise<T> {
  const officer = officerOf(office)
  return (use) => database.read(officer, ownOrigin, use)
}

/** The page against the sums of all lines, account by account, and the program's own comparison. */
async function isEqual(book: KeptBook, office: BenchOffice): Promise<boolean> {
  const as = reader(book, office)
  const { rows } = await book.owner.raw<{ rows: { account_code: string; debit: string | null; credit: string | null }[] }>(grouping, [office.organisationId])
  const sums = new Map(rows.map((row) => [row.account_code, toNumeric(minus(fromNumeric(row.debit ?? '0'), fromNumeric(row.credit ?? '0')))]))
  const { balance } = await as((read) => getTrialBalance(read, { organisationId: office.organisationId, asOf: wholeYear, withZeroRows: true, isCompared: false }))
  const isSame = balance.rows.every(({ code, carried }) => toNumeric(minus(carried.debit, carried.credit)) === (sums.get(code) ?? '0.00'))
  const differences = await as((read) => compareBalances(read, office.organisationId, year))
  return isSame && differences.length === 0 && rows.every((row) => balance.rows.some(({ code }) => code === row.account_code))
}

const bareLines = `SELECT l.document_date, l.voucher_id, l.line, l.side, l.amount FROM voucher_lines l
  WHERE l.organisation_id = ? AND l.account_code = ? AND (l.document_date, l.voucher_id, l.line) > (?::date, ?::bigint, ?::smallint) AND l.document_date < '2026-10-01'
  ORDER BY l.document_date, l.voucher_id, l.line LIMIT 101`
const bareVouchers = `SELECT v.id, v.type, v.number, v.description, v.total FROM vouchers v
  WHERE v.organisation_id = ? AND (v.document_date, v.id) > (?::date, ?::bigint) AND v.document_date < '2026-10-01' ORDER BY v.document_date, v.id LIMIT 26`

const places = [['first', 0], ['middle', 0.5], ['deep', 0.98]] as const

/** Pages of the largest office: its bank account, and the day book of one month. */
export async function benchPages(book: KeptBook, office: BenchOffice): Promise<void> {
  const organisationId = office.organisationId
  const as = reader(book, office)
  const slowest = { ms: 0 }
  const show = async (name: string, page: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<readonly [string, string]> => {
    const times = await timesOf(40, page)
    slowest.ms = Math.max(slowest.ms, times.percentile(50))
    return [name, `${p50(times)} · yardstick: bare indexed select ${p50(await timesOf(40, bare))}`]
  }
  const lines: (readonly [string, string])[] = []
  for (const [name, part] of places) {
    const key = await lineAt(book.owner, organisationId, part)
    const query = { organisationId, code: bank, asOf: wholeYear, isWholeYear: true, subKey: undefined, before: undefined, after: part === 0 ? undefined : key }
    const from = part === 0 ? ['2025-09-30', '0', 0] : [key.date, key.voucherId, key.line]
    lines.push(await show(`ledger of the bank account, ${name} page`, () => as((read) => getAccountPage(read, query)), () => book.owner.raw(bareLines, [organisationId, bank, ...from])))
  }
  for (const [name, part] of places) {
    const key = await voucherAt(book.owner, organisationId, part)
    const asked = { organisationId, asOf: { ...wholeYear, month: 6 }, before: undefined, after: part === 0 ? undefined : key }
    lines.push(await show(`day book of a month, ${name} page`, () => as((read) => getDayBook(read, asked)), () => book.owner.raw(bareVouchers, [organisationId, key.date, key.voucherId])))
  }
  const { total } = await book.owner('voucher_lines').count('* as total').first<{ total: string }>()
  printLines(`PF-5: pages in a table of ${Number(total).toLocaleString('en')} lines, an office of ${(4 * office.vouchers).toLocaleString('en')}, p50 ms`, lines)
  console.log(`\nPF-5: every page ≤ 20 ms: ${verdict(slowest.ms <= 20)}`)
}

async function lineAt(owner: Knex, organisationId: string, part: number): Promise<LineKey> {
  const { rows } = await owner.raw<{ rows: { document_date: string; voucher_id: string; line: number }[] }>(`
    SELECT document_date, voucher_id, line FROM voucher_lines WHERE organisation_id = :organisationId AND account_code = :bank AND document_date < '2026-10-01' ORDER BY document_date, voucher_id, line
    OFFSET (SELECT floor(count(*) * :part::float8) FROM voucher_lines WHERE organisation_id = :organisationId AND account_code = :bank AND document_date < '2026-10-01') LIMIT 1`, { organisationId, bank, part })
  const [row] = rows
  if (!row) throw new Error('the account has no lines')
  return { date: calendarDate(row.document_date), voucherId: row.voucher_id, line: row.line }
}

async function voucherAt(owner: Knex, organisationId: string, part: number): Promise<DayKey> {
  const { rows } = await owner.raw<{ rows: { document_date: string; id: string }[] }>(`
    SELECT document_date, id FROM vouchers WHERE organisation_id = :organisationId AND fiscal_year = :year AND month = 6 ORDER BY document_date, id
    OFFSET (SELECT floor(count(*) * :part::float8) FROM vouchers WHERE organisation_id = :organisationId AND fiscal_year = :year AND month = 6) LIMIT 1`, { organisationId, year: bookYear, part })
  const [row] = rows
  if (!row) throw new Error('the month has no vouchers')
  return { date: calendarDate(row.document_date), voucherId: row.id }
}
