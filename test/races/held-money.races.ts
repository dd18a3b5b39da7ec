// Money held for others and money owed: items of deposits, entries on them, tax debts and their runs.
import { randomUUID } from 'node:crypto'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { createDeposit } from '../../src/receipts/deposit/deposit.service.ts'
import { getDeposit } from '../../src/receipts/deposit/deposit.repository.ts'
import { approveEntry, cancelEntry, createEntry, returnEntry, reverseEntry, submitEntry } from '../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../src/receipts/money-entry/money-entry.ts'
import { moneyEntryText } from '../../src/receipts/money-entry.text.ts'
import { cancelDebt, confirmCancelDebt, createDebt, refuseCancelDebt } from '../../src/receipts/tax-debt/tax-debt.service.ts'
import { type DebtCommand } from '../../src/receipts/tax-debt/tax-debt.ts'
import { askReduction, confirmReduction, refuseReduction } from '../../src/receipts/tax-reduction/tax-reduction.service.ts'
import { approveRun, askRun, refuseRun, reverseRun } from '../../src/receipts/tax-run/tax-run.service.ts'
import { taxRunText } from '../../src/receipts/tax-run.text.ts'
import { createTaxpayer } from '../../src/receipts/taxpayer/taxpayer.service.ts'
import { type TestDatabase } from '../support/database.ts'
import { today, yesterday, type School } from '../receipts/school.ts'
import { aPaidCheque, bouncing } from '../receipts/returned-cheque/cheques.ts'
import { aTown, moneyIn } from '../receipts/town.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because } from './town.ts'

const entries = '/receipts/money-entries'
const lastYear = fiscalYear(2569)

interface Held {
  readonly town: School
  readonly depositId: string
}

const anItem = { kindCode: 'DP13', depositor: 'หจก.ยื่นซอง', depositorNumber: '', reference: 'ประกวดราคา 3/2570', dueDate: null, remark: '' }

/** 25,000 baht of a bidder. */
async function aDeposit(db: TestDatabase): Promise<Held> {
  const town = await aTown(db)
  const depositId = await town.finance.work((work) => createDeposit(work, { ...anItem, formKey: randomUUID() }))
  const { key, kind } = await town.finance.read((read) => getDeposit(read, town.organisation.id, depositId))
  await moneyIn(town, { account: kind.accountCode, key, amount: '25000.00', date: yesterday })
  return { town, depositId }
}

function forfeiting({ depositId }: Held, amount = '25000.00'): EntryCommand & { formKey: string } {
  return {
    formKey: randomUUID(), kind: 'forfeit', entryDate: today, depositId, debtId: null, covered: zero, targetCode: null, targetKey: null, amount: baht(amount), reason: 'ผู้ค้าไม่มาทำสัญญา', authority: '',
  }
}

async function aWaitingEntry(held: Held, amount?: string): Promise<string> {
  const id = await held.town.finance.work((work) => createEntry(work, forfeiting(held, amount)))
  await held.town.finance.work((work) => submitEntry(work, id, 1))
  return id
}

interface Owing {
  readonly town: School
  readonly debt: DebtCommand & { formKey: string }
}

async function aTaxTown(db: TestDatabase): Promise<Owing> {
  const town = await aTown(db)
  await town.head.work((work) => openFiscalYear(work, lastYear))
  const taxpayerId = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'person', name: 'นางบุญมา ที่ดินมาก', personNumber: '', address: '1 หมู่ 2', phone: '', isActive: true,
    items: [{ kind: 'land', place: 'โฉนด 1234', detail: '' }],
  }))
  return { town, debt: {
    formKey: randomUUID(), taxpayerId, taxKind: 'land', taxYear: 2569, assessed: baht('5000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
    dueDate: calendarDate('2026-04-30'), parts: 1, isFiledLate: false, signs: [], remark: '',
  } }
}

async function anAskedRun(db: TestDatabase): Promise<{ town: School; id: string }> {
  const { town, debt } = await aTaxTown(db)
  await town.clerk.work((work) => createDebt(work, debt))
  return { town, id: await town.clerk.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey: randomUUID() })) }
}

async function aLateDebt(db: TestDatabase): Promise<{ town: School; id: string }> {
  const { town, debt } = await aTaxTown(db)
  return { town, id: await town.clerk.work((work) => createDebt(work, debt)) }
}

const reducing = { penalty: baht('100'), surcharge: zero, orderNumber: '1/2570', orderDate: today }

export const heldMoneyRaces = (db: TestDatabase): readonly Race[] => [
  twins(['/receipts/deposits/new'], 'an item of deposits is opened once from one form', async () => {
    const town = await aTown(db)
    const form = { ...anItem, formKey: randomUUID() }
    return () => town.finance.work((work) => createDeposit(work, form))
  }),
  twins([`${entries}/new`], 'an entry is made once from one form', async () => {
    const held = await aDeposit(db)
    const form = forfeiting(held)
    return () => held.town.finance.work((work) => createEntry(work, form))
  }),
  once([`${entries}/:id/submit`, `${entries}/:id/cancel`], 'an entry is handed in or given up', async () => {
    const held = await aDeposit(db)
    const id = await held.town.finance.work((work) => createEntry(work, forfeiting(held)))
    return [() => held.town.finance.work((work) => submitEntry(work, id, 1)), () => held.town.finance.work((work) => cancelEntry(work, id, 1))]
  }),
  once([`${entries}/:id/approve`, `${entries}/:id/return`], 'an entry is approved or sent back', async () => {
    const held = await aDeposit(db)
    const id = await aWaitingEntry(held)
    return [() => held.town.head.work((work) => approveEntry(work, id, 2)), () => held.town.head.work((work) => returnEntry(work, id, because(2)))]
  }),
  lastBaht([`${entries}/:id/approve`], 'a deposit gives no more than it holds', async () => {
    const held = await aDeposit(db)
    const waiting = await several(() => aWaitingEntry(held, '10000.00'))
    return { wants: waiting.map((id) => () => held.town.head.work((work) => approveEntry(work, id, 2))), fits: 2, told: saying(moneyEntryText.errors.left('10,000.00', '5,000.00')) }
  }),
  once([`${entries}/:id/reverse`], 'an entry is reversed once', async () => {
    const held = await aDeposit(db)
    const id = await aWaitingEntry(held)
    await held.town.head.work((work) => approveEntry(work, id, 2))
    return [() => held.town.head.work((work) => reverseEntry(work, id, because(3)))]
  }),
  lastBaht([`${entries}/new`], 'a cheque comes back once, whoever keys it', async () => {
    const made = await aPaidCheque(db)
    return { wants: await several(async () => () => made.town.finance.work((work) => createEntry(work, bouncing(made)))), fits: 1, told: saying(moneyEntryText.errors.returnedBefore) }
  }),
  twins(['/receipts/tax-debts/new'], 'a tax is assessed once from one form', async () => {
    const { town, debt } = await aTaxTown(db)
    return () => town.clerk.work((work) => createDebt(work, debt))
  }),
  once(['/receipts/tax-debts/:id/confirm-cancel', '/receipts/tax-debts/:id/refuse-cancel'], 'a cancellation of an assessment is decided once', async () => {
    const { town, debt } = await aTaxTown(db)
    const id = await town.clerk.work((work) => createDebt(work, debt))
    await town.clerk.work((work) => cancelDebt(work, id, because(1)))
    return [() => town.head.work((work) => confirmCancelDebt(work, id, 2)), () => town.head.work((work) => refuseCancelDebt(work, id, because(2)))]
  }),
  once(['/receipts/tax-debts/:id/cancel'], 'the cancellation of an assessment is asked for once', async () => {
    const { town, debt } = await aTaxTown(db)
    const id = await town.clerk.work((work) => createDebt(work, debt))
    return [() => town.clerk.work((work) => cancelDebt(work, id, because(1)))]
  }),
  once(['/receipts/tax-debts/:id/reduce'], 'a reduction of lateness is asked for once', async () => {
    const { town, id } = await aLateDebt(db)
    return [() => town.clerk.work((work) => askReduction(work, id, { ...because(1), ...reducing }))]
  }),
  once(['/receipts/tax-debts/:id/confirm-reduction', '/receipts/tax-debts/:id/refuse-reduction'], 'a reduction of lateness is decided once', async () => {
    const { town, id } = await aLateDebt(db)
    await town.clerk.work((work) => askReduction(work, id, { ...because(1), ...reducing }))
    return [() => town.head.work((work) => confirmReduction(work, id, 2)), () => town.head.work((work) => refuseReduction(work, id, because(2)))]
  }),
  twins(['/receipts/tax-runs/new'], 'a run of the year is asked for once from one form', async () => {
    const { town, debt } = await aTaxTown(db)
    await town.clerk.work((work) => createDebt(work, debt))
    const formKey = randomUUID()
    return () => town.clerk.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey }))
  }),
  lastBaht(['/receipts/tax-runs/new'], 'a year has one run of a kind', async () => {
    const { town, debt } = await aTaxTown(db)
    await town.clerk.work((work) => createDebt(work, debt))
    return { wants: await several(async () => () => town.clerk.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey: randomUUID() }))), fits: 1, told: saying(taxRunText.errors.twin) }
  }),
  once(['/receipts/tax-runs/:id/approve', '/receipts/tax-runs/:id/refuse'], 'a run is approved or refused', async () => {
    const { town, id } = await anAskedRun(db)
    return [() => town.head.work((work) => approveRun(work, id, 1)), () => town.head.work((work) => refuseRun(work, id, because(1)))]
  }),
  once(['/receipts/tax-runs/:id/reverse'], 'a run is undone once', async () => {
    const { town, id } = await anAskedRun(db)
    await town.head.work((work) => approveRun(work, id, 1))
    return [() => town.head.work((work) => reverseRun(work, id, because(2)))]
  }),
]
