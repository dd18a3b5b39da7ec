import { expect, it } from 'vitest'
import { correctDepartment, createDepartment, getDepartment } from '../../../src/registers/department/department.service.ts'
import { findDepartments } from '../../../src/registers/index.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOfficer, asOfficer } from '../../support/world.ts'

const db = await testDatabase()
const officer = await anOfficer(db, { at: await aLao(db), groups: ['LAO_FIN_HEAD'] })
const office = asOfficer(db, officer)
const refusal = (doing: Promise<unknown>) => doing.then(() => 'done', (error: Error) => error.message)

it('a department is kept once by its name, mended, and put out of use', async () => {
  const id = await office.work((work) => createDepartment(work, { name: 'กองช่าง' }))
  expect(await refusal(office.work((work) => createDepartment(work, { name: 'กองช่าง' })))).toBe('มีหน่วยงานชื่อนี้แล้ว')
  await office.work((work) => correctDepartment(work, id, { name: 'สำนักช่าง', isActive: false, version: 1 }))
  expect(await office.read((read) => findDepartments(read, officer.organisationId))).toEqual([{ id, name: 'สำนักช่าง', isActive: false, version: 2 }])
})

it('a stale form changes nothing, and another office has no such department', async () => {
  const id = await office.work((work) => createDepartment(work, { name: 'กองคลัง' }))
  const stale = (version: number) => refusal(office.work((work) => correctDepartment(work, id, { name: 'กองคลัง 2', isActive: true, version })))
  expect(await stale(1)).toBe('done')
  expect(await stale(1)).toBe('มีผู้อื่นแก้ไขหน่วยงานนี้ไปแล้ว โปรดเปิดรายการใหม่อีกครั้ง')
  const other = asOfficer(db, await anOfficer(db, { at: await aLao(db), groups: ['LAO_FIN_HEAD'] }))
  expect(await refusal(other.read((read) => getDepartment(read, id)))).toBe('department')
})
