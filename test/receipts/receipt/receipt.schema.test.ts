import { describe, expect, it } from 'vitest'
import { RuleBroken, type FieldErrors } from '../../../src/platform/errors.ts'
import { ownOrigin } from '../../../src/platform/database/work.ts'
import { readForm } from '../../../src/platform/http/form.ts'
import { type FormRequest } from '../../../src/platform/http/request.ts'
import { baht } from '../../../src/platform/money.ts'
import { askedReceipts, evidenceSchema, handwrittenSchema } from '../../../src/receipts/receipt/receipt.schema.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'

const { errors } = receiptsText
const key = '0b0f5c1e-8a63-4c93-9d0a-6b1f0f0a1234'

const form = {
  formKey: key, book: '12', sheet: '34', receiptDate: '20/11/2569', payer: 'นางสมศรี', cash: '1000.00',
  'lines.0.incomeCode': '4404050101.001', 'lines.0.description': '', 'lines.0.amount': '1,000.00',
}

function request(changed: Readonly<Record<string, string>>): FormRequest {
  return { path: '/', params: {}, query: {}, body: { ...form, ...changed }, files: [], cookies: {}, origin: ownOrigin }
}

function refusals(changed: Readonly<Record<string, string>>): FieldErrors {
  try {
    readForm(handwrittenSchema, request(changed))
    return {}
  } catch (error) {
    if (error instanceof RuleBroken) return error.errors
    throw error
  }
}

describe('a hand-written receipt as typed', () => {
  it('becomes a command; blank rows are no lines, and a line remembers its row', () => {
    const command = readForm(handwrittenSchema, request({
      'lines.1.incomeCode': '', 'lines.1.amount': ' ', 'lines.3.incomeCode': '4404050107.001', 'lines.3.description': ' ค่าเช่า  ห้อง ',
      'lines.3.amount': '560.25',
      'transfers.0.bankAccountId': '7', 'transfers.0.reference': 'A1', 'transfers.0.amount': '560.25',
    }))
    expect(command).toEqual({
      formKey: key, receiptDate: '2026-11-20', payer: 'นางสมศรี', remark: '', paper: { kind: 'handwritten', book: '12', sheet: 34 },
      lines: [
        { row: 0, incomeCode: '4404050101.001', key: '', reference: '', description: '', amount: baht('1000') },
        { row: 3, incomeCode: '4404050107.001', key: '', reference: '', description: 'ค่าเช่า ห้อง', amount: baht('560.25') },
      ],
      payments: [
        { row: 0, means: 'cash', bankAccountId: null, reference: '', amount: baht('1000') },
        { row: 0, means: 'transfer', bankAccountId: '7', reference: 'A1', valueDate: undefined, amount: baht('560.25') },
      ],
    })
  })

  it('tells what was assessed and taken off; a part may be paid', () => {
    const read = (cells: Readonly<Record<string, string>>) => readForm(handwrittenSchema, request(Object.fromEntries(Object.entries(cells).map(([name, text]) => [`lines.0.${name}`, text]))))
    expect(read({ assessed: '1,200.00', discount: '๑๒๐' }).lines[0]).toMatchObject({ assessed: baht('1200'), discount: baht('120'), amount: baht('1000') })
  })

  it.each([
    [{ discount: '10' }, 'assessed', errors.assessed], [{ assessed: '1000', discount: '1000' }, 'discount', errors.discount],
    [{ assessed: '1100', discount: '100.01' }, 'amount', errors.overAssessed('999.99')], [{ assessed: '0' }, 'assessed', errors.positive], [{ assessed: '1200', discount: '1.005' }, 'discount', errors.amount],
  ])('refuses an assessment of %o', (cells, name, message) => {
    expect(refusals(Object.fromEntries(Object.entries(cells).map(([cell, text]) => [`lines.0.${cell}`, text])))[`lines.0.${name}`]).toBe(message)
  })

  it('reads Thai digits everywhere', () => {
    const command = readForm(handwrittenSchema, request({ book: '๐๑๒', sheet: '๐๓๔', receiptDate: '๒๐/๑๑/๒๕๖๙', cash: '๑,๕๖๐.๒๕', 'lines.0.amount': '๑,๕๖๐.๒๕' }))
    expect(command.paper).toEqual({ kind: 'handwritten', book: '12', sheet: 34 })
    expect(command.lines[0]?.amount).toBe(baht('1560.25'))
  })

  it.each([
    ['-1.00', errors.positive], ['0.00', errors.positive], ['12.345', errors.amount], ['12,3x', errors.amount], ['1,00', errors.amount],
    ['', errors.noAmount], ['9999999999999', errors.amount],
  ])('refuses the amount %s at its field', (amount, message) => {
    expect(refusals({ 'lines.0.amount': amount })).toEqual({ 'lines.0.amount': message })
  })

  it.each([
    ['receiptDate', '31/02/2568', errors.date], ['receiptDate', '', errors.noDate], ['payer', ' ', errors.payer], ['book', '', errors.book],
    ['sheet', '0', errors.sheet],
    ['sheet', '12a', errors.sheet], ['sheet', '100000', errors.sheet], ['cash', '1.234', errors.amount], ['cash', '0', errors.positive],
    ['formKey', 'x', errors.form],
  ])('refuses %s = %s at its field', (name, value, message) => {
    expect(refusals({ [name]: value })).toEqual({ [name]: message })
  })

  it('refuses payments that do not make up the total', () => {
    expect(refusals({ cash: '999.99' })).toEqual({ cash: 'ยอดรับชำระ 999.99 บาท ไม่เท่ากับยอดตามรายการ 1,000.00 บาท' })
    expect(refusals({ cash: '' })).toEqual({ cash: 'ยอดรับชำระ 0.00 บาท ไม่เท่ากับยอดตามรายการ 1,000.00 บาท' })
  })

  it('refuses half a row and no row at all, each at its place', () => {
    expect(refusals({ 'lines.2.description': 'ค่าเช่า' })).toEqual({ 'lines.2.incomeCode': errors.income, 'lines.2.amount': errors.noAmount })
    expect(refusals({ 'lines.0.incomeCode': '', 'lines.0.amount': '' })).toEqual({ 'lines.0.incomeCode': errors.noLine })
    expect(refusals({ 'transfers.0.amount': '5' })).toEqual({ 'transfers.0.bankAccountId': errors.bank })
  })
})

describe('evidence as typed', () => {
  it('names its kind from the list', () => {
    const typed = { ...form, evidenceKind: 'letter', evidenceReference: 'มท 0808/1' }
    expect(readForm(evidenceSchema, request(typed)).paper).toEqual({ kind: 'evidence', evidenceKind: 'letter', reference: 'มท 0808/1' })
    expect(() => readForm(evidenceSchema, request({ ...typed, evidenceKind: 'rumour' }))).toThrow(new RuleBroken({ evidenceKind: errors.evidenceKind }))
  })
})

describe('the register as asked', () => {
  it('believes only what it knows', () => {
    const { filter, errors: found } = askedReceipts({ from: '01/11/2569', until: '20/11/2569', state: 'recorded', kind: 'x', after: '2026-11-20_5' }, '9')
    expect(filter).toEqual({
      organisationId: '9', from: '2026-11-01', until: '2026-11-21', state: 'recorded', kind: undefined, search: undefined,
      after: { date: '2026-11-20', id: '5' },
    })
    expect(found).toEqual({})
    expect(askedReceipts({ from: '31/02/2569', after: "'" }, '9')).toMatchObject({ filter: { from: undefined, after: undefined }, errors: { from: errors.date } })
  })
})
