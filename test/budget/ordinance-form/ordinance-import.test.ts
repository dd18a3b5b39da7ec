import { beforeEach, describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { importLines } from '../../../src/budget/ordinance-import/ordinance-import.service.ts'
import { readLines } from '../../../src/budget/ordinance-import/ordinance-import.ts'
import { ordinanceFormText } from '../../../src/budget/ordinance-form.text.ts'
import { ordinancePaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { toCsv } from '../../../src/platform/csv.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { toXlsx } from '../../../src/platform/spreadsheet.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice } from '../world.ts'
import { aDraft, setState, storedLines, versionOf } from './drafts.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const elsewhere = await aBudgetOffice(office)
const clerk = await signIn(office, 'saensuk.budget')
const { import: text, errors } = ordinanceFormText
const { errors: shared } = budgetText
const { heads } = text
const head = [heads.task, heads.department, heads.code, heads.title, heads.amount, heads.explanation]

let id = ''
beforeEach(async () => { id = await aDraft(saensuk) })

async function sent(bytes: Buffer | string, version?: number) {
  await clerk.open(paths.import(id))
  const form = new FormData()
  form.set('version', String(version ?? await versionOf(saensuk, id)))
  form.set('file', new File([new Uint8Array(Buffer.from(bytes))], 'lines.csv'))
  return clerk.upload(paths.import(id), form)
}

const csv = (...rows: readonly (readonly string[])[]) => toCsv([head, ...rows])

describe('expenditure from a file', () => {
  it('adds its lines, with a code that lost its noughts, Thai digits and a department by its name', async () => {
    const page = await sent(csv(['111', 'สำนักปลัด', '5330100', '', '๑,๕๐๐.๕๐', 'กระดาษ'], ['', '', '', '', '', ''], ['00411 งานงบกลาง', '', '5110700', 'เบี้ยยังชีพ', '600000', '']))
    expect(page.path).toBe(paths.expenditures(id))
    expect(page.text).toContain(text.done('2'))
    expect((await storedLines(saensuk, id)).map((line) => [line.line, line.task_code, line.department_id, line.title, line.amount])).toEqual([
      [1, '00111', saensuk.departmentId, 'วัสดุสำนักงาน', '1500.50'], [2, '00411', null, 'เบี้ยยังชีพ', '600000.00'],
    ])
  })

  it('reads Excel, where amounts are numbers', async () => {
    const bytes = await toXlsx({ name: 'x', about: ['รายการรายจ่าย'], header: [heads.task, heads.code, heads.amount], rows: [['00111', '5330100', baht('1500.25')]] })
    expect((await sent(bytes)).text).toContain(text.done('1'))
    expect((await storedLines(saensuk, id)).map((line) => line.amount)).toEqual(['1500.25'])
  })

  it('read in again changes what it names and leaves what it does not', async () => {
    await sent(csv(['00111', '', '5330100', 'กระดาษ', '10', 'เดิม'], ['00111', '', '5330300', 'ไม้กวาด', '20', 'เดิม']))
    await office.owner('budget_document_lines').where({ document_id: id, line: 1 }).update({ plan_reference: 'หน้า 45' })
    await clerk.open(paths.linesCsv(id))
    const file = clerk.html.replace('20.00', '25.00')
    expect(file).toContain('กระดาษ')
    expect((await sent(file)).text).toContain(text.done('2'))
    expect((await storedLines(saensuk, id)).map((line) => [line.line, line.title, line.amount, line.plan_reference])).toEqual([[1, 'กระดาษ', '10.00', 'หน้า 45'], [2, 'ไม้กวาด', '25.00', '']])
    await sent(csv(['00111', '', '5330100', 'กระดาษ', '11', 'ใหม่']))
    expect((await storedLines(saensuk, id)).map((line) => [line.title, line.amount, line.plan_reference])).toEqual([['กระดาษ', '11.00', 'หน้า 45'], ['ไม้กวาด', '25.00', '']])
  })

  it('is refused whole, with the row, the column and the reason of every fault', async () => {
    const page = await sent(csv(
      ['00111', '', '5330100', 'ดี', '10', ''], ['00411', '', '5330100', '', '10', ''], ['00111', 'กองอวกาศ', '5999999', '', '-1.00', ''], ['00111', '', '5330100', 'ดี', '12.345', ''],
      ['99999', '', '5330300', '', 'NaN', ''],
    ))
    expect(page.status).toBe(422)
    expect(page.text).toContain(errors.import('8'))
    const told = [...page.html.matchAll(/<tr role="row">\s*<th role="rowheader"[^>]*>(\d+)<\/th>\s*<td[^>]*>([^<]*)<\/td>\s*<td[^>]*>([^<]*)<\/td>/g)].map(([, row, column, reason]) => [row, column, reason])
    expect(told).toEqual(expect.arrayContaining([
      ['3', heads.code, shared.central], ['4', heads.code, shared.code], ['4', heads.department, shared.department], ['4', heads.amount, shared.positive],
      ['5', heads.amount, shared.amount], ['5', heads.title, errors.twin], ['6', heads.task, shared.task], ['6', heads.amount, shared.amount],
    ]))
    expect(await storedLines(saensuk, id)).toEqual([])
    expect(await versionOf(saensuk, id)).toBe(1)
  })

  it.each([
    ['no file', '', errors.noFile],
    ['columns that are missing', 'a,b\n1,2', errors.noHeads([heads.task, heads.code, heads.amount].join(', '))],
    ['no line', csv(), errors.noRows],
    ['something else', Buffer.from([0, 1, 2, 0]), errors.file.kind],
    ['a broken spreadsheet', Buffer.from('PK\u0003\u0004xxxx', 'latin1'), errors.file.unreadable],
  ])('is refused for %s', async (_what, bytes, message) => {
    const page = await sent(bytes)
    expect(page.status).toBe(422)
    expect(page.text).toContain(message)
    expect(await storedLines(saensuk, id)).toEqual([])
  })

  it('holds no more than 2,000 rows; those are written in one go', async () => {
    const rows = (count: number) => [head, ...Array.from({ length: count }, (_, index) => ['00111', '', '5330100', `รายการ ${index}`, '1', ''])]
    expect(readLines(rows(2001))).toBe(errors.longFile('2000'))
    expect(await saensuk.clerk.work((work) => importLines(work, id, { version: 1, sheet: rows(2000) }))).toBe(2000)
    expect(await storedLines(saensuk, id)).toHaveLength(2000)
  })

  it('is not read over a change of somebody else, into what is no draft, by whom it does not concern', async () => {
    const sheet = [head, ['00111', '', '5330100', '', '10', '']]
    expect((await sent(csv(['00111', '', '5330100', '', '10', '']), 7)).status).toBe(409)
    await expect(saensuk.head.work((work) => importLines(work, id, { version: 1, sheet }))).rejects.toThrow(Forbidden)
    await expect(elsewhere.clerk.work((work) => importLines(work, id, { version: 1, sheet }))).rejects.toThrow(NotFound)
    await setState(saensuk, id, 'proposed')
    await expect(saensuk.clerk.work((work) => importLines(work, id, { version: 1, sheet }))).rejects.toThrow(Conflict)
    expect((await clerk.open(paths.import(id))).status).toBe(404)
    expect(await storedLines(saensuk, id)).toEqual([])
  })
})
