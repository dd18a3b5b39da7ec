// A school of the town: fees at its own counter, and the money the town gives it, taken in once it is there.
import { randomUUID } from 'node:crypto'
import { blankBoxes } from '../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../src/expenditure/claim-form/claim-form.service.ts'
import { getBoard } from '../../src/interagency/pair/pair.service.ts'
import { waitingOf } from '../../src/interagency/pair/pair.ts'
import { fiscalYearOf } from '../../src/platform/dates.ts'
import { sum, toNumeric } from '../../src/platform/money.ts'
import { prepareSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { createRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { recordReceipt } from '../../src/receipts/receipt/receipt.service.ts'
import { aReceipt, tuition } from '../receipts/school.ts'
import { amountOf, dayOf, type Beginning } from './beginning.ts'

const fromTown = '4404050104.001'

export const school: readonly Beginning[] = [
  { name: 'money to the school', weight: 3, by: 'preparer', async start({ town, chance, today }) {
    const { id, name } = town.school.organisation
    const rows = [{ line: '7', unit: id, account: '', key: '', description: '', amount: amountOf(chance, 30_000) }]
    const input = {
      ...blankBoxes, kind: 'C13', department: town.office.departmentId, documentDate: dayOf(today), payee: name, title: 'เงินโอนให้โรงเรียน', vat: 'none' as const, rows, deductions: [], pasted: '', formKey: randomUUID(), version: '',
    }
    return (work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })
  } },
  { name: 'fees of the school', weight: 5, by: 'teacher', async start({ town, chance, today }) {
    const form = aReceipt({ date: today, income: tuition, amount: amountOf(chance, 900), ...(chance.next() < 0.5 && { transferTo: town.school.bankAccountId }) })
    return (work) => recordReceipt(work, form)
  } },
  { name: 'what the town gave', weight: 4, by: 'teacher', async start({ town, today }) {
    const { standings } = await town.people.rector[0].read((read) => getBoard(read, fiscalYearOf(today)))
    const waits = sum(standings.map(waitingOf))
    const form = aReceipt({ date: today, income: fromTown, amount: toNumeric(waits), transferTo: town.school.bankAccountId })
    return waits > 0n ? (work) => recordReceipt(work, form) : undefined
  } },
  { name: 'a slip of the school', weight: 4, by: 'teacher', async start({ town, today, userId }) {
    const receiptIds: string[] = await town.rows('receipts', 'school').where({ recorded_by: userId, state: 'recorded' }).whereNull('remittance_id').orderBy('id').pluck('id')
    const form = { receiptIds, slipDate: today, cashBankAccountId: null, isCashPlaced: true, isForAll: false, remark: '', formKey: randomUUID() }
    return receiptIds.length === 0 ? undefined : (work) => createRemittance(work, form)
  } },
  { name: 'a summary of the school', weight: 4, by: 'bursar', async start({ town }) {
    const slip = await town.rows('remittances', 'school').where({ state: 'received' }).whereNull('summary_id').orderBy('id').first('slip_date')
    const form = { summaryDate: slip?.slip_date, remark: '', formKey: randomUUID() }
    return slip === undefined ? undefined : (work) => prepareSummary(work, form)
  } },
]
