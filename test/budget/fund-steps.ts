// What the tests of money outside the ordinance do alike in a browser.
import { type Visit } from '../support/visit.ts'
import { type TestOffice } from '../support/app.ts'

export const today = '20/11/2569'

/** A form opened, filled and sent. */
export async function keyedBy(visit: Visit, address: string, values: Readonly<Record<string, string>>): Promise<Visit> {
  await visit.open(address)
  return visit.submit(values, address)
}

/** A step that is asked once more, taken today unless said otherwise. */
export function stepped(visit: Visit, address: string, values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  return keyedBy(visit, address, { happenedOn: today, ...values })
}

export function idOf(address: string): string {
  return /[0-9]+$/.exec(address)?.[0] ?? ''
}

export function versionIn({ html }: Visit): string {
  return /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''
}

export async function countDocuments(office: TestOffice): Promise<number> {
  return Number((await office.owner('budget_documents').count('id as n').first())?.n)
}
