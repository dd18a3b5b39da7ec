import { z } from 'zod'
import { day } from '../../documents/index.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { reportChannels, type ReportChannel } from '../cheque-report/cheque-report.ts'
import { type TickedRow } from './payment-many.ts'

const manySchema = z.object({ paymentDate: day })
const most = 100

/** What is ticked, 'row.key of its form'; one day for all, the receiver beside each. */
export function rowsTicked(request: FormRequest): TickedRow[] {
  const { paymentDate } = readForm(manySchema, request)
  return boxesIn(request).map(({ id, formKey }) => ({ id, formKey, paymentDate, handedTo: normalizeThai(receiverOf(request, id)).slice(0, 200) }))
}

export function boxesIn({ body }: Pick<FormRequest, 'body'>): Pick<TickedRow, 'id' | 'formKey'>[] {
  return manyIn(body, 'rows').slice(0, most).flatMap((text) => {
    const [, id, formKey] = /^([0-9]{1,18})\.([0-9a-f-]{36})$/.exec(text) ?? []
    return id === undefined || formKey === undefined ? [] : [{ id, formKey }]
  })
}

export function receiverOf(request: FormRequest, rowId: string): string {
  return typed(request, `handedTo-${rowId}`)
}

/** In the form it is posted along, so that the page again shows the same rows. */
export function channelAsked({ query, body }: Pick<FormRequest, 'query' | 'body'>): ReportChannel | undefined {
  return reportChannels.find((channel) => channel === (query.channel ?? body.channel))
}
