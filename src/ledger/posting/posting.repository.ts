// The one statement of a posting. Whose books and who approves is told by the transaction, not by what is asked.
import { Memory } from '../../platform/database/memory.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalMonthOf, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { toNumeric } from '../../platform/money.ts'
import { type Roles } from '../roles.ts'
import { moduleOf, overdrawnText, periodOf, positionOf, type Answer, type Asked, type RunAnswer, type RunPosting } from './gate.ts'
import { type PostingLine } from './posting.ts'

const gate = 'SELECT ledger_post(?, ?) AS answer'

export async function askGate(work: OfficerWork, asked: Asked, lines: readonly PostingLine[]): Promise<Answer> {
  const bindings = [JSON.stringify(askedRow(work, asked)), JSON.stringify(lines.map(lineRow))]
  const { rows } = await work.db.raw<{ rows: { answer: Answer }[] }>(gate, bindings).catch(toldOverdrawn)
  const [row] = rows
  if (!row) throw new Error('the gate gave no answer')
  return row.answer
}

/** All of them or none; a period that is shut opens for them alone. Without a request: what follows from the auditor's changes (migration 0024). */
export async function askRun(work: OfficerWork, requestId: string | null, postings: readonly RunPosting[]): Promise<RunAnswer[]> {
  const rows = postings.map(({ asked, lines }) => ({ asked: askedRow(work, asked), lines: lines.map(lineRow) }))
  const { rows: [row] } = await work.db.raw<{ rows: { answers: RunAnswer[] }[] }>('SELECT ledger_run(?, ?, ?) AS answers', [requestId, JSON.stringify(rows), work.now])
  return row?.answers ?? []
}

function askedRow(work: OfficerWork, asked: Asked): object {
  const date = asked.documentDate
  return {
    document_date: date, fiscal_year: fiscalYearOf(date), month: fiscalMonthOf(date), stage: positionOf(asked.stage), period: periodOf(asked.stage, date),
    type: asked.type, module: moduleOf(asked.type), may_soft: asked.maySoft, is_carried: asked.isCarried, event: asked.event,
    source_kind: asked.source.kind, source_id: asked.source.id, description: plain(asked.description), total: toNumeric(asked.total),
    reverses_id: asked.reversesId ?? null, prepared_by: asked.preparedBy, same_person: asked.samePerson, request_id: plain(work.origin.requestId),
    ip: work.origin.ip, agent: work.origin.agent, posted_at: work.now, trail: {},
  }
}

function lineRow(line: PostingLine, index: number): object {
  return {
    line: index + 1, account_code: line.accountCode, side: line.side, amount: toNumeric(line.amount), sub_key: line.subKey ?? line.bankAccountId ?? null,
    counterparty_id: line.counterpartyId ?? null, budget_line_id: line.budgetLineId ?? null, fund_code: line.fundCode ?? null,
    revenue_code: line.revenueCode ?? null, memo: plain(line.memo ?? ''),
  }
}

/** The digest of a voucher parts its fields by control characters, so no text may hold one. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ')
}

function toldOverdrawn(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'LA001' && 'detail' in error) throw new RuleBroken(overdrawnText(String(error.detail)))
  throw error
}

const known = new Memory<Roles>({ seconds: 60, most: 20_000 })

/** Accounts of the own kind of office, or of another's, by their role. Reference data: kept for a minute. */
export async function accountsOfRoles(read: OfficerRead, year: FiscalYear = fiscalYearOf(read.today), organisationId = read.actor.organisationId): Promise<Roles> {
  const key = `${organisationId}/${year}`
  const remembered = known.find(read, key)
  if (remembered) return remembered
  const { rows } = await read.db.raw<{ rows: { role: string; account_code: string }[] }>(rolesQuery, { organisation: organisationId, year })
  return known.keep(read, key, Object.fromEntries(rows.map((row) => [row.role, row.account_code])))
}

/** What is said for one kind of office goes before what is said for all. */
const rolesQuery = `
  SELECT DISTINCT ON (r.role) r.role, r.account_code FROM account_roles r
    JOIN organisations o ON o.id = :organisation LEFT JOIN sub_unit_kinds k ON k.code = o.sub_unit_kind
  WHERE r.chart_kind IN ('ALL', coalesce(k.chart_kind, o.kind)) AND r.valid_from <= :year AND (r.valid_until IS NULL OR r.valid_until > :year)
  ORDER BY r.role, r.chart_kind = 'ALL', r.valid_from DESC`
