import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../../../src/platform/database/work.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { readForm } from '../../../src/platform/http/form.ts'
import { type FormRequest } from '../../../src/platform/http/request.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { askedRemittances, editRemittanceSchema, newRemittanceSchema } from '../../../src/receipts/remittance/remittance.schema.ts'

const { errors } = receiptsText
const formKey = '0b0f5c1e-8a63-4c93-9d0a-6b1f0f0a1234'
const form = { formKey, slipDate: '20/11/2569', cashPlace: 'safe', receiptIds: ['5', '6', '5'], remark: '' }

function request(changed: Readonly<Record<string, unknown>> = {}): FormRequest {
  return { path: '/', params: {}, query: {}, body: { ...form, ...changed }, files: [], cookies: {}, origin: ownOrigin }
}

describe('a slip as typed', () => {
  it('has a day, its receipts once each, and a place for the cash', () => {
    expect(readForm(newRemittanceSchema, request())).toEqual({
      formKey, slipDate: '2026-11-20', receiptIds: ['5', '6'], remark: '', isCashPlaced: true, cashBankAccountId: null, isForAll: false,
    })
    expect(readForm(newRemittanceSchema, request({ receiptIds: '5', cashPlace: '9' }))).toMatchObject({ receiptIds: ['5'], isCashPlaced: true, cashBankAccountId: '9' })
    expect(readForm(editRemittanceSchema, request({ cashPlace: '', version: '3' }))).toMatchObject({ version: 3, isCashPlaced: false, cashBankAccountId: null })
  })

  it.each([
    [{ receiptIds: undefined }, { receiptIds: errors.noReceipt }], [{ slipDate: '31/02/2568' }, { slipDate: errors.date }],
    [{ cashPlace: 'pocket' }, { cashPlace: errors.cashPlace }],
    [{ receiptIds: Array.from({ length: 501 }, (_, index) => String(index)) }, { receiptIds: errors.manyReceipts('500') }],
  ])('refuses %j', (changed, refused) => {
    expect(() => readForm(newRemittanceSchema, request(changed))).toThrow(new RuleBroken(refused))
    expect(Object.keys(refused)).toHaveLength(1)
  })

  it('is not edited without the version it was read at', () => {
    expect(() => readForm(editRemittanceSchema, request())).toThrow(errors.form)
  })
})

describe('the list as asked', () => {
  it('believes only what it knows', () => {
    expect(askedRemittances({ state: 'lost', after: 'x', organisation: '3', by: 'nobody', waiting: 'no' }, '9').filter).toEqual({
      organisationId: '3', from: undefined, until: undefined, state: undefined, after: undefined,
    })
    expect(askedRemittances({ state: 'submitted', after: '12' }, '9').filter).toMatchObject({ organisationId: '9', state: 'submitted', after: '12' })
  })
})
