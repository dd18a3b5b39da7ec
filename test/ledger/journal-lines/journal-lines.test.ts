import { describe, expect, it } from 'vitest'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { type Account } from '../../../src/ledger/chart/chart.ts'
import { balanceFault, blankLine, codeIn, judgeLines, readPasted, totalsOf, type Known, type TypedLine } from '../../../src/ledger/journal-lines/journal-lines.ts'
import { journalText } from '../../../src/ledger/journal.text.ts'
import { ledgerText } from '../../../src/ledger/ledger.text.ts'
import { baht } from '../../../src/platform/money.ts'

const { errors } = journalText
const account = (code: string, more: Partial<Account> = {}): Account => ({
  code, name: `บัญชี ${code}`, group: 'asset', normalSide: 'D', isPostable: true, chartKinds: ['ALL'], subLedger: null, validFrom: 2500, validUntil: null, ...more,
})
const cash = account('1101010101.001', { name: 'เงินสดในมือ', subLedger: 'cashbox' })
const savings = account('1101030102.001', { name: 'เงินฝากธนาคาร ออมทรัพย์', subLedger: 'bank_account' })
const header = account('1206100000.000', { isPostable: false })
const schools = account('4404010101.001', { chartKinds: ['SCHOOL'], group: 'revenue' })
const guarantee = account('2112010101.001', { subLedger: 'contract', group: 'liability' })
const supplies = account('5104010104.001', { name: 'ค่าวัสดุใช้ไป', group: 'expense' })
const between = account('1102050124.001', { name: 'เงินยืมระหว่างหน่วยงาน', subLedger: 'org' })
const retired = account('1101010102.001', { validUntil: 2560 })
const known: Known = {
  chartKind: 'LAO', fiscalYear: fiscalYear(2570), isOpening: false, accounts: [cash, savings, header, schools, guarantee, supplies, between, retired],
  keys: [
    { kind: 'cashbox', key: 'GENERAL', name: 'เงินสดในมือ' }, { kind: 'bank_account', key: '7', name: 'ธนาคารกรุงไทย 2000000001' },
    { kind: 'bank_account', key: '8', name: 'ธนาคารกรุงไทย 2000000002' },
  ],
  units: [{ id: '91', code: '4200103S', name: 'โรงเรียนแสนสุข' }],
}
const row = (given: Partial<TypedLine>): TypedLine => ({ ...blankLine, ...given })
const faultsOf = (...rows: Partial<TypedLine>[]) => judgeLines(rows.map(row), known).faults

describe('a line of a journal', () => {
  it('takes its account by code, dotted or not, in Thai digits, followed by its name', () => {
    for (const text of ['1101010101.001', '1101010101001', '๑๑๐๑๐๑๐๑๐๑.๐๐๑', '1101010101.001 เงินสดในมือ']) expect(codeIn(text)).toBe('1101010101.001')
    for (const text of ['11010101', 'เงินสด', '', '11010101010011']) expect(codeIn(text)).toBeUndefined()
  })

  it('takes its account by name, and tells the candidates where the words fit several', () => {
    expect(judgeLines([row({ account: 'ค่าวัสดุ', debit: '1' })], known)).toMatchObject({ faults: {}, lines: [{ accountCode: supplies.code, side: 'D', amount: baht('1') }] })
    expect(faultsOf({ account: 'เงิน', debit: '1' })['lines.0.account']).toContain('1101010101.001 เงินสดในมือ')
    expect(faultsOf({ account: 'ไม่มีชื่อนี้', debit: '1' })).toEqual({ 'lines.0.account': errors.noAccount('ไม่มีชื่อนี้') })
  })

  it('is refused at its cell: header, foreign kind, unknown, retired, no register (S70)', () => {
    expect(faultsOf(
      { account: header.code, debit: '100' }, { account: schools.code, credit: '100' }, { account: '9999999999.999', debit: '1' }, { account: retired.code, debit: '1' },
      { account: guarantee.code, credit: '100' },
    )).toEqual({
      'lines.0.account': ledgerText.errors.header(header.code), 'lines.1.account': ledgerText.errors.scope(schools.code),
      'lines.2.account': ledgerText.errors.unknownAccount('9999999999.999'), 'lines.3.account': ledgerText.errors.retiredAccount(retired.code),
      'lines.4.key': ledgerText.errors.register(guarantee.code),
    })
  })

  it.each([
    ['-5.00', documentsText.errors.positive], ['1.005', documentsText.errors.amount], ['0', documentsText.errors.positive], ['NaN', documentsText.errors.amount],
    ['1e3', documentsText.errors.amount], ['Infinity', documentsText.errors.amount], ['12,34.00', documentsText.errors.amount],
  ])('refuses the amount %s', (debit, message) => {
    expect(faultsOf({ account: supplies.code, debit })).toEqual({ 'lines.0.debit': message })
  })

  it('stands on one side only, and must stand on one', () => {
    expect(faultsOf({ account: supplies.code, debit: '1', credit: '1' }, { account: supplies.code })).toEqual({
      'lines.0.credit': errors.bothSides, 'lines.1.debit': errors.noSide,
    })
  })

  it('names a key of the account\'s own register, by key or by name', () => {
    const keyed = (key: string) => judgeLines([row({ account: savings.code, key, debit: '1' })], known)
    for (const key of ['7', 'ธนาคารกรุงไทย 2000000001', '7 ธนาคารกรุงไทย 2000000001', '0000001']) expect(keyed(key).lines[0]?.subKey).toBe('7')
    expect(keyed('').faults).toEqual({ 'lines.0.key': ledgerText.errors.register(savings.code) })
    expect(keyed('กรุงไทย').faults).toEqual({ 'lines.0.key': errors.manyKeys })
    expect(keyed('99').faults).toEqual({ 'lines.0.key': errors.noKey('99') })
    expect(judgeLines([row({ account: cash.code, debit: '1' })], known).lines[0]?.subKey).toBeNull()
    expect(faultsOf({ account: supplies.code, key: '7', debit: '1' })).toEqual({ 'lines.0.key': errors.noRegister(supplies.code) })
  })

  it('between units names the other unit, which is its register too', () => {
    expect(judgeLines([row({ account: between.code, counterparty: '91', debit: '1' })], known).lines[0]).toMatchObject({ subKey: '4200103S', counterpartyId: '91' })
    expect(faultsOf({ account: between.code, debit: '1' }, { account: supplies.code, counterparty: '92', debit: '1' })).toEqual({
      'lines.0.counterparty': errors.counterparty(between.code), 'lines.1.counterparty': errors.strangeUnit,
    })
  })

  it('tells all its faults at once, each at its place; blank rows between keep theirs', () => {
    expect(Object.keys(faultsOf({}, { account: 'x', debit: '-1', memo: 'ก'.repeat(201) }, {}, { credit: '1.005' }))).toEqual([
      'lines.1.account', 'lines.1.debit', 'lines.1.memo', 'lines.3.account', 'lines.3.credit',
    ])
  })

  it('of an opening is neither income nor expense nor result of the year', () => {
    const result = account('3101010101.001', { group: 'equity' })
    const opening = { ...known, isOpening: true, accounts: [...known.accounts, result] }
    const { faults } = judgeLines([row({ account: supplies.code, debit: '1' }), row({ account: result.code, credit: '1' }), row({ account: cash.code, debit: '1' })], opening)
    expect(faults).toEqual({ 'lines.0.account': errors.notCarried(supplies.code), 'lines.1.account': errors.notCarried(result.code) })
  })
})

describe('what stands below the lines', () => {
  it('adds up what can be read and leaves out what cannot', () => {
    expect(totalsOf([row({ debit: '1,560.25' }), row({ debit: 'x' }), row({ credit: '๖๐.๒๕' }), row({ debit: '-5' })])).toEqual({
      debit: baht('1560.25'), credit: baht('60.25'), difference: baht('1500.00'),
    })
  })

  it('must be two lines, equal, on both sides', () => {
    const line = (side: 'D' | 'C', amount: string) => ({ side, amount: baht(amount) })
    expect(balanceFault([line('D', '100')])).toBe(errors.twoLines)
    expect(balanceFault([line('D', '100'), line('C', '99.99')])).toBe(ledgerText.errors.unbalanced('0.01'))
    expect(balanceFault([line('D', '99.99'), line('C', '100')])).toBe(ledgerText.errors.unbalanced('0.01'))
    expect(balanceFault([line('D', '100'), line('C', '60'), line('C', '40')])).toBeUndefined()
  })
})

describe('a paste from a spreadsheet', () => {
  it('reads code, debit, credit, memo; heads and empty rows are left out', () => {
    expect(readPasted('รหัสบัญชี\tเดบิต\tเครดิต\tหมายเหตุ\r\n1101010101.001\t๑,๕๖๐.๒๕\t\tรับเงิน\r\n\t\t\t\r\n5104010104.001\t0.00\t ฿1,560.25 \t\r\n')).toEqual([
      row({ account: '1101010101.001', debit: '1,560.25', memo: 'รับเงิน' }), row({ account: '5104010104.001', credit: '1,560.25' }),
    ])
  })

  it('reads a column of registers where there is one', () => {
    expect(readPasted('1101030102.001\tธนาคารกรุงไทย 2000000001\t100\t\n1101010101.001\t\t-\t100')).toEqual([
      row({ account: '1101030102.001', key: 'ธนาคารกรุงไทย 2000000001', debit: '100' }), row({ account: '1101010101.001', credit: '100' }),
    ])
    expect(readPasted('1101030102.001\t7\t100\t\tหมายเหตุ')).toEqual([row({ account: '1101030102.001', key: '7', debit: '100', memo: 'หมายเหตุ' })])
  })

  it('keeps what it cannot read, so that the cell shows it refused', () => {
    expect(readPasted('1101010101.001\t1.005\t')).toEqual([row({ account: '1101010101.001', debit: '1.005' })])
    expect(readPasted('')).toEqual([])
  })
})
