import { signer, type Office } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateField, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { date } from '../../platform/http/components.ts'
import { formatMoney, isZero } from '../../platform/money.ts'
import { type Report, type ReportColumn, type ReportRow } from '../report-table/report-table.ts'
import { reportText } from '../report.text.ts'
import { differenceOf, totalOf, type Proof, type ProofRow } from './fund-proof.ts'

const text = reportText.fundProof

export interface FoundProof {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly on: CalendarDate
  readonly proof: Proof
}

export function proofReport({ office, fiscalYear, on, proof }: FoundProof): Report {
  const difference = differenceOf(proof)
  const isProved = isZero(difference)
  return {
    title: text.title, office, fiscalYear, asOf: text.asOf(formatThaiDate(on)), asked: { on: formatThaiDateField(on) }, heading: text.heading,
    controls: [{ date: date({ name: 'on', label: text.on, value: formatThaiDateField(on) }) }],
    notice: isProved ? text.proved : text.notProved(formatMoney(difference)),
    signatures: { signers: text.signers.map((role) => signer(role, null)) },
    parts: [{ table: {
      caption: text.title, empty: '', groups: [text.way], columns, rows: [...rowsOf('byEquity', proof), ...rowsOf('byMoney', proof)],
      totals: [{ label: text.difference, cells: [difference], isGrand: false }, ...(isProved ? [{ label: text.usable, cells: [totalOf(proof.byMoney)] }] : [])],
    } }],
  }
}

const columns: readonly ReportColumn[] = [{ label: text.row, kind: 'text', isRowHeader: true }, { label: text.amount, kind: 'money' }]

/** Deductions of nothing are left out. */
function rowsOf(way: keyof Proof, proof: Proof): ReportRow[] {
  const shown = proof[way].filter(({ name, amount }) => name === 'accumulated' || !isZero(amount))
  return [
    ...shown.map((row): ReportRow => ({ under: [text.ways[way]], cells: [labelOf(row), row.amount] })),
    { subtotal: text.sums[way], cells: [totalOf(proof[way])] },
  ]
}

function labelOf({ name, group }: ProofRow): string {
  return group === undefined ? text.names[name] : `${text.names[name]}${group}`
}
