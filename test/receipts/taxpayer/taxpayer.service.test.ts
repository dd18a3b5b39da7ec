import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Conflict, RuleBroken } from '../../../src/platform/errors.ts'
import { importTaxpayers } from '../../../src/receipts/taxpayer-import/taxpayer-import.service.ts'
import { findTaxpayers, getTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.repository.ts'
import { createTaxpayer, editTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.service.ts'
import { isPersonNumber, type TaxpayerCommand } from '../../../src/receipts/taxpayer/taxpayer.ts'
import { taxpayerText } from '../../../src/receipts/taxpayer.text.ts'
import { testDatabase } from '../../support/database.ts'
import { aSchool, type School } from '../school.ts'
import { aTown } from '../town.ts'

const db = await testDatabase()
const { errors } = taxpayerText
const company = '0105536000011'
const other = '1101700203450'

function person(given: Partial<TaxpayerCommand> = {}): TaxpayerCommand & { formKey: string } {
  return {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'juristic', name: 'บริษัท ป้ายใหญ่ จำกัด', personNumber: company, address: '99 ถนนสุขุมวิท', phone: '', isActive: true,
    items: [{ kind: 'signboard', place: 'หน้าตลาดแสนสุข', detail: '3 x 6 เมตร' }], ...given,
  }
}

const add = (town: School, given: Partial<TaxpayerCommand> = {}) => town.clerk.work((work) => createTaxpayer(work, person(given)))
const find = (town: School, text: string) => town.clerk.read((read) => findTaxpayers(read, { organisationId: town.organisation.id, register: undefined, text, after: undefined }))

describe('a taxpayer', () => {
  it('has a key in the ledger, and is found by name, number and where the property lies', async () => {
    const town = await aTown(db)
    const id = await add(town)
    expect(await town.clerk.read((read) => getTaxpayer(read, town.organisation.id, id))).toMatchObject({ key: 'TP-00001/70', items: [{ place: 'หน้าตลาดแสนสุข' }] })
    expect(await db.owner('sub_ledger_keys').where({ organisation_id: town.organisation.id, kind: 'taxpayer', key: 'TP-00001/70' }).pluck('name')).toEqual(['บริษัท ป้ายใหญ่ จำกัด'])
    for (const text of ['ป้ายใหญ่', company, 'ตลาดแสนสุข', 'TP-00001']) expect((await find(town, text)).items).toHaveLength(1)
    expect((await find(town, '100%')).items).toEqual([])
  })

  it('stands once under a number, is mended at the version seen, and goes out of use', async () => {
    const town = await aTown(db)
    const id = await add(town)
    await expect(add(town)).rejects.toThrow(new RuleBroken({ personNumber: errors.taken }))
    const edit = (version: number) => town.clerk.work((work) => editTaxpayer(work, id, { ...person({ name: 'ชื่อใหม่', isActive: false, items: [] }), version }))
    await edit(1)
    expect(await town.clerk.read((read) => getTaxpayer(read, town.organisation.id, id))).toMatchObject({ name: 'ชื่อใหม่', isActive: false, items: [], version: 2 })
    await expect(edit(1)).rejects.toThrow(Conflict)
  })

  it('is a debtor at a sub-unit, which collects no taxes', async () => {
    const school = await aSchool(db)
    await expect(add(school)).rejects.toThrow(new RuleBroken({ register: errors.noTaxpayers }))
    await expect(add(school, { register: 'debtor' })).resolves.toMatch(/^[0-9]+$/)
  })

  it('has a number whose last digit checks the others', () => {
    expect([company, other, '1101700203451', '123', ''].map(isPersonNumber)).toEqual([true, true, false, false, false])
  })
})

describe('a file of taxpayers', () => {
  const heads = ['ชื่อ', 'เลขประจำตัว', 'ประเภทบุคคล', 'ที่อยู่', 'ทรัพย์สิน', 'ที่ตั้งทรัพย์สิน']

  it('brings people in, rows of one number as one person with several items', async () => {
    const town = await aTown(db)
    const sheet = [['บัญชีรายชื่อ'], heads, ['บริษัท ก', company, 'นิติบุคคล', '1', 'ป้าย', 'ตลาด'], ['บริษัท ก', company, 'นิติบุคคล', '1', 'ที่ดิน', 'โฉนด 7'], ['', '', '', '', '', ''], ['นาย ข', '', '', '2', '', '']]
    expect(await town.clerk.work((work) => importTaxpayers(work, sheet))).toBe(2)
    const { items } = await find(town, '')
    expect(items.map((head) => [head.name, head.personKind, head.places])).toEqual([['นาย ข', 'person', ''], ['บริษัท ก', 'juristic', 'ตลาด · โฉนด 7']])
  })

  it('is refused whole, with the row and column of every fault', async () => {
    const town = await aTown(db)
    await add(town)
    const sheet = [heads, ['', '', '', '1', '', ''], ['บริษัท ก', company, 'นิติบุคคล', '1', '', ''], ['บริษัท ค', '', 'นิติบุคคล', '1', '', ''], ['นาย ข', '123', 'คน', '', 'เรือ', ''], ['นาย ง', other, '', '1', '', ''], ['นาย จ', other, '', '1', '', '']]
    await expect(town.clerk.work((work) => importTaxpayers(work, sheet))).rejects.toThrow(new RuleBroken({
      'rows.2.name': errors.name, 'rows.3.personNumber': errors.taken, 'rows.4.personNumber': errors.noNumber, 'rows.5.personKind': errors.personKind, 'rows.5.personNumber': errors.number,
      'rows.5.address': errors.address, 'rows.5.item': errors.itemKind, 'rows.5.place': errors.place, 'rows.7.personNumber': errors.twin('6'),
    }))
    expect((await find(town, '')).items).toHaveLength(1)
    await expect(town.clerk.work((work) => importTaxpayers(work, [['อะไร']]))).rejects.toThrow(new RuleBroken({ file: errors.noHeads('ชื่อ, ที่อยู่') }))
    await expect(town.clerk.work((work) => importTaxpayers(work, [heads]))).rejects.toThrow(new RuleBroken({ file: errors.noRows }))
  })
})
