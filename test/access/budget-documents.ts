// One budget document of each kind, a control line, a department and an enterprise in an office, written behind the application's back.
import { kinds, type Kind } from '../../src/budget/document/document.ts'
import { type TestOffice } from '../support/app.ts'

export interface BudgetSampleIds {
  readonly line: string
  readonly department: string
  readonly enterprise: string
  readonly documents: Readonly<Record<Kind, string>>
}

export async function budgetDocumentsOf(office: TestOffice, organisationId: string, userId: string): Promise<BudgetSampleIds> {
  const now = office.clock.now()
  const one = async (table: string, row: object): Promise<string> => {
    const [made] = await office.owner(table).insert({ organisation_id: organisationId, ...row }).returning('id')
    return made.id
  }
  const department = await one('departments', { name: 'กองคลัง' })
  const enterprise = await one('budget_enterprises', { name: 'กิจการประปา' })
  const document = (kind: Kind, more: object = {}) => one('budget_documents', {
    kind, state: 'draft', fiscal_year: 2570, series: kinds[kind].series, document_date: '2026-11-19', title: 'เอกสาร', prepared_by: userId, prepared_at: now,
    ...(kind === 'supplementary' && { ordinal: 1 }), ...more,
  })
  const annual = await document('annual')
  const documents: Readonly<Record<Kind, string>> = {
    annual, supplementary: await document('supplementary'), special: await document('special', { enterprise_id: enterprise, parent_id: annual }), interim: await document('interim'),
    transfer: await document('transfer'), amendment: await document('amendment'), grant: await document('grant'), accumulated: await document('accumulated'),
    loan: await document('loan'), release: await document('release'), override: await document('override'), carry: await document('carry'),
    extension: await document('extension'), lapse: await document('lapse'), plan: await document('plan'),
  }
  const line = await one('budget_lines', {
    fiscal_year: 2570, number: 1, document_id: documents.plan, source_code: 'A1', task_code: '00211', economic_code: '5330100', title: 'วัสดุ',
    usable_from: '2026-10-01', usable_until: '2027-09-30',
  })
  return { line, department, enterprise, documents }
}

/** By the beginning of the address. */
export function budgetAddresses({ line, department, enterprise, documents }: BudgetSampleIds): readonly (readonly [string, string])[] {
  return [
    ['/registers/departments/', department], ['/budget/base/enterprises/', enterprise], ['/budget/lines/', line],
    ['/budget/ordinances/', documents.annual], ['/budget/revenue-estimates/', documents.annual], ['/budget/supplementary-budgets/', documents.supplementary], ['/budget/special-budgets/', documents.special],
    ['/budget/transfers/', documents.transfer], ['/budget/amendments/', documents.amendment], ['/budget/grants/', documents.grant],
    ['/budget/accumulated/', documents.accumulated], ['/budget/loans/', documents.loan], ['/budget/releases/', documents.release],
    ['/budget/overrides/', documents.override], ['/budget/carry-forwards/', documents.carry], ['/budget/extensions/', documents.extension],
    ['/budget/lapses/', documents.lapse], ['/budget/plans/', documents.plan], ['/budget/plan-offers/', documents.special], ['/budget/sub-unit-plans/', documents.plan],
  ]
}
