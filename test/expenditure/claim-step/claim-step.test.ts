import { expect, it } from 'vitest'
import { taxFaults } from '../../../src/expenditure/claim-step/claim-step.ts'
import { type ClaimDeduction, type ClaimPayee } from '../../../src/expenditure/claim/claim.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { baht } from '../../../src/platform/money.ts'

const { errors } = claimText
const person = (deducted: string, tax?: string): ClaimPayee => ({ payeeId: null, name: 'นายหนึ่ง', taxId: '', bankCode: '', accountNumber: '', accountName: '', gross: baht('9000'), deducted: baht(deducted), tax: tax === undefined ? undefined : baht(tax) })
const kept = (kind: ClaimDeduction['kind'], amount: string): ClaimDeduction => ({ kind, accountCode: '2102040104.001', subKey: null, description: '', base: null, rate: null, ruleCode: null, amount: baht(amount) })

it('a list tells whose tax it is only where more than the tax is kept back', () => {
  expect(taxFaults({ payees: [person('50')], deductions: [kept('withholding', '50')] })).toEqual({})
  expect(taxFaults({ payees: [person('200')], deductions: [kept('deposit', '200')] })).toEqual({})
  expect(taxFaults({ payees: [], deductions: [kept('withholding', '50'), kept('deposit', '200')] })).toEqual({})
  expect(taxFaults({ payees: [person('250', '50')], deductions: [kept('withholding', '50'), kept('deposit', '200')] })).toEqual({})
})

it('it is refused where it does not, and where it does not come to what is withheld', () => {
  const mixed = [kept('withholding', '50'), kept('deposit', '200')]
  expect(taxFaults({ payees: [person('250')], deductions: mixed })).toEqual({ pasted: errors.peopleTax('50.00', '0.00') })
  expect(taxFaults({ payees: [person('250', '49.99')], deductions: mixed })).toEqual({ pasted: errors.peopleTax('50.00', '49.99') })
  expect(taxFaults({ payees: [person('200', '10')], deductions: [kept('deposit', '200')] })).toEqual({ pasted: errors.peopleTax('0.00', '10.00') })
})
