// What stands in the boxes of a page, and forms that a plain visit cannot send.
import { tuition } from '../receipts/school.ts'
import { type TestOffice } from '../support/app.ts'
import { type Visit } from '../support/visit.ts'

export function boxOf(visit: Visit, name: string): string {
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(visit.html)?.[1] ?? ''
}

/** All boxes of one name, as a browser sends them. */
export function ticked(visit: Visit, name: string): string[] {
  return [...visit.html.matchAll(new RegExp(`name="${name}" value="([^"]*)" checked`, 'g'))].map(([, value = '']) => value)
}

/** Sends a form in which one name may stand more than once, and follows to the page it leads to. */
export function sender(office: TestOffice) {
  return async (visit: Visit, path: string, pairs: readonly [string, string][]): Promise<void> => {
    const cookie = ['laas.sid', 'laas.browser', 'laas.csrf'].map((name) => `${name}=${visit.cookie(name) ?? ''}`).join('; ')
    const headers = { cookie, 'user-agent': visit.agent, 'x-forwarded-for': visit.ip }
    const body = new URLSearchParams([['_csrf', boxOf(visit, '_csrf')], ...pairs])
    const answer = await fetch(office.base + path, { method: 'POST', body, redirect: 'manual', headers })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    await visit.open(answer.headers.get('location') ?? '')
  }
}

export interface ChosenFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Evidence of a day's takings as a browser sends it: the boxes first, then the file or an empty one. */
export function evidenceForm(visit: Visit, file: ChosenFile | undefined, changed: Readonly<Record<string, string>> = {}): FormData {
  const typed = {
    _csrf: boxOf(visit, '_csrf'), formKey: boxOf(visit, 'formKey'), evidenceKind: 'program-report', evidenceReference: '',
    receiptDate: '20/11/2569',
    payer: 'รับเงินประจำวัน', 'lines.0.incomeCode': tuition, 'lines.0.description': '', 'lines.0.amount': '๘๔,๒๕๐.๐๐', cash: '84250',
    remark: '', ...changed,
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  form.set('files', new Blob(file ? [new Uint8Array(file.bytes)] : []), file?.name ?? '')
  return form
}
