import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { belongToEnterprises } from '../../../migrations/0069-lines-of-enterprises.ts'
import { transferText } from '../../../src/budget/change.text.ts'
import { findLines, getLine } from '../../../src/budget/index.ts'
import { createEnterprise } from '../../../src/budget/enterprise/enterprise.service.ts'
import { findingsOf, rulebookOf } from '../../../src/budget/ordinance-check/ordinance-check.service.ts'
import { approvalsPath, ordinancePaths, specialPaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { ordinanceText } from '../../../src/budget/ordinance.text.ts'
import { ordinanceFormText } from '../../../src/budget/ordinance-form.text.ts'
import { cancelOrdinance, findRiders, returnOrdinance } from '../../../src/budget/ordinance/ordinance.service.ts'
import { approveTransfer, createTransfer, submitTransfer } from '../../../src/budget/transfer/transfer.service.ts'
import { paperPaths } from '../../../src/budget/report.paths.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aSubUnit, asOfficer, organisation } from '../../support/world.ts'
import { aBudgetOffice, type BudgetOffice } from '../world.ts'
import { aDraft, councilApproves, enforce, ordinanceOf, propose, reserve, supervisorApproves, walked, type GivenDraft } from './ordinances.ts'

const office = await testOffice()
const { errors, checks } = ordinanceText
const general: GivenDraft = { revenues: [{ amount: '2000000.00' }], lines: [{ amount: '800000.00' }, reserve] }
const water: GivenDraft = { kind: 'special', revenues: [{ code: '41400007', amount: '500000.00' }], lines: [{ task: '00332', title: 'วัสดุการประปา', amount: '450000.00' }] }

const enterprise = (at: BudgetOffice, name = 'กิจการประปา', subUnitId: string | null = null) => at.clerk.work((work) => createEnterprise(work, { name, subUnitId }))

/** The annual draft and the special one of an enterprise that the LAO spends itself, or a unit of its own does. */
async function drafts(at: BudgetOffice, { given = water, subUnitId = null }: { readonly given?: GivenDraft; readonly subUnitId?: string | null } = {}) {
  const enterpriseId = await enterprise(at, 'กิจการประปา', subUnitId)
  const annual = await aDraft(at, general)
  return { annual, special: await aDraft(at, { ...given, enterpriseId }), enterpriseId }
}

const stateOf = async (at: BudgetOffice, id: string) => (await ordinanceOf(at, id)).state
const lao = (at: BudgetOffice) => office.owner('organisations').where({ id: at.organisationId }).first('id', 'code', 'name')

describe('a special budget', () => {
  it('goes with its ordinance from proposal to announcement, and stands on lines and money of its own', async () => {
    const at = await aBudgetOffice(office)
    const { annual, special } = await drafts(at)
    expect((await ordinanceOf(at, special)).title).toBe('งบประมาณรายจ่ายเฉพาะการประปา ปีงบประมาณ พ.ศ. 2570')
    await propose(at, annual, '2026-08-10')
    expect(await ordinanceOf(at, special)).toMatchObject({ state: 'proposed', parentId: annual })
    await councilApproves(at, annual, '2026-08-28')
    await supervisorApproves(at, annual, '2026-09-10')
    await enforce(at, annual, '2026-09-20')
    expect((await ordinanceOf(at, special)).steps.map(({ action }) => action)).toEqual(['propose', 'council', 'supervise', 'enforce'])
    const lines = await at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))
    expect(lines.map(({ sourceCode, title }) => [sourceCode, title])).toEqual([['10', 'วัสดุสำนักงาน'], ['10', 'สำรองจ่าย'], ['A2', 'วัสดุการประปา']])
    const own = await at.head.read((read) => getLine(read, at.organisationId, lines[2]?.id ?? ''))
    expect(formatMoney(own.balance.available)).toBe('450,000.00')
    expect(await office.owner('budget_offers').where({ organisation_id: at.organisationId })).toEqual([])
  })

  it('keeps the whole ordinance from the council while it is not balanced, named with its enterprise', async () => {
    const at = await aBudgetOffice(office)
    const { annual, special } = await drafts(at, { given: { ...water, revenues: [{ code: '41400007', amount: '449999.00' }] } })
    await expect(propose(at, annual, '2026-08-10')).rejects.toThrow(checks.special('งบประมาณรายจ่ายเฉพาะการประปา ปีงบประมาณ พ.ศ. 2570', checks.deficit('1.00')))
    expect([await stateOf(at, annual), await stateOf(at, special)]).toEqual(['draft', 'draft'])
  })

  it('is judged by the central-fund rule and must explain, but not by personnel or reserve', async () => {
    const at = await aBudgetOffice(office)
    const { annual } = await drafts(at, { given: { ...water, lines: [{ task: '00411', code: '5330100', title: 'วัสดุ', amount: '100.00', explanation: '' }, { task: '00332', code: '5220100', title: 'เงินเดือน', amount: '400000.00' }] } })
    const ordinance = await ordinanceOf(at, annual)
    const riders = await at.head.read((read) => findRiders(read, ordinance))
    const found = findingsOf({ ordinance, riders }, await at.head.read((read) => rulebookOf(read, ordinance)))
    expect(found.map(({ id }) => id)).toEqual(['B3', 'B6'])
  })

  it('of two enterprises that the LAO spends itself may name lines alike: they stay apart, and no transfer leads from one to the other', async () => {
    const at = await aBudgetOffice(office)
    const { annual, enterpriseId } = await drafts(at)
    const other = await enterprise(at, 'สถานีขนส่ง')
    await aDraft(at, { ...water, lines: [...water.lines, { task: '00332', title: 'วัสดุไฟฟ้า', amount: '10000.00' }], enterpriseId: other })
    await walked(at, annual)
    const own = (await at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))).filter(({ sourceCode }) => sourceCode === 'A2')
    expect(own.map((line) => [line.title, line.enterpriseId])).toEqual([['วัสดุการประปา', enterpriseId], ['วัสดุการประปา', other], ['วัสดุไฟฟ้า', other]])
    const [pipes, station, light] = own.map(({ number }) => String(number))
    const moved = (from: string | undefined, to: string | undefined) => at.clerk.work((work) => createTransfer(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'โอน', reason: 'ไม่พอ', changes: false,
      lines: { out: [{ line: from ?? '', amount: '100.00' }], in: [{ line: to ?? '', amount: '100.00' }], items: [] },
    }))
    const { forbidden, why } = transferText.errors
    await expect(moved(pipes, light)).rejects.toMatchObject({ errors: { 'in.0.line': forbidden(`000${light}`, why.otherEnterprise) } })
    expect(await moved(station, light)).toMatch(/^[0-9]+$/)
  })

  it('sets up new items of its own enterprise by a transfer, beside those of another', async () => {
    const at = await aBudgetOffice(office)
    const { annual, enterpriseId } = await drafts(at)
    await aDraft(at, { ...water, lines: [{ task: '00332', title: 'ท่อ', amount: '10000.00' }], enterpriseId: await enterprise(at, 'สถานีขนส่ง') })
    await walked(at, annual)
    const find = () => at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))
    const [pipes] = (await find()).filter((line) => line.enterpriseId === enterpriseId)
    const transferred = async (from: number | undefined, title: string) => {
      const id = await at.clerk.work((work) => createTransfer(work, {
        formKey: randomUUID(), documentDate: work.today, title: 'โอน', reason: 'ไม่พอ', changes: false,
        lines: { out: [{ line: String(from), amount: '100.00' }], in: [], items: [{ department: at.departmentId, task: '00332', code: '5330100', title, specification: title, amount: '100.00' }] },
      }))
      await at.clerk.work((work) => submitTransfer(work, id, 1))
      await at.head.work((work) => approveTransfer(work, id, {
        version: 2, approver: 'executive', happenedOn: work.today, meeting: '', letterNumber: '', letterDate: null, note: '',
      }))
    }
    await transferred(pipes?.number, 'ท่อ')
    expect((await find()).filter(({ title }) => title === 'ท่อ').map((line) => line.enterpriseId === enterpriseId)).toEqual([false, true])
    const item = (await find()).find((line) => line.title === 'ท่อ' && line.enterpriseId === enterpriseId)
    await transferred(item?.number, 'ข้อต่อ')
    await office.owner('budget_lines').where({ organisation_id: at.organisationId, title: 'ข้อต่อ' }).update({ enterprise_id: null }) // as before the column
    await office.owner.transaction(belongToEnterprises)
    expect((await find()).filter(({ title }) => title === 'ข้อต่อ').map((line) => line.enterpriseId)).toEqual([enterpriseId])
  })

  it('comes back with its ordinance, is given up with it, and takes no step alone', async () => {
    const at = await aBudgetOffice(office)
    const { annual, special, enterpriseId } = await drafts(at)
    await expect(propose(at, special, '2026-08-10')).rejects.toThrow(documentsText.wrongState)
    await propose(at, annual, '2026-08-10')
    await expect(at.clerk.work((work) => cancelOrdinance(work, special, 2))).rejects.toThrow(documentsText.wrongState)
    await at.head.work((work) => returnOrdinance(work, annual, { version: 2, reason: 'ลดรายจ่าย' }))
    expect(await stateOf(at, special)).toBe('draft')
    await at.clerk.work((work) => cancelOrdinance(work, annual, 3))
    expect(await stateOf(at, special)).toBe('cancelled')
    await expect(aDraft(at, { ...water, enterpriseId })).rejects.toThrow(errors.noParent('2570'))
  })

  it('is made once for an enterprise in use, while its ordinance is a draft', async () => {
    const at = await aBudgetOffice(office)
    const enterpriseId = await enterprise(at)
    await expect(aDraft(at, { ...water, enterpriseId })).rejects.toThrow(errors.noParent('2570'))
    const annual = await aDraft(at, general)
    await aDraft(at, { ...water, enterpriseId })
    await expect(aDraft(at, { ...water, enterpriseId })).rejects.toThrow(errors.enterpriseTaken('กิจการประปา'))
    await expect(aDraft(at, { ...water, enterpriseId: '999999' })).rejects.toThrow(errors.enterprise)
    await walked(at, annual, 'council')
    await expect(aDraft(at, { ...water, enterpriseId: await enterprise(at, 'สถานีขนส่ง') })).rejects.toThrow(errors.noParent('2570'))
  })

  it('is announced by another than its maker', async () => {
    const at = await aBudgetOffice(office)
    const { annual, special } = await drafts(at)
    await walked(at, annual, 'supervise')
    const maker = { ...at, head: { ...at.head, ...asOfficer(office, { ...at.head.officer, userId: at.clerk.officer.userId }) } }
    await office.owner('budget_documents').where({ id: annual }).update({ prepared_by: at.accountant.officer.userId })
    await expect(enforce(maker, annual, '2026-09-20')).rejects.toThrow(documentsText.ownHand)
    expect([await stateOf(at, annual), await stateOf(at, special)]).toEqual(['supervisor_approved', 'supervisor_approved'])
  })

  it('of a unit with books of its own makes no line of the LAO: it is offered to the unit, and no other unit sees it', async () => {
    const at = await aBudgetOffice(office)
    const own = await lao(at)
    const unit = await aSubUnit(office, { lao: await organisation(office, own.code), kind: '02' })
    const { annual, special } = await drafts(at, { subUnitId: unit.id })
    await walked(at, annual)
    const lines = await at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))
    expect(lines.map(({ sourceCode }) => sourceCode)).toEqual(['10', '10'])
    const [offer] = await office.owner('budget_offers').where({ organisation_id: at.organisationId })
    expect(offer).toMatchObject({ document_id: special, receiver_id: unit.id, total: '450000.00', revenue: '500000.00', enacted_on: '2026-10-01' })
    expect(offer.ordinance).toMatch(/^เทศบัญญัติงบประมาณรายจ่าย BUD-0000[0-9]\/70$/)
    await expect(office.owner('budget_offer_lines').where({ document_id: special }).update({ amount: '1.00' })).rejects.toThrow()
  })

  it('is drawn up, typed, seen and printed in the browser with the annual ordinance', async () => {
    const at = await aBudgetOffice(office, { code: '4200103' })
    const pawnshop = await organisation(office, '420010301001')
    const [clerk, head] = [await signIn(office, 'saensuk.budget'), await signIn(office, 'saensuk.head')]
    await clerk.open('/budget/base/enterprises/new')
    await clerk.submit({ name: 'สถานธนานุบาล', subUnitId: pawnshop.id })
    const annual = await aDraft(at, general)
    await clerk.open(paths.new)
    expect((await clerk.submit({ fiscalYear: '2570', enterpriseId: '' })).text).toContain(errors.enterprise)
    const [{ id: enterpriseId }] = await office.owner('budget_enterprises').where({ organisation_id: at.organisationId, name: 'สถานธนานุบาล' }).select('id')
    const made = await clerk.submit({ fiscalYear: '2570', enterpriseId })
    const id = made.path.split('/').at(-1) ?? ''
    expect(made.text).toMatch(/งบประมาณรายจ่ายเฉพาะการสถานธนานุบาล.*ผู้เบิกจ่าย.*เสนอและตราพร้อมกับ/)
    await clerk.open(paths.revenuesEdit(id))
    const tax = await clerk.submit({ 'lines.0.code': '41100003', 'lines.0.amount': '1' })
    expect(tax.text).toContain(ordinanceFormText.errors.foreignCode('41100003'))
    await clerk.open(paths.revenuesEdit(id))
    expect((await clerk.submit({
      'lines.0.code': '41400051', 'lines.0.amount': '3,000,000', 'lines.0.explanation': 'ตามยอดรับจำนำ', 'lines.1.code': '41400052', 'lines.1.amount': '200,000', 'lines.1.explanation': 'ประมาณการ',
      'lines.2.code': '41300003', 'lines.2.amount': '10,000', 'lines.2.explanation': 'ดอกเบี้ยเงินฝาก', 'lines.3.code': '41500099', 'lines.3.amount': '1,000', 'lines.3.explanation': 'เบ็ดเตล็ด',
    })).text).toMatch(/41300003 ดอกเบี้ย.*ดอกเบี้ยรับจำนำ.*กำไรจากการจำหน่ายทรัพย์หลุดจำนำ.*3,211,000\.00/)
    await clerk.open(paths.taskEdit(id, '00331'))
    await clerk.submit({ 'lines.0.code': '5220100', 'lines.0.title': 'เงินเดือนพนักงานสถานธนานุบาล', 'lines.0.amount': '2,500,000', 'lines.0.explanation': 'ตามอัตรากำลัง' })
    expect((await clerk.open(ordinancePaths.show(annual))).text).toMatch(/งบประมาณรายจ่ายเฉพาะการ .*สถานธนานุบาล .*3,211,000\.00 2,500,000\.00 711,000\.00/)
    for (const paper of [paperPaths.ordinance, paperPaths.expenditures, paperPaths.revenues]) {
      expect([paper, (await clerk.open(`${paper}?document=${annual}&year=2570&digits=arabic`)).text.includes('2,500,000.00')]).toEqual([paper, true])
    }
    expect((await clerk.open(`${paperPaths.ordinance}?document=${annual}&year=2570&digits=arabic`)).text).toMatch(/ข้อ 3 .*3,600,000\.00 บาท.*ข้อ 4 .*1,100,000\.00 บาท.*ข้อ 5 งบประมาณรายจ่ายเฉพาะการ เป็นจำนวนรวมทั้งสิ้น 2,500,000\.00 บาท/)
    await clerk.open(ordinancePaths.step(annual, 'propose'))
    expect((await clerk.submit({ happenedOn: '20/11/2569', warningsSeen: 'yes' }, ordinancePaths.step(annual, 'propose'))).text).toContain(ordinanceText.done.propose)
    const waiting = await head.open(approvalsPath)
    expect([waiting.text.includes('เทศบัญญัติงบประมาณรายจ่าย'), waiting.text.includes('เฉพาะการสถานธนานุบาล')]).toEqual([true, false])
    expect((await head.open(paths.step(id, 'council'))).status).toBe(404)
    expect((await head.post(paths.step(id, 'council'), { version: '2', happenedOn: '20/11/2569', meeting: 'ก' })).status).toBe(404)
    expect((await head.open(paths.list)).text).toMatch(/เฉพาะการสถานธนานุบาล.*เสนอสภาแล้ว/)
    expect((await clerk.open(paths.revenuesEdit(id))).status).toBe(404)
    const other = await signIn(office, 'mueang.budget')
    expect((await other.open(paths.show(id))).status).toBe(404)
  })

  it('may be supplemented with a supplementary budget, on top of what was approved', async () => {
    const at = await aBudgetOffice(office)
    const { annual, enterpriseId } = await drafts(at)
    await walked(at, annual)
    const supplement = await aDraft(at, { kind: 'supplementary', year: at.fiscalYear, effectiveOn: calendarDate('2026-11-01'), lines: [] })
    const special = await aDraft(at, { ...water, revenues: [{ code: '41400007', amount: '50000.00' }], lines: [{ task: '00332', title: 'วัสดุการประปา', amount: '50000.00' }], enterpriseId })
    expect(await ordinanceOf(at, special)).toMatchObject({ ordinal: 9, parentId: supplement, title: 'งบประมาณรายจ่ายเฉพาะการประปา เพิ่มเติม ฉบับที่ 9 ปีงบประมาณ พ.ศ. 2570' })
    await office.owner('budget_documents').whereIn('id', [supplement, special]).update({ state: 'supervisor_approved', number: office.owner.raw('id') })
    await enforce(at, supplement, '2026-11-05')
    const [line] = (await at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))).filter(({ sourceCode }) => sourceCode === 'A2')
    const { balance } = await at.head.read((read) => getLine(read, at.organisationId, line?.id ?? ''))
    expect([formatMoney(balance.approved), formatMoney(balance.supplemented), formatMoney(balance.available)]).toEqual(['450,000.00', '50,000.00', '500,000.00'])
  })
})
