import { beforeEach, describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { ordinanceFormText } from '../../../src/budget/ordinance-form.text.ts'
import { copyLastYear } from '../../../src/budget/ordinance-copy/ordinance-copy.service.ts'
import { saveRevenues } from '../../../src/budget/ordinance-revenues/ordinance-revenues.service.ts'
import { saveTask } from '../../../src/budget/ordinance-tasks/ordinance-tasks.service.ts'
import { readPasted, shareOf } from '../../../src/budget/ordinance-tasks/ordinance-tasks.ts'
import { removeWholeLine } from '../../../src/budget/ordinance-lines/ordinance-lines.service.ts'
import { ordinancePaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice } from '../world.ts'
import { aDraft, setState, storedLines, storedRevenues, versionOf } from './drafts.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const elsewhere = await aBudgetOffice(office)
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const { errors, task: text, line: lineText, expenditures } = ordinanceFormText
const { errors: shared } = budgetText

const cells = (index: number, code: string, amount: string, more: Readonly<Record<string, string>> = {}) => (
  Object.fromEntries(Object.entries({ code, amount, ...more }).map(([cell, value]) => [`lines.${index}.${cell}`, value])))

let id = ''
beforeEach(async () => { id = await aDraft(saensuk) })

async function sent(values: Readonly<Record<string, string>>, task = '00111') {
  await clerk.open(paths.taskEdit(id, task))
  return clerk.submit(values, paths.taskEdit(id, task))
}

const toldAt = (cell: string) => new RegExp(`<p class="error" id="${cell.replaceAll('.', '\\.')}-error">.*?</span>([^<]*)</p>`).exec(clerk.html)?.[1]

describe('the grid of a task', () => {
  it('keeps its lines with their sums, and the tree shows plan, task and type with shares', async () => {
    const page = await sent({
      ...cells(0, '5330100', '๑๒๐,๐๐๐.๐๐', { department: saensuk.departmentId, explanation: 'วัสดุสำหรับสำนักปลัด', fromSubsidy: '20,000' }),
      ...cells(2, 'วัสดุคอมพิวเตอร์', '80000', { title: 'หมึกพิมพ์' }), ...cells(3, '5411600', '50000', { title: 'คอมพิวเตอร์ 2 เครื่อง' }),
    })
    expect(page.path).toBe(paths.task(id, '00111'))
    expect(page.text).toMatch(/วัสดุสำนักงาน วัสดุสำหรับสำนักปลัด 5330100 วัสดุสำนักงาน สำนักปลัด 120,000\.00 20,000\.00 .*หมึกพิมพ์.*รวมทั้งสิ้น 250,000\.00 20,000\.00/)
    await sent(cells(0, '5110700', '600,000.00', { explanation: 'เบี้ยยังชีพ' }), '00411')
    const tree = await clerk.open(paths.expenditures(id))
    expect(tree.text).toMatch(/00110 แผนงานบริหารงานทั่วไป · 250,000\.00 บาท 00111 งานบริหารทั่วไป 3 250,000\.00 29\.41 .*– งบดำเนินงาน 2 200,000\.00 23\.53 – งบลงทุน 1 50,000\.00 5\.88/)
    expect(tree.text).toMatch(/00411 .* 1 600,000\.00 70\.59 .*รวมทั้งสิ้น 4 850,000\.00 100\.00/)
    expect((await storedLines(saensuk, id)).map((line) => [line.line, line.task_code, line.economic_code, line.department_id, line.amount])).toEqual([
      [1, '00111', '5330100', saensuk.departmentId, '120000.00'], [2, '00111', expect.stringMatching(/^533/), null, '80000.00'], [3, '00111', '5411600', null, '50000.00'],
      [4, '00411', '5110700', null, '600000.00'],
    ])
  })

  it.each([
    ['a code that is not there', cells(1, '5999999', '10'), 'lines.1.code', shared.code],
    ['words that fit several codes', cells(1, 'วัสดุ', '10'), 'lines.1.code', errors.ambiguous],
    ['no code', cells(1, '', '10', { title: 'ของ' }), 'lines.1.code', shared.code],
    ['a plan in place of a code', cells(1, '00110', '10'), 'lines.1.code', shared.code],
    ['money of the central fund in an ordinary plan', cells(1, '5110700', '600000.00'), 'lines.1.code', shared.central],
    ['the same item twice', { ...cells(0, '5330100', '10'), ...cells(2, '5330100', '20') }, 'lines.2.title', errors.twin],
    ['a title of 301 letters', cells(1, '5330100', '10', { title: 'ก'.repeat(301) }), 'lines.1.title', shared.item],
    ['less than nothing', cells(1, '5330100', '-1.00'), 'lines.1.amount', shared.positive],
    ['nothing', cells(1, '5330100', '0.00'), 'lines.1.amount', shared.positive],
    ['a third decimal', cells(1, '5330100', '12.345'), 'lines.1.amount', shared.amount],
    ['no number', cells(1, '5330100', 'NaN'), 'lines.1.amount', shared.amount],
    ['a mistyped number', cells(1, '5330100', '12,3x'), 'lines.1.amount', shared.amount],
    ['more from the subsidy than there is', cells(1, '5330100', '100.00', { fromSubsidy: '100.01' }), 'lines.1.fromSubsidy', errors.overSubsidy],
    ['a subsidy below nothing', cells(1, '5330100', '100.00', { fromSubsidy: '-1' }), 'lines.1.fromSubsidy', shared.positive],
    ['an explanation of 2001 letters', cells(1, '5330100', '10', { explanation: 'ก'.repeat(2001) }), 'lines.1.explanation', shared.tooLong('2000')],
    ['a department of another office', cells(1, '5330100', '10', { department: elsewhere.departmentId }), 'lines.1.department', shared.department],
  ])('is refused for %s at the cell, with what was typed kept and nothing saved', async (_what, values, cell, message) => {
    const page = await sent({ ...values, ...cells(5, '5320100', '7,777.77') })
    expect(page.status).toBe(422)
    expect(toldAt(cell)).toBe(message)
    expect(page.html).toContain('value="7,777.77"')
    expect(await storedLines(saensuk, id)).toEqual([])
    expect(await versionOf(saensuk, id)).toBe(1)
  })

  it('takes ordinary money for the central fund no more than the other way round (B3), and says so while typing', async () => {
    expect((await sent(cells(0, '5330100', '10'), '00411')).text).toContain(shared.central)
    await clerk.open(`${paths.code(id, '00411')}?number=5330100`)
    expect(JSON.parse(clerk.html)).toEqual({ available: shared.central })
    await clerk.open(`${paths.code(id, '00111')}?number=${encodeURIComponent('5330100 วัสดุสำนักงาน')}`)
    expect(JSON.parse(clerk.html)).toEqual({ available: 'งบดำเนินงาน' })
    await clerk.open(`${paths.code(id, '00111')}?number=`)
    expect(JSON.parse(clerk.html)).toEqual({ available: '' })
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it('refuses a code that is off this year, and a task that is off', async () => {
    const off = (code: string) => office.owner('budget_choices').insert({ organisation_id: saensuk.organisationId, fiscal_year: 2571, code, is_active: false })
    await off('5330300')
    await off('00112')
    await sent(cells(0, '5330300', '10'))
    expect(toldAt('lines.0.code')).toBe(shared.code)
    await sent(cells(0, '5330100', '10'), '00112')
    expect(toldAt('lines.0.code')).toBe(shared.task)
    expect((await clerk.open(paths.taskEdit(id, '00110'))).status).toBe(404)
    expect((await clerk.open(paths.task(id, 'x'))).status).toBe(404)
    expect(await storedLines(saensuk, id)).toEqual([])
    await office.owner('budget_choices').where({ fiscal_year: 2571 }).delete()
  })

  it('keeps SQL as the words it is, and drops signs that nobody sees', async () => {
    await sent(cells(0, '5330100', '10', { title: "'; DROP TABLE budget_lines; --\u0000\u200B", explanation: '<script>alert(1)</script>' }))
    expect((await storedLines(saensuk, id)).map((line) => line.title)).toEqual(["'; DROP TABLE budget_lines; --"])
    expect(clerk.html).not.toContain('<script>alert(1)')
  })

  it('has no more than 300 rows', async () => {
    expect((await sent(cells(300, '5330100', '10'))).text).toContain(errors.manyRows)
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it('changes only what it shows: other tasks and the details of a line stay, an emptied row goes', async () => {
    await sent({ ...cells(0, '5330100', '10'), ...cells(1, '5330300', '20') })
    await sent(cells(0, '5320100', '5'), '00112')
    await office.owner('budget_document_lines').where({ document_id: id, line: 1 }).update({ plan_reference: 'หน้า 45', estimate_now: '9' })
    await sent({ ...cells(0, '5330100', '11.50', { title: 'วัสดุใหม่' }), ...cells(1, '', '', { title: '' }) })
    expect((await storedLines(saensuk, id)).map((line) => [line.line, line.title, line.amount, line.plan_reference, line.estimate_now])).toEqual([
      [1, 'วัสดุใหม่', '11.50', 'หน้า 45', '9.00'], [3, expect.any(String), '5.00', '', '0.00'],
    ])
    expect((await clerk.open(paths.show(id))).status).not.toBe(500)
  })

  it('gives lines without a department to the owner of the task', async () => {
    await office.owner('budget_choices').insert({ organisation_id: saensuk.organisationId, fiscal_year: 2571, code: '00111', is_active: true, department_id: saensuk.departmentId })
    await sent({ ...cells(0, '5330100', '10'), 'lines.1.department': saensuk.departmentId })
    expect(clerk.status).toBe(200)
    expect((await storedLines(saensuk, id)).map((line) => line.department_id)).toEqual([saensuk.departmentId])
    await office.owner('budget_choices').where({ fiscal_year: 2571 }).delete()
  })

  it('takes rows from a spreadsheet below what was typed, without script, and saves nothing yet', async () => {
    const pasted = 'หน่วยงาน\tรหัส\tรายการ\tจำนวนเงิน\nสำนักปลัด\t5330100\tกระดาษ\t1,500.00\t\tคำชี้แจง\n\t๕๓๒๐๑๐๐\tจ้างเหมา\tx'
    const page = await sent({ ...cells(0, '5330300', '20'), pasted, again: 'paste' })
    expect(page.text).toContain(text.read('2'))
    expect(toldAt('lines.2.amount')).toBe(shared.amount)
    expect(page.html).toMatch(/name="lines.1.title"[^>]*value="กระดาษ"/)
    expect(await storedLines(saensuk, id)).toEqual([])
    expect((await sent({ pasted: ' ', again: 'paste' })).text).toContain(errors.noPaste)
    expect(readPasted('\t5330100\tก\t10').map((row) => [row.code, row.title, row.amount])).toEqual([['5330100', 'ก', '10']])
  })

  it('can be looked at before it is saved: faults, sums by type, more rows', async () => {
    const checked = await sent({ ...cells(0, '5330100', '10'), ...cells(1, '5411600', 'x'), again: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).toMatch(/รวมตามงบ งบดำเนินงาน 10\.00/)
    expect(toldAt('lines.1.amount')).toBe(shared.amount)
    expect((await clerk.submit({ again: '5' }, paths.taskEdit(id, '00111'))).html).toContain('name="lines.5.amount"')
  })

  it('is not typed over a change of somebody else, nor once it is laid before the council, nor by another', async () => {
    await clerk.open(paths.taskEdit(id, '00111'))
    const form = { version: 1, lines: [] }
    await saensuk.clerk.work((work) => saveTask(work, { id, task: '00111' }, form))
    expect((await clerk.submit(cells(0, '5330100', '10'), paths.taskEdit(id, '00111'))).status).toBe(409)
    await expect(saensuk.head.work((work) => saveTask(work, { id, task: '00111' }, { ...form, version: 2 }))).rejects.toThrow(Forbidden)
    await expect(elsewhere.clerk.work((work) => saveTask(work, { id, task: '00111' }, { ...form, version: 2 }))).rejects.toThrow(NotFound)
    await setState(saensuk, id, 'proposed')
    await expect(saensuk.clerk.work((work) => saveTask(work, { id, task: '00111' }, { ...form, version: 2 }))).rejects.toThrow(Conflict)
    expect((await clerk.open(paths.taskEdit(id, '00111'))).status).toBe(404)
    expect((await clerk.open(paths.expenditures(id))).html).not.toContain(paths.taskEdit(id, '00111'))
    expect((await head.open(paths.taskEdit(id, '00111'))).status).toBe(403)
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it('of what is used for the time being is mended until it is begun; its revenue is nobody’s to type', async () => {
    await office.owner('budget_documents').where({ id }).update({ kind: 'interim' })
    expect((await clerk.open(paths.taskEdit(id, '00111'))).status).toBe(200)
    expect((await clerk.open(paths.revenuesEdit(id))).status).toBe(404)
    await office.owner('budget_documents').where({ id }).update({ kind: 'annual' })
  })

  it('of another office is not there', async () => {
    const foreign = await aDraft(elsewhere)
    const addresses = [paths.expenditures(foreign), paths.task(foreign, '00111'), paths.taskEdit(foreign, '00111'), paths.code(foreign, '00111'), paths.lineNew(foreign, '00111')]
    for (const address of addresses) expect((await clerk.open(address)).status).toBe(404)
  })
})

const whole = {
  task: '00111', code: '5411600', department: '', title: 'เครื่องคอมพิวเตอร์ 2 เครื่อง', amount: '46,000.00', fromSubsidy: '', explanation: 'สำหรับงานประมวลผล',
  planReference: 'แผนพัฒนา หน้า 45', legalReference: '', quantity: '2', unit: 'เครื่อง', location: 'สำนักปลัด', isNew: 'yes', actual1: '', actual2: '1,000', actual3: '', estimateNow: '๒๐๐๐',
}

describe('a whole line', () => {
  const made = async (values: Readonly<Record<string, string>> = {}) => {
    await clerk.open(paths.lineNew(id, '00111'))
    return clerk.submit({ ...whole, ...values }, paths.lineNew(id, '00111'))
  }

  it('is added, changed and taken out again', async () => {
    expect((await made()).path).toBe(paths.task(id, '00111'))
    expect(clerk.text).toContain('เครื่องคอมพิวเตอร์ 2 เครื่อง')
    const [stored] = await office.owner('budget_document_lines').where({ document_id: id })
    expect(stored).toMatchObject({ line: 1, quantity: '2.00', unit: 'เครื่อง', location: 'สำนักปลัด', is_new_item: true, actual_2: '1000.00', estimate_now: '2000.00', direction: 'set' })
    await clerk.open(paths.line(id, 1))
    expect(clerk.html).toContain('value="46,000.00"')
    await clerk.submit({ task: '00112', code: '5411600', amount: '45000' }, paths.line(id, 1))
    expect(clerk.path).toBe(paths.task(id, '00112'))
    expect((await storedLines(saensuk, id)).map((line) => [line.line, line.task_code, line.amount, line.plan_reference])).toEqual([[1, '00112', '45000.00', 'แผนพัฒนา หน้า 45']])
    await clerk.open(paths.line(id, 1))
    await clerk.submit({}, paths.lineRemove(id, 1))
    expect(clerk.text).toContain(lineText.removed)
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it.each([
    ['no amount', { amount: '' }, 'amount', shared.noAmount],
    ['a quantity of nothing', { quantity: '0' }, 'quantity', errors.quantity],
    ['a mistyped quantity', { quantity: 'สอง' }, 'quantity', errors.quantity],
    ['a quantity beyond all bounds', { quantity: '99999999999' }, 'quantity', errors.quantity],
    ['no task', { task: '' }, 'task', shared.task],
    ['no code', { code: '' }, 'code', shared.code],
    ['the central fund', { task: '00411' }, 'code', shared.central],
    ['a past year below nothing', { actual3: '-0.01' }, 'actual3', shared.positive],
    ['more from the subsidy than there is', { fromSubsidy: '46000.01' }, 'fromSubsidy', errors.overSubsidy],
    ['a long place', { location: 'ก'.repeat(301) }, 'location', shared.tooLong('300')],
  ])('is refused for %s, with what was typed kept and nothing saved', async (_what, values, box, message) => {
    const page = await made(values)
    expect(page.status).toBe(422)
    expect(page.html).toMatch(new RegExp(`id="${box}-error"`))
    expect(page.text).toContain(message)
    expect(page.html).toContain('value="เครื่องคอมพิวเตอร์ 2 เครื่อง"')
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it('does not stand twice, is not saved twice by one form, and is not there under another number', async () => {
    await made()
    expect((await made()).text).toContain(errors.twin)
    expect((await clerk.post(paths.lineNew(id, '00111'), { ...whole, title: 'อื่น', version: '1' })).status).toBe(409)
    expect(await storedLines(saensuk, id)).toHaveLength(1)
    for (const address of [paths.line(id, 9), `${paths.show(id)}/lines/x/edit`]) expect((await clerk.open(address)).status).toBe(404)
    await expect(saensuk.clerk.work((work) => removeWholeLine(work, { id, number: 9 }, 2))).rejects.toThrow(NotFound)
    await expect(elsewhere.clerk.work((work) => removeWholeLine(work, { id, number: 1 }, 2))).rejects.toThrow(NotFound)
  })

  it('in force can only be read, and what may be done instead is offered (scenario 8)', async () => {
    await made()
    await setState(saensuk, id, 'enforced')
    const page = await clerk.open(paths.line(id, 1))
    expect(page.text).toContain(lineText.frozen)
    for (const way of ['/budget/transfers/new', '/budget/amendments/new', '/budget/supplementaries?kind=supplementary']) expect(page.html).toContain(`href="${way}"`)
    expect(page.html).not.toContain('name="amount"')
    expect((await clerk.post(paths.line(id, 1), { ...whole, version: '2', amount: '1' })).status).toBe(409)
    expect((await clerk.post(paths.lineRemove(id, 1), { version: '2' })).status).toBe(409)
    expect((await storedLines(saensuk, id)).map((line) => line.amount)).toEqual(['46000.00'])
  })
})

describe('a draft copied from last year', () => {
  const lastYear = async (): Promise<string> => {
    const last = await aDraft(saensuk, 2570)
    const line = (code: string, title: string, amount: string) => ({ line: '', department: '', code, title, amount, fromSubsidy: '', explanation: 'คำชี้แจง' })
    await saensuk.clerk.work((work) => saveTask(work, { id: last, task: '00111' }, { version: 1, lines: [line('5330100', '', '100'), line('5330300', '', '200')] }))
    const estimate = { code: '41100003', actual1: '1', actual2: '2', actual3: '3', estimateNow: '4', amount: '300', explanation: 'ประมาณการ' }
    await saensuk.clerk.work((work) => saveRevenues(work, last, { version: 2, lines: [estimate] }))
    return last
  }

  it('begins with its estimates and lines, each year moved back by one, codes now off left out', async () => {
    const last = await lastYear()
    expect((await clerk.open(paths.expenditures(id))).text).not.toContain(expenditures.copy)
    await setState(saensuk, last, 'enforced')
    await office.owner('budget_choices').insert({ organisation_id: saensuk.organisationId, fiscal_year: 2571, code: '5330300', is_active: false })
    await clerk.open(paths.expenditures(id))
    await clerk.submit({}, paths.copy(id))
    expect(clerk.text).toContain(expenditures.copied('2', '1'))
    expect(clerk.text).not.toContain('คัดลอกจากปีก่อน ')
    expect((await storedLines(saensuk, id)).map((line) => [line.economic_code, line.amount, line.estimate_now])).toEqual([['5330100', '100.00', '100.00']])
    expect(await storedRevenues(saensuk, id)).toEqual([
      { revenue_code: '41100003', amount: '300.00', actual_1: '2.00', actual_3: '0.00', estimate_now: '300.00', explanation: 'ประมาณการ' },
    ])
    await office.owner('budget_choices').where({ fiscal_year: 2571 }).delete()
    await expect(saensuk.clerk.work((work) => copyLastYear(work, id, 2))).rejects.toThrow(errors.notEmpty)
  })

  it('is refused where there is none in force, for a draft of somebody else, and for an old page', async () => {
    await lastYear()
    await expect(saensuk.clerk.work((work) => copyLastYear(work, id, 1))).rejects.toThrow(new RuleBroken(errors.noLastYear('2570')))
    await expect(elsewhere.clerk.work((work) => copyLastYear(work, id, 1))).rejects.toThrow(NotFound)
    await expect(saensuk.head.work((work) => copyLastYear(work, id, 1))).rejects.toThrow(Forbidden)
    await expect(saensuk.clerk.work((work) => copyLastYear(work, id, 7))).rejects.toThrow(Conflict)
    expect(await storedLines(saensuk, id)).toEqual([])
  })
})

describe('the share of the whole', () => {
  it.each([['1', '3', 3333n], ['2', '3', 6667n], ['0', '0', undefined]])('of %s in %s', (amount, total, expected) => {
    expect(shareOf(baht(amount), baht(total))).toBe(expected)
  })
})
