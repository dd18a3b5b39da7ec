// What is done with each of several rows or payments; the rules are those of one.
import { type ActOnOne, type TickedDocument } from '../../documents/index.ts'
import { recordPayment } from '../payment/payment.service.ts'
import { postPayment } from '../payment-post/payment-post.service.ts'
import { type TickedRow } from './payment-many.ts'

/** Account, paper and claims are those of the report. */
const ofReport = {
  claimIds: [], channel: 'transfer', bankAccountId: null, chequeNumber: '', chequeDate: null, receiverId: '', paperNumber: '', paperDate: null, reference: '', remark: '',
} as const

export const recordRow: ActOnOne<TickedRow> = (work, { id, ...asked }) => recordPayment(work, { ...ofReport, ...asked, reportRowId: id })

export const postTicked: ActOnOne<TickedDocument> = (work, { id, version }) => postPayment(work, id, version)
