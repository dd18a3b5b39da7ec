// ฎีกา from the draft to the approval: the last baht of a line, of a deposit, of a receipt; each step once.
import { randomUUID } from 'node:crypto'
import { actOnEach, type ActOnOne } from '../../src/documents/ticked.routes.ts'
import { type TickedDocument } from '../../src/documents/ticked.ts'
import { blankBoxes, type ClaimInput } from '../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../src/expenditure/claim-form/claim-form.service.ts'
import { approveWhole, checkWhole } from '../../src/expenditure/claim-check/claim-check.service.ts'
import { claimText } from '../../src/expenditure/claim.text.ts'
import {
  approveClaim, cancelClaim, endorseClaim, refuseClaim, rejectClaim, returnClaim, revokeClaim, submitClaim, withdrawClaim,
} from '../../src/expenditure/claim-step/claim-step.service.ts'
import { correctionText } from '../../src/expenditure/correction.text.ts'
import { type CorrectionForm } from '../../src/expenditure/correction/correction.schema.ts'
import { approveCorrection, cancelCorrection, createCorrection, refuseCorrection, reverseCorrection } from '../../src/expenditure/correction/correction.service.ts'
import { postLines } from '../../src/ledger/index.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { Conflict } from '../../src/platform/errors.ts'
import { baht } from '../../src/platform/money.ts'
import { confirmSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { type Person } from '../budget/world.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../expenditure/payment/paying.ts'
import { aPayee, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../expenditure/world.ts'
import { aKey, issueFor, signboard } from '../receipts/lao.ts'
import { aPerson, prepare, receivedSlip, type School } from '../receipts/school.ts'
import { type TestDatabase } from '../support/database.ts'
import { organisation } from '../support/world.ts'
import { lastBaht, once, saying, several, twins, type Press, type Race } from './race.ts'
import { because, today, type Town } from './town.ts'

const at = '/expenditure/claims'
const sequence = { next: 1 }
const cost = '5104010112.001'
/** E_DUP_SOURCE: with the voucher that stands. */
const booked = saying('เอกสารนี้บันทึกบัญชีแล้ว')

async function aDraft(town: Town, amount = '100.00', line = town.line): Promise<string> {
  const number = sequence.next++
  const payeeId = await aPayee(town, `ผู้ขาย ${number}`, 'juristic')
  return drafted(town, {
    kind: 'C1', claimDate: today, title: 'ค่าใช้จ่าย', departmentId: town.departmentId, lines: [lineOf(line, cost, amount)], origin: { kind: 'race', id: String(number) }, payeeId,
  })
}

type Act = (work: OfficerWork, id: string, version: number) => Promise<unknown>

/** Buttons of one claim as it stands. */
async function buttons(town: Town, id: string, acts: readonly (readonly [Person, Act])[]): Promise<Press[]> {
  const { version } = await claimNow(town, id)
  return acts.map(([who, act]) => () => who.work((work) => act(work, id, version)))
}

/** Several chosen on one page: told by result, not by refusal. */
function bulk(who: Person, act: ActOnOne<TickedDocument>) {
  return async (claim: { id: string; version: number }) => {
    const [result] = await actOnEach({ read: who.read, work: who.work }, [claim], act)
    if (result?.refusal !== undefined) throw new Conflict(result.refusal)
  }
}

/** A form of C8 or C9 as a clerk sends it. */
function inputOf(town: Town, given: Partial<ClaimInput> & Pick<ClaimInput, 'kind' | 'rows'>): ClaimInput {
  return { ...blankBoxes, department: town.departmentId, documentDate: '20/11/2569', title: 'คืนเงิน', vat: 'none', deductions: [], pasted: '', formKey: randomUUID(), version: '', ...given }
}

const blank = { line: '', unit: '', account: '', key: '', description: 'คืนเงิน', amount: '' }
const keyed = (town: Town, input: ClaimInput) => town.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false }))
const handingIn = (town: Town, id: string) => () => town.preparer.work((work) => submitClaim(work, id, 1))

const stepRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/new`], 'a claim is keyed and handed in once from one form', async () => {
    const here = await town()
    const payee = `ร้าน ${sequence.next++}`
    await aPayee(here, payee, 'juristic')
    const input = inputOf(here, { kind: 'C8', payee, rows: [{ ...blank, account: '2112010101.001', key: await aDepositOf(here, '500'), amount: '100.00' }] })
    return () => here.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: true }))
  }),
  once([`${at}/:id/submit`, `${at}/:id/cancel`], 'a draft is handed in or given up', async () => {
    const here = await town()
    return buttons(here, await aDraft(here), [[here.preparer, submitClaim], [here.preparer, cancelClaim]])
  }),
  once([`${at}/:id/endorse`, `${at}/:id/reject`, `${at}/:id/withdraw`], 'a claim is endorsed, sent back or withdrawn', async () => {
    const here = await town()
    const id = await submitted(here, await aDraft(here))
    return buttons(here, id, [[here.endorser, endorseClaim], [here.preparer, withdrawClaim], [here.endorser, (work, of, version) => rejectClaim(work, of, because(version))]])
  }),
  once(['/expenditure/claim-checks/:id', `${at}/:id/return`], 'a claim is checked or sent back', async () => {
    const here = await town()
    const id = await endorsed(here, await submitted(here, await aDraft(here)))
    return buttons(here, id, [
      [here.checker, (work, of, version) => checkWhole(work, { id: of, version })], [here.checker, (work, of, version) => returnClaim(work, of, because(version))],
    ])
  }),
  once(['/expenditure/claim-checks/check', '/expenditure/claim-checks/:id'], 'claims checked together and one by one are checked once', async () => {
    const here = await town()
    const id = await endorsed(here, await submitted(here, await aDraft(here)))
    const { version } = await claimNow(here, id)
    return [() => bulk(here.checker, checkWhole)({ id, version }), () => here.checker.work((work) => checkWhole(work, { id, version }))]
  }),
  once([`${at}/:id/approve`, `${at}/:id/refuse`], 'a claim is approved into one debt or refused', async () => {
    const here = await town()
    const id = await checked(here, await endorsed(here, await submitted(here, await aDraft(here))))
    return buttons(here, id, [[here.head, approveClaim], [here.head, (work, of, version) => refuseClaim(work, of, because(version))]])
  }, booked),
  once(['/expenditure/claim-checks/approve', `${at}/:id/approve`], 'claims approved together and one by one are approved once', async () => {
    const here = await town()
    const id = await checked(here, await endorsed(here, await submitted(here, await aDraft(here))))
    const { version } = await claimNow(here, id)
    return [() => bulk(here.head, approveWhole)({ id, version }), () => here.head.work((work) => approveClaim(work, id, version))]
  }, booked),
  once([`${at}/:id/revoke`], 'an approved claim is taken back once, its debt with it', async () => {
    const here = await town()
    const id = await anApprovedClaim(here, here.line, '100.00')
    return buttons(here, id, [[here.head, (work, of, version) => revokeClaim(work, of, because(version))]])
  }),
]

/** So much of a contract's deposit stands in the books; its key. */
async function aDepositOf(town: Town, amount: string): Promise<string> {
  const number = sequence.next++
  const key = await aKey(town.accountant, 'contract', `CON-R${number}`)
  await town.head.work((work) => postLines(work, {
    type: 'JV', event: 'posted', documentDate: today, source: { kind: 'given', id: `77${number}` }, description: 'รับหลักประกัน', preparedBy: town.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: '1101030102.001', subKey: town.savings, amount: baht(amount) }, { side: 'C', accountCode: '2112010101.001', subKey: key, amount: baht(amount) }],
  }))
  return key
}

/** A paid claim of 100.00 on the first line, and a form that moves it to another account. */
async function aPaid(town: Town): Promise<{ readonly form: CorrectionForm; readonly make: () => Promise<string> }> {
  const claim = await anApprovedClaim(town, town.line, '100.00')
  await posted(town, [claim], { paymentDate: today, channel: 'withdrawal' })
  const form = { claim, documentDate: today, cost: `${town.line}:${cost}`, line: '', account: '5104010113.001', amount: baht('100.00'), reason: 'ลงบัญชีผิด', formKey: randomUUID() }
  return { form, make: () => town.preparer.work((work) => createCorrection(work, form)) }
}

const corrections = '/expenditure/corrections'

const correctionRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${corrections}/new`], 'a correction is made once from one form', async () => (await aPaid(await town())).make),
  once([`${corrections}/:id/approve`, `${corrections}/:id/refuse`, `${corrections}/:id/cancel`], 'a correction is booked, refused or given up', async () => {
    const here = await town()
    const id = await (await aPaid(here)).make()
    return [
      () => here.head.work((work) => approveCorrection(work, id, 1)), () => here.head.work((work) => refuseCorrection(work, id, because(1))), () => here.preparer.work((work) => cancelCorrection(work, id, 1)),
    ]
  }),
  once([`${corrections}/:id/reverse`], 'a correction is undone once', async () => {
    const here = await town()
    const id = await (await aPaid(here)).make()
    await here.head.work((work) => approveCorrection(work, id, 1))
    return [() => here.head.work((work) => reverseCorrection(work, id, because(2)))]
  }),
  lastBaht([`${corrections}/:id/approve`], 'two corrections of one claim move it once', async () => {
    const here = await town()
    const { form } = await aPaid(here)
    const made = await several(() => here.preparer.work((work) => createCorrection(work, { ...form, formKey: randomUUID() })))
    return { wants: made.map((id) => () => here.head.work((work) => approveCorrection(work, id, 1))), fits: 1, told: saying(correctionText.errors.overCost('0.00')) }
  }),
]

const scarceRaces = (db: TestDatabase, town: () => Promise<Town>): readonly Race[] => [
  lastBaht([`${at}/:id/submit`], 'claims take no more than the line has', async () => {
    const here = await town()
    const drafts = await several(() => aDraft(here, '100.00', here.scarceLine))
    return { wants: drafts.map((id) => handingIn(here, id)), fits: 2, told: /50\.00/ }
  }),
  lastBaht([`${at}/:id/submit`], 'a deposit is claimed back once', async () => {
    const here = await town()
    const key = await aDepositOf(here, '500')
    const payee = `ผู้ฝาก ${sequence.next++}`
    await aPayee(here, payee, 'juristic')
    const drafts = await several((one) => keyed(here, inputOf(here, { kind: 'C8', payee, title: `คืนหลักประกัน ${one}`, rows: [{ ...blank, account: '2112010101.001', key, amount: '300.00' }] })))
    return { wants: drafts.map((id) => handingIn(here, id)), fits: 1, told: saying(claimText.errors.overBalance('200.00')) }
  }),
  lastBaht([`${at}/:id/submit`], 'income is given back once', async () => {
    const { here, receipt } = await aCollected(db)
    const payee = `ผู้เสียภาษี ${sequence.next++}`
    await aPayee(here, payee, 'juristic')
    const drafts = await several((one) => keyed(here, inputOf(here, { kind: 'C9', payee, title: `ถอนคืน ${one}`, receipt, rows: [{ ...blank, account: '1', amount: '1,200.00' }] })))
    return { wants: drafts.map((id) => handingIn(here, id)), fits: 1, told: saying(claimText.errors.overCollected(receipt, '300.00')) }
  }),
]

/** A town that collects signboard tax, with a receipt of 1,500 baht in its books. */
async function aCollected(db: TestDatabase): Promise<{ here: Town; receipt: string }> {
  const office = await aPayingOffice(db, { code: '4200103', on: today })
  const at = await organisation(db, '4200103')
  const counter: School = { organisation: at, lao: at, bankAccountId: office.current, finance: office.finance, clerk: await aPerson(db, at, ['LAO_REVENUE']), head: office.head }
  const id = await issueFor(counter.clerk, signboard, { amount: '1500.00' })
  await receivedSlip(counter, { receiptIds: [id] })
  await office.head.work(async (work) => confirmSummary(work, await prepare(office.finance), 1))
  return { here: { ...office, payroll: office.preparer, line: '', scarceLine: '', payLine: '' }, receipt: 'RCPT-00001/70' }
}

export const claimRaces = (db: TestDatabase, town: () => Promise<Town>): readonly Race[] => [...stepRaces(town), ...correctionRaces(town), ...scarceRaces(db, town)]
