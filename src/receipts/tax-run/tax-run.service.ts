// Preview, asking, approving. Locks: run → debts by id → counters → book. What was previewed must still be so when it is approved.
import { nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { balancesByKey, postVoucher, reverseVoucher } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, isZero, minus, type Money } from '../../platform/money.ts'
import { receiptsPosting } from '../receipts.posting.ts'
import { numberName } from '../receipts.names.ts'
import { forSigning } from '../sign/sign.service.ts'
import { findDebts, findFigures, findIdsOfRun, findTaxKinds, lockDebts, markSetUp, unmarkSetUp } from '../tax-debt/tax-debt.repository.ts'
import { debtNumber } from '../tax-debt/tax-debt.ts'
import { taxRunText } from '../tax-run.text.ts'
import { getStored, insertRun, moveRun, runRows } from './tax-run.repository.ts'
import {
  allowanceFacts, allowanceRows, allowanceTotal, lastDayOf, runLifecycle, setUpFacts, setUpTotal, toSetUp, type AllowanceRow, type Debtor, type RunKind, type TaxRun,
} from './tax-run.ts'

const { errors } = taxRunText
const kind = 'tax-run'

/** As this officer may sign it. */
export async function getRun(read: OfficerRead, organisationId: string, id: string): Promise<TaxRun> {
  return forSigning(read, await getStored(read, organisationId, id))
}

const startStep = stepStarter({ rows: runRows, get: getRun, lifecycle: runLifecycle })

export interface Preview {
  readonly kind: RunKind
  readonly fiscalYear: FiscalYear
  readonly debtors: readonly Debtor[]
  readonly allowances: readonly AllowanceRow[]
  readonly total: Money
}

/** What the run would do now, by the debts as they stood on the evening of that day and stand still. */
export async function previewRun(read: OfficerRead, asked: { kind: RunKind; fiscalYear: FiscalYear }): Promise<Preview> {
  const day = lastDayOf(asked.fiscalYear)
  const evening = await findDebts(read, { organisationId: read.actor.organisationId, until: day })
  if (asked.kind === 'set-up') {
    const debtors = toSetUp(await findDebts(read, { organisationId: read.actor.organisationId }), { day, evening })
    return { ...asked, debtors, allowances: [], total: setUpTotal(debtors) }
  }
  const kinds = await findTaxKinds(read)
  const rows = await balancesByKey(read, { organisationId: read.actor.organisationId, accountCodes: kinds.map((each) => each.allowanceAccount), until: day })
  const book = new Map(rows.map((row) => [row.accountCode, minus(row.credit, row.debit)]))
  const allowances = allowanceRows(kinds, evening, { day, figures: await findFigures(read, day), book })
  return { ...asked, debtors: [], allowances, total: allowanceTotal(allowances) }
}

export async function askRun(work: OfficerWork, form: { kind: RunKind; fiscalYear: FiscalYear; formKey: string }): Promise<string> {
  const earlier = await runRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  if (compareDates(lastDayOf(form.fiscalYear), work.today) > 0) throw new RuleBroken({ fiscalYear: errors.notOver })
  const preview = await previewRun(work, form)
  if (isZero(preview.total)) throw new RuleBroken({ fiscalYear: errors.nothing })
  const number = await nextNumber(work, 'TXR', form.fiscalYear)
  const id = await insertRun(work, { ...form, number, total: preview.total })
  await recordChange(work, { kind, id, action: 'ask', after: { number: numberName('TXR', { number, fiscalYear: form.fiscalYear }), total: preview.total } })
  return id
}

export async function approveRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await startStep(work, id, { action: 'approve', version })
  await lockDebts(work, (await previewRun(work, run)).debtors.map(({ debt }) => debt.id))
  const preview = await previewRun(work, run)
  if (compare(preview.total, run.total) !== 0) throw new RuleBroken(errors.changed)
  const head = {
    rules: receiptsPosting, type: 'AJ' as const, documentDate: lastDayOf(run.fiscalYear), source: { kind, id }, preparedBy: run.preparerId, samePerson: 'small-unit' as const,
    description: `${taxRunText.kinds[run.kind]} ${numberName('TXR', run)}`,
  }
  const posted = run.kind === 'set-up' ? await postVoucher(work, { ...head, event: 'tax-run.set-up', facts: setUpFacts(preview.debtors) })
    : await postVoucher(work, { ...head, event: 'tax-run.allowance', facts: allowanceFacts(preview.allowances) })
  await moveRun(work, run, { state: run.next, voucherId: posted.id })
  await markSetUp(work, id, preview.debtors.map(({ debt, amount }) => ({ id: debt.id, amount })))
  await recordChange(work, { kind, id, action: 'approve', after: { voucher: posted.number, total: run.total } })
}

export async function refuseRun(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const run = await startStep(work, id, { action: 'refuse', version: form.version })
  await moveRun(work, run, { state: run.next, reason: form.reason })
  await recordChange(work, { kind, id, action: 'refuse', reason: form.reason })
}

/** Not once any of its debtors has paid or was written off, by a receipt still on its way too: their accounts would turn over. */
export async function reverseRun(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const run = await startStep(work, id, { action: 'reverse', version: form.version })
  if (!run.voucher) throw new Error(`posted tax run ${id} without voucher`)
  const ids = await findIdsOfRun(work, run.organisationId, id)
  await lockDebts(work, ids)
  const touched = (await findDebts(work, { organisationId: run.organisationId, ids })).find((debt) => compare(debt.standing, debt.setUpAmount) !== 0)
  if (touched) throw new RuleBroken(errors.touched(`${debtNumber(touched)} ${touched.taxpayer.name}`))
  const reversal = await reverseVoucher(work, run.voucher.id, { reason: form.reason, documentDate: lastDayOf(run.fiscalYear) })
  await unmarkSetUp(work, id)
  await moveRun(work, run, { state: run.next, reason: form.reason })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: run.authorId === '' })
}
