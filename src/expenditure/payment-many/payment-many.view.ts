// Rows of issued reports to be paid together, recorded payments to be approved together, and what became of them.
import {
  dayControls, makerControls, printedNumber, resultPage, tickRow, type ResultPage, type TickedResult, type TickHead, type TickList, type TickRow,
} from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, refusals, select } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { reportChannels, type ReportChannel, type RowToPay } from '../cheque-report/cheque-report.ts'
import { chequeReportPaths, paymentManyPaths as paths, paymentPaths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { type AskedPayments } from '../payment/payment.schema.ts'
import { type PaymentHead } from '../payment/payment.ts'
import { claimNumber, claimNumbers } from '../payment/payment.view.ts'
import { type TickedRow } from './payment-many.ts'

const { columns, fields, many: text } = paymentText

export interface RowsToTick {
  /** Of this way of paying. */
  readonly rows: readonly RowToPay[]
  readonly hasMore: boolean
  readonly channel: ReportChannel
  /** How many wait, by way of paying. */
  readonly waiting: ReadonlyMap<string, number>
  readonly paymentDate: string
  readonly ticked: readonly Pick<TickedRow, 'id'>[]
  readonly makeKey: () => string
  receiverOf(row: RowToPay['row']): string
}

const money = 'is-money'
const rowHeads: readonly TickHead[] = [
  { label: columns.report, className: 'is-code' }, { label: columns.payee, className: 'is-text' }, { label: columns.title, className: 'is-text' }, { label: columns.net, className: money },
]

/** One way of paying at a time. */
export function rowsPage(given: RowsToTick, errors: FieldErrors = {}): TickList {
  const { channel, rows, waiting } = given
  const options = reportChannels.map((one) => ({ value: one, text: text.ofChannel(paymentText.channels[one], String(waiting.get(one) ?? 0)) }))
  const heads = channel === 'cheque' ? [...rowHeads, { label: fields.handedTo, className: 'is-text' }] : rowHeads
  return {
    title: text.recordTitle, breadcrumb: [{ text: paymentText.listTitle, href: paymentPaths.list }, { text: text.recordTitle }], pageHeader: { title: text.recordTitle, lead: text.recordLead },
    ...refusals(errors), select: columns.choose,
    filters: { label: fields.channel, action: paths.record, controls: [{ select: select({ name: 'channel', label: fields.channel, options, value: channel }) }], clearHref: paths.record },
    groups: [{
      heading: text.rowsOf(paymentText.channels[channel]), empty: paymentText.noRows, action: `${paths.record}?${new URLSearchParams({ channel })}`, name: 'rows', button: text.record,
      count: given.hasMore ? text.more(String(rows.length)) : '', heads, rows: rows.map((row) => rowToTick(row, given, heads)),
      controls: [{ date: date({ name: 'paymentDate', label: fields.paymentDate, value: given.paymentDate, error: errors.paymentDate, required: true, hint: paymentText.hints.paymentDate }) }],
    }],
  }
}

function rowToTick({ report, row }: RowToPay, { ticked, makeKey, receiverOf }: RowsToTick, heads: readonly TickHead[]): TickRow {
  const box = { box: field({ name: `handedTo-${row.id}`, label: text.receiverOf(row.payeeName), value: receiverOf(row), maxLength: 200 }), text: '' }
  return tickRow(heads, {
    boxId: `row-${row.id}`, value: `${row.id}.${makeKey()}`, checked: ticked.some(({ id }) => id === row.id), number: printedNumber('CHR', report.number ?? 0, report.fiscalYear), href: chequeReportPaths.show(report.id),
    note: row.documentNumber, cells: [
      { text: row.payeeName, note: row.claims.map(claimNumber).join(', ') }, row.claims.map(({ title }) => title).join(', '), formatMoney(row.net), ...(row.channel === 'cheque' ? [box] : []),
    ],
  })
}

const paymentHeads: readonly TickHead[] = [
  { label: columns.claim, className: 'is-code' }, { label: columns.date, className: 'is-date' }, { label: columns.payee, className: 'is-text' }, { label: columns.channel, className: 'is-text' },
  { label: columns.account, className: 'is-text' }, { label: columns.gross, className: money }, { label: columns.deducted, className: money }, { label: columns.net, className: money },
]

export function waitingPage({ days, filter, search }: AskedPayments, { items, hasMore }: FoundPage<PaymentHead>, errors: FieldErrors = {}): TickList {
  return {
    title: text.approveTitle, breadcrumb: [{ text: paymentText.listTitle, href: paymentPaths.list }, { text: text.approveTitle }], pageHeader: { title: text.approveTitle, lead: text.approveLead },
    ...refusals(errors), select: columns.choose,
    filters: {
      label: text.approveTitle, action: paths.waiting, clearHref: paths.waiting,
      controls: [...dayControls(days), ...makerControls(filter.by), { field: field({ name: 'search', label: fields.search, value: search, maxLength: 100 }) }],
    },
    groups: [{
      heading: paymentText.work.toPost, empty: text.noneWaiting, action: paths.approve, name: 'payments', button: text.approve, count: hasMore ? text.more(String(items.length)) : '', controls: [], heads: paymentHeads,
      rows: items.map(paymentToTick),
    }],
  }
}

function paymentToTick(payment: PaymentHead): TickRow {
  return tickRow(paymentHeads, {
    boxId: `payment-${payment.id}`, value: `${payment.id}.${payment.version}`, number: claimNumbers(payment), href: paymentPaths.show(payment.id), note: '',
    cells: [
      formatThaiDateShort(payment.paymentDate), payment.payeeNames, { text: paymentText.channels[payment.channel], note: payment.chequeNumber ?? undefined }, payment.bankName ?? '',
      formatMoney(payment.gross), formatMoney(payment.deducted), formatMoney(payment.net),
    ],
  })
}

const resultHeads = { title: columns.payee, net: columns.net } as const

export function recordedPage(results: readonly TickedResult[], rows: ReadonlyMap<string, RowToPay>): ResultPage {
  return resultPage(results, {
    heads: { ...resultHeads, number: columns.claim }, back: { text: text.recordTitle, href: paths.record }, shown: (id) => {
      const row = rows.get(id)?.row
      return row && { number: row.claims.map(claimNumber).join(', '), title: row.payeeName, net: formatMoney(row.net), ...(row.payment && { href: paymentPaths.show(row.payment.id) }) }
    },
  })
}

export function approvedPage(results: readonly TickedResult[], payments: ReadonlyMap<string, PaymentHead>): ResultPage {
  return resultPage(results, {
    heads: { ...resultHeads, number: columns.claim }, back: { text: text.approveTitle, href: paths.waiting }, shown: (id) => {
      const payment = payments.get(id)
      return payment && { number: claimNumbers(payment), title: payment.payeeNames, net: formatMoney(payment.net), href: paymentPaths.show(id) }
    },
  })
}
