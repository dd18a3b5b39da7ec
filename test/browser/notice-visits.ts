// The department's list of transfers, where it is kept, where it waits, and the form that takes one in.
import { pastedSheet } from '../../src/documents/index.ts'
import { receiptPaths, transferNoticePaths as paths } from '../../src/receipts/receipts.paths.ts'
import { transferNoticeText as text } from '../../src/receipts/transfer-notice.text.ts'
import { importNotices } from '../../src/receipts/transfer-notice/transfer-notice.service.ts'
import { type Person } from '../receipts/school.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function noticeSamples(office: TestOffice, keeper: Person, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const row = (...cells: string[]) => cells.join('\t')
  await keeper.work((work) => importNotices(work, pastedSheet([
    row(...Object.values(text.import.heads)), row('2570', '1', '4200103', '43100001', '1,007,104.23', '02/11/2569', 'มท 0808.2/ว 4312'),
    row('2570', '2', '4200103', '42100002', '312,480.50', '16/11/2569', 'มท 0808.2/ว 4420'), row('2570', '1', '3200701', '43100001', '884,000.00', '02/11/2569', 'มท 0808.2/ว 4312'),
  ].join('\n'))))
  const { id } = await office.owner('transfer_notices').orderBy('id').first('id')
  return {
    [paths.withdrawRoute]: [{ name: 'a transfer to be withdrawn', address: paths.withdraw(id), as: by('dla.content') }],
    [paths.takenRoute]: [{ name: 'a transfer recorded before it was told of', address: paths.taken(id), as: by('saensuk.revenue') }],
    [paths.list]: [
      { name: 'transfers as the department sees them', address: paths.list, as: by('dla.content') },
      { name: 'transfers as a town sees them', address: paths.list, as: by('saensuk.revenue') },
      { name: 'transfers read in with faults', address: paths.import, as: by('dla.content'), then: (screen) => screen.send({ pasted: `${row(...Object.values(text.import.heads))}\n${row('2570', '1', '99', '43100001', 'x', '31/02/2570', '')}` }, 'นำเข้า') },
      { name: 'evidence of a transfer of the department', address: receiptPaths.evidenceOf(id), as: by('saensuk.revenue') },
      { name: 'home with a transfer that waits', address: '/', as: by('saensuk.revenue') },
    ],
  }
}
