// The worked year of the domain study proves its accumulated money both ways; the page, the print and the files tell the same.
import { describe, expect, it } from 'vitest'
import { differenceOf, notMoney, proofOf, totalOf, type ProofFacts } from '../../../src/budget/fund-proof/fund-proof.ts'
import { getUsable } from '../../../src/budget/fund-usable/fund-usable.service.ts'
import { reportPaths } from '../../../src/budget/report.paths.ts'
import { reportText } from '../../../src/budget/report.text.ts'
import { type AccountNet } from '../../../src/ledger/index.ts'
import { baht, formatMoney, minus, zero } from '../../../src/platform/money.ts'
import { accumulated, enter } from '../../ledger/entries.ts'
import { landTax, savings } from '../../ledger/collected.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOpenOffice, organisation } from '../../support/world.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'
import worked from './worked-year-closed.json' with { type: 'json' }

const groups: Readonly<Record<string, AccountNet['group']>> = { 1: 'asset', 2: 'liability', 3: 'equity', 4: 'revenue', 5: 'expense' }
const groupOf = (code: string) => groups[code.slice(0, 1)] ?? 'asset'
const accounts = worked.rows.map(({ account, debit, credit }) => ({ code: account, group: groupOf(account), heading: account.slice(0, 4), net: minus(baht(debit), baht(credit)) }))
const facts: ProofFacts = { accounts, accumulated, reserve: '3102010101.002', money: ['1101', '1104', '12030101'], carried: baht(worked.expected.carried) }

describe('the accumulated money that can be used', () => {
  it('of the worked year is 11,645,810.71, from its equity and from its money', () => {
    const proof = proofOf(facts)
    expect(formatMoney(totalOf(proof.byEquity))).toBe('11,645,810.71')
    expect(formatMoney(totalOf(proof.byMoney))).toBe('11,645,810.71')
    expect(differenceOf(proof)).toBe(zero)
    const of = (name: string) => proof.byMoney.filter((row) => row.name === name)
    expect(formatMoney(totalOf(of('money')))).toBe('14,901,675.08')
    expect(formatMoney(totalOf(of('liability')))).toBe('-653,355.50')
    expect(formatMoney(notMoney(facts, []))).toBe('10,185,167.51')
  })

  it('leaves out what an open year brought in, and takes off what it spent beyond that', () => {
    const extra = (code: string, net: string) => ({ code, group: groupOf(code), heading: code.slice(0, 4), net: baht(net) })
    const richer = { ...facts, accounts: [...accounts, extra('1101030102.001', '700000'), extra('4401010104.001', '-700000')] }
    expect([totalOf(proofOf(richer).byEquity), totalOf(proofOf(richer).byMoney)].map(formatMoney)).toEqual(['11,645,810.71', '11,645,810.71'])
    const poorer = { ...facts, accounts: [...accounts, extra('1101030102.001', '-700000'), extra('5104010104.001', '700000')] }
    expect([totalOf(proofOf(poorer).byEquity), totalOf(proofOf(poorer).byMoney)].map(formatMoney)).toEqual(['10,945,810.71', '10,945,810.71'])
  })

  it('is not proved by books that do not balance', () => {
    expect(formatMoney(differenceOf(proofOf({ ...facts, accounts: accounts.slice(1) })))).toBe('686,654.20')
  })
})

describe('the report', async () => {
  const office = await testOffice()
  const at = await organisation(office, '4200103')
  const town = await aBudgetOffice(office, { code: '4200103' })
  const books = await anOpenOffice(office, { at, groups: ['LAO_FIN_HEAD', 'LAO_ACCOUNT'] })
  const clerk = await signIn(office, 'saensuk.budget')
  const opened = async () => { await clerk.open(`${reportPaths.fundProof}?on=20/11/2569`); return clerk.text }

  it('stands on any day of the year, two ways alike, as page, print and file', async () => {
    await enter(books, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '9000' })
    expect(await opened()).toContain(reportText.fundProof.title)
    const before = /คงเหลือตามวิธีที่ 2 ([0-9,.-]+)/.exec(clerk.text)?.[1] ?? ''
    await enter(books, { type: 'OB', date: '2026-10-01', debit: savings, credit: accumulated, amount: '500000' })
    await enter(books, { type: 'OB', date: '2026-10-01', debit: '1206010101.001', credit: accumulated, amount: '80000' })
    expect(await opened()).toContain(reportText.fundProof.proved)
    const after = /คงเหลือตามวิธีที่ 2 ([0-9,.-]+)/.exec(clerk.text)?.[1] ?? ''
    expect(Number(after.replaceAll(',', '')) - Number(before.replaceAll(',', ''))).toBe(500000)
    expect(clerk.text).toMatch(/หัก ครุภัณฑ์[^0-9-]*-80,000\.00.*ผลต่างของสองวิธี 0\.00/)
    expect((await clerk.open(`${reportPaths.fundProof}?on=09/11/2569`)).text).not.toContain(reportText.fundProof.names.surplus)
    expect((await clerk.open(`${reportPaths.fundProof}/print?on=20/11/2569`)).text).toMatch(/ณ วันที่ 20 พฤศจิกายน 2569.*หัวหน้าหน่วยงานคลัง/)
    expect((await clerk.open(`${reportPaths.fundProof}/csv?on=20/11/2569`)).html).toContain('-80000.00')
    expect((await (await signIn(office, 'saensuk.revenue')).open(reportPaths.fundProof)).status).toBe(403)
  })

  it('what is not money cannot be approved either', async () => {
    await anEnactedBudget(town, [{ code: '5330100', amount: '1000.00' }])
    const { deducted } = await town.head.read((read) => getUsable(read, { fiscalYear: town.fiscalYear, source: '2001', isDisaster: false }))
    expect(formatMoney(deducted.notMoney)).toBe('80,000.00')
  })
})
