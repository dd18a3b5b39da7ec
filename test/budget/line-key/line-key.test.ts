import { describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { judgeKey, type KeyRules } from '../../../src/budget/line-key/line-key.ts'
import { type BudgetClass } from '../../../src/budget/settings/settings.ts'

const { errors } = budgetText

function aClass(given: Pick<BudgetClass, 'code' | 'level'> & Partial<BudgetClass>): readonly [string, BudgetClass] {
  return [given.code, {
    name: given.code, parentCode: null, isPersonnel: false, isActive: true, departmentId: null, typeCode: null, categoryCode: null, planCode: null, areaCode: null, ...given,
  }]
}

const rules: KeyRules = {
  classes: new Map([
    aClass({ code: '00111', level: 'task', planCode: '00110' }), aClass({ code: '00411', level: 'task', planCode: '00410' }),
    aClass({ code: '00112', level: 'task', planCode: '00110', isActive: false }), aClass({ code: '5330100', level: 'item', typeCode: '530000' }),
    aClass({ code: '5110700', level: 'item', typeCode: '510000' }),
  ]),
  departments: new Map([['7', { name: 'กองคลัง', isActive: true }], ['8', { name: 'กองเดิม', isActive: false }]]),
  codes: { centralType: '510000', centralPlan: '00410' },
}
const typed = { source: '3001', department: '7', task: '00111', code: '5330100', title: 'วัสดุสำนักงาน' }

describe('the key of a line to be set up', () => {
  it('is read from codes with or without their names, in Thai digits too', () => {
    const judged = judgeKey({ ...typed, task: '๐๐๑๑๑', code: '5330100 วัสดุสำนักงาน', title: '  วัสดุ  สำนักงาน ' }, rules)
    expect(judged).toEqual({ key: { sourceCode: '3001', departmentId: '7', taskCode: '00111', economicCode: '5330100', title: 'วัสดุ สำนักงาน' }, faults: {} })
  })

  it.each([
    ['a department no longer in use', { department: '8' }, { department: errors.department }],
    ['a department that is not there', { department: '99' }, { department: errors.department }],
    ['a task switched off', { task: '00112' }, { task: errors.task }],
    ['a plan in place of a task', { task: '00110' }, { task: errors.task }],
    ['a task in place of an item', { code: '00111' }, { code: errors.code }],
    ['ordinary money in the central fund', { task: '00411' }, { code: errors.central }],
    ['central money in an ordinary plan', { code: '5110700' }, { code: errors.central }],
    ['no title', { title: ' ' }, { title: errors.item }],
    ['a title of 301 letters', { title: 'ก'.repeat(301) }, { title: errors.item }],
  ])('is refused for %s', (_what, cells, faults) => {
    expect(judgeKey({ ...typed, ...cells }, rules).faults).toEqual(faults)
  })
})
