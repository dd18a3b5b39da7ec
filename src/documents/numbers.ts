// Printed form of a document number: 'RMT-00001/70' is the first remittance slip of fiscal year 2570. After 99999 the width grows.
import { type FiscalYear } from '../platform/dates.ts'

const width = 5

export function printedNumber(series: string, running: number, fiscalYear: FiscalYear): string {
  const year = String(fiscalYear % 100).padStart(2, '0')
  return `${series}-${String(running).padStart(width, '0')}/${year}`
}
