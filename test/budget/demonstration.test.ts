import { expect, it } from 'vitest'
import { seedBudgets } from '../../seeds/90-demonstration.ts'
import { compareBudgetBalances } from '../../src/budget/index.ts'
import { citizenIdSeal } from '../../src/platform/secrets.ts'
import { testOffice } from '../support/app.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'

const office = await testOffice()
const stage = { owner: office.owner, database: office.database, seal: citizenIdSeal(office.config), production: false }

const counts = async () => {
  const { rows } = await office.owner.raw<{ rows: object[] }>(`
    SELECT o.code, d.state, d.fiscal_year, d.prepared_by <> d.approved_by AS by_two, (SELECT count(*)::int FROM budget_revenue_lines r WHERE r.document_id = d.id) AS revenues,
      (SELECT count(*)::int FROM budget_lines l WHERE l.document_id = d.id) AS lines, (SELECT sum(r.amount) FROM budget_revenue_lines r WHERE r.document_id = d.id) - d.total AS surplus,
      (SELECT count(*)::int FROM budget_steps s WHERE s.document_id = d.id) AS steps
    FROM budget_documents d JOIN organisations o ON o.id = d.organisation_id WHERE d.kind = 'annual' ORDER BY o.code`)
  return rows
}

it('every LAO of the demonstration has its budget of the year in force, made by two people; the town has moved money and has some of last year and of outside the ordinance; a school has its plan', async () => {
  await seedBudgets(stage)
  const one = (code: string, surplus: string) => ({ code, state: 'enforced', fiscal_year: 2570, by_two: true, revenues: 12, lines: 33, surplus, steps: 5 })
  const expected = [
    one('2200101', '1000000.00'), one('3200408', '600000.00'), one('3200701', '400000.00'), one('4200103', '250000.00'), one('5200106', '50000.00'), one('6711303', '50000.00'),
  ]
  expect(await counts()).toEqual(expected)
  expect(await office.owner('budget_documents').where({ kind: 'transfer' }).orderBy('id').pluck('state')).toEqual(['announced', 'draft'])
  await seedBudgets(stage)
  expect(await counts()).toEqual(expected)
  expect(await office.owner('budget_documents').where({ kind: 'transfer' })).toHaveLength(2)
  const others = await office.owner('budget_documents').whereNotIn('kind', ['annual', 'transfer']).orderBy(['kind', 'id']).select('kind', 'state', 'fiscal_year')
  expect(others.map(({ kind, state, fiscal_year: year }) => `${kind} ${state} ${year}`)).toEqual([
    'accumulated approved 2570', 'accumulated submitted 2570', 'amendment draft 2570', 'carry carried 2569', 'extension submitted 2570', 'grant allocated 2569',
    'grant allocated 2570', 'grant notified 2570', 'plan approved 2570',
  ])
  const town = await organisation(office, '4200103')
  const own = { organisation_id: town.id }
  expect(await office.owner('payees').where(own).orderBy('id').pluck('kind')).toEqual(['state_body', 'juristic', 'individual'])
  expect(await office.owner('cheque_books').where(own).pluck('first_number')).toEqual(['20570001'])
  expect(await office.owner('signatories').where(own).pluck('role')).toHaveLength(3)
  const { balance } = await office.owner('sub_ledger_balances').where({ ...own, account_code: '1101030101.001' }).first(office.owner.raw('debit - credit AS balance'))
  expect(balance).toBe('2000000.00')
  const officer = await anOfficer(office, { at: town, groups: ['LAO_FIN_HEAD'] })
  expect(await asOfficer(office, officer).read((read) => compareBudgetBalances(read, town.id))).toEqual([])
})

it('demonstration budgets are refused in production', async () => {
  await expect(seedBudgets({ ...stage, production: true })).rejects.toThrow('demonstration data is refused in production')
})
