import { choice, date, errorSummary, field, lineTable, select, type Control, type Status } from '../../platform/http/components.ts'
import { formatInstant, type Instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { identityPaths } from '../identity.paths.ts'
import { audiences, orderKinds, stateOf, type Order } from './order.ts'
import { orderText } from '../identity.text.ts'

const chip: Readonly<Record<ReturnType<typeof stateOf>, Status['kind']>> = { coming: 'waiting', 'in-force': 'refused', over: 'done' }

export function ordersPage(orders: readonly Order[], given: { now: Instant; mayCreate: boolean; mayEnd: boolean }) {
  const { columns } = orderText
  return {
    title: orderText.title, breadcrumb: [{ text: orderText.title }],
    pageHeader: { title: orderText.title, ...(given.mayCreate && { actions: [{ text: orderText.add, href: identityPaths.newOrder, kind: 'primary' as const }] }) },
    lineTable: lineTable({
      caption: orderText.title, captionHidden: true, empty: orderText.empty,
      columns: [
        { label: columns.kind, kind: 'text', isRowHeader: true }, { label: columns.scope, kind: 'text' }, { label: columns.from, kind: 'text' },
        { label: columns.until, kind: 'text' }, { label: columns.letter, kind: 'text' }, { label: columns.state, kind: 'status' }, { label: columns.actions, kind: 'actions' },
      ],
      rows: orders.map((order) => {
        const state = stateOf(order, given.now)
        const end = given.mayEnd && state !== 'over' ? [{ text: state === 'coming' ? orderText.withdraw : orderText.end, action: identityPaths.endOrderOf(order.kind, order.id), about: orderText.kinds[order.kind] }] : []
        return [
          { text: orderText.kinds[order.kind], note: order.notice }, scopeOf(order), formatInstant(order.startsAt), formatInstant(order.endsAt), order.letter,
          { status: { kind: chip[state], text: orderText.states[state] } }, { buttons: end },
        ]
      }),
    }),
  }
}

function scopeOf(order: Order): string {
  if (order.kind !== 'closed') return '-'
  return `${order.audiences.map((audience) => orderText.audiences[audience]).join(', ')} · ${order.provinceName ?? orderText.everyProvince}`
}

export interface OrderInput {
  readonly value: (name: string) => string
  readonly audiences: readonly string[]
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
}

export function newOrderPage(input: OrderInput, errors: FieldErrors = {}) {
  const { fields } = orderText
  const { value } = input
  const line = (name: 'notice' | 'letter', rows?: number) => ({ field: field({ name, label: fields[name], value: value(name), required: true, error: errors[name], width: 'full', ...(rows !== undefined && { rows }) }) })
  const time = (name: 'startTime' | 'endTime') => ({ field: field({ name, label: fields[name], value: value(name), required: true, error: errors[name], hint: orderText.timeHint, width: 'short' }) })
  const controls: Control[] = [
    { select: select({ name: 'kind', label: fields.kind, value: value('kind'), required: true, error: errors.kind, options: orderKinds.map((kind) => ({ value: kind, text: orderText.kinds[kind] })) }) },
    { select: select({ name: 'province', label: fields.province, value: value('province'), error: errors.province, options: [{ value: '', text: orderText.everyProvince }, ...input.provinces.map((province) => ({ value: province.code, text: province.name }))] }) },
    { choice: choice({ name: 'audiences', label: fields.audiences, type: 'checkbox', inline: true, values: input.audiences, error: errors.audiences, options: audiences.map((audience) => ({ value: audience, text: orderText.audiences[audience] })) }) },
    { date: date({ name: 'startDate', label: fields.startDate, value: value('startDate'), required: true, error: errors.startDate }) }, time('startTime'),
    { date: date({ name: 'endDate', label: fields.endDate, value: value('endDate'), required: true, error: errors.endDate }) }, time('endTime'),
    line('letter'), line('notice', 3),
  ]
  return {
    title: orderText.add, hasErrors: Object.keys(errors).length > 0, breadcrumb: [{ text: orderText.title, href: identityPaths.orders }, { text: orderText.add }],
    pageHeader: { title: orderText.add }, errorSummary: errorSummary(errors), action: identityPaths.newOrder, controls, cancelHref: identityPaths.orders,
  }
}
