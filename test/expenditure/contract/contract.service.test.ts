import { reopenContract } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { describe, expect, it } from 'vitest'
import {
  attachToContract, cancelContract, closeContract, completeContract, createContract, detachFromContract, editContract, revokeContract, signContract, terminateContract,
} from '../../../src/expenditure/contract/contract.service.ts'
import { findContractsIn } from '../../../src/expenditure/contract/contract.repository.ts'
import { findApproved } from '../../../src/expenditure/purchase-request/purchase-request.repository.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { procurementRoutes } from '../../../src/expenditure/procurement.list.ts'
import { contractPaths } from '../../../src/expenditure/procurement.paths.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { calendarDate, instant } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { aFile } from '../../receipts/school.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import {
  aBuyingOffice, aDraftContract, anAcceptedDelivery, anApprovedRequest, aSignedContract, aSubmittedRequest, aSupplier, contractFormOf, figuresOf, requestFormOf, showContract, showRequest, signedOn,
  type AskedContract, type BuyingOffice,
} from '../procurement-world.ts'

const db = await testDatabase()
const { errors } = contractText

async function anOffice(): Promise<BuyingOffice & { readonly payee: string }> {
  const office = await aBuyingOffice(db)
  return { ...office, payee: await aSupplier(office) }
}

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

async function refused(terms: AskedContract['terms'], amount = '53500.00') {
  const office = await anOffice()
  return faultsOf(aDraftContract(office, { payee: office.payee, amount, terms: terms ?? {} }))
}

describe('the terms of a contract', () => {
  it('need the project of e-GP from 5,000.00 on, and not below', async () => {
    expect(await refused({ egpProject: '', egpControl: '' })).toEqual({ egpProject: errors.egp('5,000.00') })
    expect(await refused({ egpProject: '6911900000', egpControl: '12' })).toEqual({ egpProject: errors.egpProject, egpControl: errors.egpControl })
    const office = await anOffice()
    expect(await aDraftContract(office, { payee: office.payee, amount: '4999.99', terms: { kind: 'agreement', egpProject: '', egpControl: '' } })).toMatch(/^[0-9]+$/)
  })

  it('keep fine, advance, retention and security within the regulation', async () => {
    expect(await refused({ fineRate: '0.21' })).toEqual({ fineReason: errors.fineRange('0.01', '0.20') })
    expect(await refused({ advancePercent: '15.01', retentionPercent: '10.5' })).toEqual({ advancePercent: errors.advance('15'), retentionPercent: errors.retention('10') })
    expect(await refused({ securityKind: 'cash', securityAmount: baht('5350.01'), securityReason: 'งานเสี่ยง' })).toEqual({ securityAmount: errors.security('10') })
    expect(await refused({ securityKind: 'cash', securityAmount: baht('2675.01') })).toEqual({ securityReason: errors.securityReason('5') })
    expect(await refused({ securityKind: 'cash' })).toEqual({ securityAmount: errors.noSecurity })
    expect(await refused({ securityAmount: baht('1') })).toEqual({ securityAmount: errors.strangeSecurity })
    const office = await anOffice()
    expect(await aDraftContract(office, { payee: office.payee, amount: '53500.00', terms: { fineRate: '0.25', fineReason: 'ตามมติคณะกรรมการ' } })).toMatch(/^[0-9]+$/)
  })

  it('keep days in order and instalments at the price', async () => {
    const one = { number: 1, description: '', amount: baht('53499.99'), dueOn: calendarDate('2026-11-22') }
    expect(await refused({ instalments: [one] })).toEqual({ 'instalments.0.amount': errors.instalmentsUnder('0.01') })
    expect(await refused({ instalments: [{ ...one, amount: baht('53500.01') }] })).toEqual({ 'instalments.0.amount': errors.instalmentsOver('53,500.01', '53,500.00') })
    expect(await refused({ instalments: [{ ...one, amount: baht('53500'), dueOn: calendarDate('2026-11-23') }] })).toEqual({ 'instalments.0.dueOn': errors.instalmentDays })
    expect(await refused({ signedOn: calendarDate('2026-11-01') })).toEqual({ signedOn: errors.beforeRequest })
    expect(await refused({ signedOn: calendarDate('2026-11-21') })).toEqual({ signedOn: errors.future })
    expect(await refused({ endsOn: calendarDate('2026-11-04') })).toMatchObject({ endsOn: errors.endBefore })
  })

  it('hold a control number of e-GP that no other contract holds', async () => {
    const office = await anOffice()
    const egpControl = '691114999999'
    const first = await aDraftContract(office, { payee: office.payee, amount: '53500.00', terms: { egpControl } })
    expect(await faultsOf(aDraftContract(office, { payee: office.payee, amount: '6000.00', terms: { egpControl } }))).toEqual({ egpControl: errors.sameEgp })
    const { formKey: _formKey, ...form } = contractFormOf((await showContract(office, first)).requestId, { payee: office.payee, terms: { egpControl } })
    await office.buyer.work((work) => editContract(work, first, { ...form, version: 1 }))
    await office.buyer.work((work) => cancelContract(work, first, 2))
    await aDraftContract(office, { payee: office.payee, amount: '6000.00', terms: { egpControl } })
  })

  it('name one payee of the register and an approved request of the own office without a contract', async () => {
    const [office, other] = [await anOffice(), await anOffice()]
    const create = (request: string, payee: string) => faultsOf(office.buyer.work((work) => createContract(work, contractFormOf(request, { payee }))))
    const [approved, waiting, foreign] = [await anApprovedRequest(office, { amount: '53500.00' }), await aSubmittedRequest(office, { amount: '100.00' }), await anApprovedRequest(other)]
    expect(await create(approved, 'บริษัทที่ไม่มี')).toEqual({ payee: errors.payee })
    for (const request of [waiting, foreign, '999999']) expect(await create(request, office.payee)).toMatchObject({ request: errors.request })
    await office.buyer.work((work) => createContract(work, contractFormOf(approved, { payee: office.payee })))
    expect(await create(approved, office.payee)).toMatchObject({ request: errors.taken })
  })
})

describe('a contract', () => {
  it('is signed once: stale pages, other offices and other roles are refused', async () => {
    const [office, other] = [await anOffice(), await anOffice()]
    const id = await aDraftContract(office, { payee: office.payee, amount: '53500.00' })
    await expect(office.asking.work((work) => signContract(work, id, 1))).rejects.toThrow(Forbidden)
    await expect(other.buyer.work((work) => signContract(work, id, 1))).rejects.toThrow(NotFound)
    await expect(office.buyer.work((work) => signContract(work, id, 7))).rejects.toThrow(Conflict)
    const results = await Promise.allSettled([1, 2].map(() => office.buyer.work((work) => signContract(work, id, 1))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await figuresOf(office)).toMatchObject({ reserved: '0.00', committed: '53500.00' })
    const contract = await showContract(office, id)
    expect(await showRequest(office, contract.requestId)).toMatchObject({ state: 'contracted' })
    const key = await db.owner('sub_ledger_keys').where({ organisation_id: office.organisationId, kind: 'contract' }).first('key', 'name')
    expect(key).toEqual({ key: 'CON-00001/70', name: `12/2570 ${office.payee}` })
  })

  it('is mended as a draft, given up, and its request is free for another', async () => {
    const office = await anOffice()
    const id = await aDraftContract(office, { payee: office.payee, amount: '53500.00' })
    const { requestId } = await showContract(office, id)
    const { formKey: _formKey, ...form } = contractFormOf(requestId, { payee: office.payee, amount: '53000.00' })
    await office.buyer.work((work) => editContract(work, id, { ...form, version: 1 }))
    expect(await showContract(office, id)).toMatchObject({ price: baht('53000'), instalments: [{ number: 1, amount: baht('53000') }] })
    await office.buyer.work((work) => cancelContract(work, id, 2))
    expect(await office.buyer.work((work) => createContract(work, contractFormOf(requestId, { payee: office.payee })))).not.toBe(id)
  })

  it('is complete when everything was accepted, and closed when everything was claimed', async () => {
    const office = await anOffice()
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00' })
    const complete = () => office.buyer.work((work) => completeContract(work, id, 2))
    expect(await faultsOf(complete())).toEqual({ '': errors.notAllAccepted('53,500.00') })
    await anAcceptedDelivery(office, { contract: id, amount: '53500.00' })
    await complete()
    await office.buyer.work((work) => reopenContract(work, id, 3))
    await office.buyer.work((work) => completeContract(work, id, 4))
    expect(await faultsOf(office.buyer.work((work) => closeContract(work, id, 5)))).toEqual({ '': errors.unclaimed('53,500.00') })
  })

  it('that nothing came of is ended and gives all of its obligation back', async () => {
    const office = await anOffice()
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00' })
    await office.buyer.work((work) => attachToContract(work, id, [aFile]))
    await office.buyer.work((work) => terminateContract(work, id, { version: 2, reason: 'ผู้ขายขอเลิกสัญญา' }))
    await office.buyer.work((work) => closeContract(work, id, 3))
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', available: '180000.00' })
    await expect(office.buyer.work((work) => attachToContract(work, id, [aFile]))).rejects.toThrow(Conflict)
    expect(await showContract(office, id)).toMatchObject({ state: 'closed', endReason: 'ผู้ขายขอเลิกสัญญา', signedOn })
  })

  it('keeps the papers it was signed upon; the signed one still comes', async () => {
    const office = await anOffice()
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00' })
    await office.buyer.work((work) => attachToContract(work, id, [aFile]))
    const { id: paper } = await db.owner('attachments').where({ organisation_id: office.organisationId, document_kind: 'contract', document_id: id }).first('id')
    await expect(office.buyer.work((work) => detachFromContract(work, id, paper))).rejects.toThrow(new RuleBroken({ files: documentsText.attachments.kept }))
    const { html } = await atDesk(db, office.buyer.officer, procurementRoutes).get(contractPaths.show(id))
    expect(html).toContain(aFile.name)
    expect(html).not.toContain(contractPaths.detach(id, paper))
  })

  it('terminated or closed by mistake is in force again with its obligation, and may be closed anew; not without money, nor in the next year', async () => {
    const office = await anOffice()
    const id = await aSignedContract(office, { payee: office.payee, amount: '53500.00' })
    const step = (act: typeof closeContract, version: number) => office.buyer.work((work) => act(work, id, version))
    await office.buyer.work((work) => terminateContract(work, id, { version: 2, reason: 'บันทึกผิดสัญญา' }))
    await step(reopenContract, 3)
    expect(await showContract(office, id)).toMatchObject({ state: 'signed', endReason: null })
    await office.buyer.work((work) => terminateContract(work, id, { version: 4, reason: 'บันทึกผิดสัญญา' }))
    await step(closeContract, 5)
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', available: '180000.00' })
    await expect(office.asking.work((work) => reopenContract(work, id, 6))).rejects.toThrow(Forbidden)
    await expect(step(reopenContract, 5)).rejects.toThrow(Conflict)
    await step(reopenContract, 6)
    expect(await figuresOf(office)).toMatchObject({ committed: '53500.00', available: '126500.00' })
    expect((await showContract(office, id)).lines.map(({ amount }) => amount)).toEqual([baht('53500')])
    await office.buyer.work((work) => terminateContract(work, id, { version: 7, reason: 'ผู้ขายขอเลิกสัญญา' }))
    await step(closeContract, 8)
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', available: '180000.00' })
    for (const amount of ['90000.00', '90000.00']) await anApprovedRequest(office, { amount })
    expect(Object.values(await faultsOf(step(reopenContract, 9))).join()).toContain('0.00')
    db.clock.set(instant('2027-10-02T05:00:00.000Z'))
    expect(await faultsOf(step(reopenContract, 9))).toEqual({ '': errors.lapsed })
    db.clock.set(testNow)
  })

  it('recorded in error is revoked while nothing came of it: its request waits again with its money set aside', async () => {
    const office = await anOffice()
    const id = await aDraftContract(office, { payee: office.payee, amount: '53500.00', terms: { price: baht('50000') } })
    await office.buyer.work((work) => signContract(work, id, 1))
    const revoke = (version: number) => office.buyer.work((work) => revokeContract(work, id, { version, reason: 'บันทึกคู่สัญญาผิด' }))
    await expect(office.asking.work((work) => revokeContract(work, id, { version: 2, reason: 'ผิด' }))).rejects.toThrow(Forbidden)
    await expect(revoke(1)).rejects.toThrow(Conflict)
    await revoke(2)
    expect(await figuresOf(office)).toMatchObject({ reserved: '53500.00', committed: '0.00' })
    const { requestId, state } = await showContract(office, id)
    expect(state).toBe('revoked')
    const next = await office.buyer.work((work) => createContract(work, contractFormOf(requestId, { payee: office.payee })))
    await office.buyer.work((work) => signContract(work, next, 1))
    const delivery = await anAcceptedDelivery(office, { contract: next, amount: '53500.00' })
    expect(await faultsOf(office.buyer.work((work) => revokeContract(work, next, { version: 2, reason: 'ผิด' })))).toEqual({ '': errors.touched })
    expect(delivery).toMatch(/^[0-9]+$/)
  })

  it('takes over what was set aside on all lines of its request, also on those it does not take from', async () => {
    const office = await aBuyingOffice(db, [{ code: '5330100', amount: '1000.00', title: 'หนึ่ง' }, { code: '5330100', amount: '1000.00', title: 'สอง' }])
    const payee = await aSupplier(office)
    const { rows } = requestFormOf({ amount: '1500.00' })
    const lines = ['1', '2'].map((line, index) => ({ line, amount: index === 0 ? '1000.00' : '500.00' }))
    const asked = { payee, amount: '1500.00', changes: { rows: { ...rows, lines } }, terms: { price: baht('900') } }
    const id = await aDraftContract(office, asked)
    const both = async () => (await Promise.all([0, 1].map((index) => figuresOf(office, index)))).map(({ reserved, committed }) => [reserved, committed]).sort()
    expect(await both()).toEqual([['1000.00', '0.00'], ['500.00', '0.00']])
    await office.buyer.work((work) => signContract(work, id, 1))
    expect(await both()).toEqual([['0.00', '0.00'], ['0.00', '900.00']])
  })
})

describe('what a form offers to choose from', () => {
  it('has the one that was named, however many are newer', async () => {
    const office = await anOffice()
    const contract = await aSignedContract(office, { payee: office.payee })
    const { requestId } = await showContract(office, contract)
    const asked = await anApprovedRequest(office, { amount: '1000.00' })
    await copied('purchase_requests', asked, {})
    await copied('contracts', contract, { request_id: 'id' })
    const offered = (named: string) => office.buyer.read(async (read) => (await findContractsIn(read, ['signed'], named)).map(({ id }) => id))
    expect(await offered(contract)).toContain(contract)
    expect(await offered('')).not.toContain(contract)
    const requests = (named: Parameters<typeof findApproved>[1]) => office.buyer.read(async (read) => (await findApproved(read, named)).map(({ id }) => id))
    expect(await requests({ asked })).toContain(asked)
    expect(await requests({ asked: requestId })).not.toContain(requestId)
    expect(await requests({ draft: requestId })).toContain(requestId)
  })

  /** Five hundred newer ones of the same kind. */
  async function copied(table: string, id: string, more: Readonly<Record<string, 'id'>>): Promise<void> {
    const changed = `jsonb_build_object('id', 9000000 + n, 'number', 5000 + n, 'form_key', gen_random_uuid()${Object.keys(more).map((column) => `, '${column}', 9000000 + n`).join('')})`
    await db.owner.raw(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(t, ${changed})).* FROM ${table} t, generate_series(1, 500) n WHERE t.id = ${id}`)
  }
})
