// A clerk who keys budget documents and a head of finance who approves them, as two browsers.
import { type TestOffice } from '../support/app.ts'
import { signIn } from '../support/sign-in.ts'
import { type Visit } from '../support/visit.ts'

export const today = '20/11/2569'

export interface DeskVisits {
  readonly clerk: Visit
  readonly head: Visit
  keyed(values: Readonly<Record<string, string>>): Promise<Visit>
  /** The address of a document that was laid before the approver. */
  submitted(values: Readonly<Record<string, string>>): Promise<string>
  approved(address: string, values?: Readonly<Record<string, string>>): Promise<Visit>
}

/** Of the town of แสนสุข. */
export async function deskVisits(office: TestOffice, paths: { readonly new: string }): Promise<DeskVisits> {
  const [clerk, head] = [await signIn(office, 'saensuk.budget'), await signIn(office, 'saensuk.head')]
  const keyed = async (values: Readonly<Record<string, string>>): Promise<Visit> => {
    await clerk.open(paths.new)
    return clerk.submit(values)
  }
  return {
    clerk, head, keyed,
    async submitted(values) {
      const page = await keyed(values)
      const address = page.path
      await page.submit({}, `${address}/submit`)
      return address
    },
    async approved(address, values = {}) {
      await head.open(`${address}/approve`)
      return head.submit({ approver: 'executive', happenedOn: today, ...values }, `${address}/approve`)
    },
  }
}

export function versionIn({ html }: Visit): string {
  return /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''
}
