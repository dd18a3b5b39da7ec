import { z } from 'zod'
import { addSeconds, readThaiDate, startOfBangkokDay, type Instant } from '../../platform/dates.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { audiences, orderKinds, type NewOrder } from './order.ts'
import { orderText } from '../identity.text.ts'

const { fields } = orderText
const words = (label: string, most: number) => z.string(orderText.required(label)).transform(normalizeThai)
  .pipe(z.string().min(1, orderText.required(label)).max(most, orderText.tooLong(label)))
const day = z.string(orderText.badDate).transform((text, context) => readThaiDate(text) ?? refuse(context, orderText.badDate))
const time = z.string(orderText.badTime).transform((text, context) => {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(toArabicDigits(text).trim()) ?? []
  return hour !== undefined && minute !== undefined ? (Number(hour) * 60 + Number(minute)) * 60 : refuse(context, orderText.badTime)
})

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** One tick box arrives as text, several as a list, none not at all. */
const chosen = z.union([z.enum(audiences).transform((one) => [one]), z.array(z.enum(audiences))]).optional().transform((list) => list ?? [])

export const orderSchema = z.object({
  kind: z.enum(orderKinds, orderText.required(fields.kind)), audiences: chosen,
  province: z.string().regex(/^(\d{2})?$/).optional().transform((code) => code || undefined),
  notice: words(fields.notice, 500), letter: words(fields.letter, 200), startDate: day, startTime: time, endDate: day, endTime: time,
}).transform((form): NewOrder => ({
  kind: form.kind, audiences: form.audiences, provinceCode: form.province, notice: form.notice, letter: form.letter,
  startsAt: momentOf(form.startDate, form.startTime), endsAt: momentOf(form.endDate, form.endTime),
}))

function momentOf(date: Parameters<typeof startOfBangkokDay>[0], seconds: number): Instant {
  return addSeconds(startOfBangkokDay(date), seconds)
}
