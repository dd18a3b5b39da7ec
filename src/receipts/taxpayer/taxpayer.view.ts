// People who owe as finished strings: the register, the form, one of them.
import { listFrame, organisationControls, saveActions, seenFrom, stepActions, withAll, type ExportTable, type ListFrame, type Offices } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, field, lineEditor, lineTable, select, type Column, type Trail } from '../../platform/http/components.ts'
import { formatMoney, zero, type Money } from '../../platform/money.ts'
import { deskForm, deskPage, type DeskForm, type DeskPage } from '../desk-page/desk-page.view.ts'
import { counterPaths, taxDebtPaths, taxpayerPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { taxpayerText as text } from '../taxpayer.text.ts'
import { itemKinds, personKinds, registers, registersOf, type Taxpayer, type TaxpayerFilter, type TaxpayerHead } from './taxpayer.ts'

const { columns, fields } = text

export interface FoundTaxpayers extends FoundPage<TaxpayerHead>, Offices {
  readonly owed: ReadonlyMap<string, Money>
  readonly officer: Officer
}

const owedOf = (owed: ReadonlyMap<string, Money>, { register, key }: TaxpayerHead): Money => owed.get(`${register}/${key}`) ?? zero
const options = <N extends string>(names: readonly N[], texts: Readonly<Record<N, string>>) => names.map((name) => ({ value: name, text: texts[name] }))

export function listPage(filter: TaxpayerFilter, found: FoundTaxpayers): ListFrame {
  const { items, hasMore, officer, owed } = found
  const query = new URLSearchParams({ organisation: filter.organisationId, register: filter.register ?? '', text: filter.text })
  const next = new URLSearchParams([...query, ['after', items.at(-1)?.id ?? '']])
  const mayCreate = officer.permissions.has('revenue.debtor:create')
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, countText: receiptsText.shown(String(items.length)), next: hasMore ? `${paths.list}?${next}` : undefined,
      controls: [
        ...organisationControls(found, filter.organisationId),
        { select: select({ name: 'register', label: fields.register, value: filter.register, options: withAll(options(registers, text.registers)) }) },
        { field: field({ name: 'text', label: fields.search, value: filter.text, hint: fields.searchHint, width: 'long' }) },
      ],
      actions: [
        ...(mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }, { text: text.import.title, href: paths.import, kind: 'secondary' as const }] : []),
        ...(officer.organisationKind === 'LAO' ? [{ text: text.debts, href: taxDebtPaths.list, kind: 'secondary' as const }] : []),
        ...saveActions(paths.list, query, officer.permissions.has('revenue.debtor:print')),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: items.map((head) => [
        { text: head.key, href: seenFrom(officer.organisationId, head.organisationId, paths.show(head.id)) }, { text: head.name, note: text.registers[head.register] }, head.address, head.places,
        formatMoney(owedOf(owed, head)), { status: head.isActive ? text.states.active : text.states.inactive },
      ]),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.key, kind: 'code', isRowHeader: true }, { label: columns.name, kind: 'text' }, { label: columns.address, kind: 'text' }, { label: columns.place, kind: 'text' },
  { label: columns.balance, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(heads: readonly TaxpayerHead[], owed: ReadonlyMap<string, Money>, organisation: string): ExportTable {
  return {
    fileName: 'taxpayers', name: text.listTitle, about: [organisation, text.listTitle],
    header: [columns.key, columns.register, fields.personKind, columns.name, columns.address, fields.phone, columns.place, columns.balance],
    rows: heads.map((head) => [
      head.key, text.registers[head.register], text.personKinds[head.personKind], head.name, head.address, head.phone, head.places, owedOf(owed, head),
    ]),
  }
}

type Values = Readonly<Record<string, string>>

export interface TaxpayerInput {
  readonly values: Values
  readonly items: readonly Values[]
  readonly taxpayer?: Taxpayer | undefined
}

export function inputOf(taxpayer: Taxpayer): TaxpayerInput {
  const { register, personKind, name, personNumber, address, phone, isActive, version } = taxpayer
  return {
    taxpayer, items: taxpayer.items.map((item) => ({ ...item })),
    values: { register, personKind, name, personNumber, address, phone, active: isActive ? 'yes' : '', version: String(version) },
  }
}

export function formPage({ values, items, taxpayer }: TaxpayerInput, officer: Officer, errors: FieldErrors = {}): DeskForm {
  const value = (name: string) => values[name] ?? ''
  const own = taxpayer ? [taxpayer.register] : registersOf(officer.organisationKind)
  const first = { value: '', text: text.choose }
  const words = (name: 'name' | 'personNumber' | 'address' | 'phone', more: { required?: boolean; width?: 'long' | 'full'; maxLength: number }) => (
    { field: field({ name, label: fields[name], value: value(name), error: errors[name], ...more }) })
  return deskForm({
    title: taxpayer ? text.editTitle(taxpayer.key) : text.newTitle, action: taxpayer ? paths.edit(taxpayer.id) : paths.new, cancelHref: taxpayer ? paths.show(taxpayer.id) : paths.list,
    list: { text: text.listTitle, href: paths.list }, saveLabel: text.save, errors, hidden: { formKey: value('formKey'), version: value('version') },
    controls: [
      { select: select({ name: 'register', label: fields.register, value: value('register') || own[0], options: options(own, text.registers), error: errors.register, required: true }) },
      { select: select({ name: 'personKind', label: fields.personKind, value: value('personKind'), options: [first, ...options(personKinds, text.personKinds)], error: errors.personKind, required: true }) },
      words('personNumber', { maxLength: 17 }), words('name', { required: true, width: 'long', maxLength: 200 }), words('address', { required: true, width: 'full', maxLength: 400 }),
      words('phone', { maxLength: 60 }),
      { choice: choice({ name: 'active', label: fields.active, type: 'checkbox', options: [{ value: 'yes', text: text.inUse }], values: [value('active')] }) },
    ],
    editors: [lineEditor({
      name: 'items', caption: text.items, rows: items, blankRows: 2, errors, addRows: { name: 'rows', value: 'more', label: text.moreItems },
      columns: [
        { name: 'kind', label: columns.kind, kind: 'text', options: [first, ...options(itemKinds, text.itemKinds)] }, { name: 'place', label: columns.place, kind: 'text' },
        { name: 'detail', label: columns.detail, kind: 'text' },
      ],
    })],
  })
}

export interface ShownTaxpayer {
  readonly taxpayer: Taxpayer
  readonly owed: ReadonlyMap<string, Money>
  readonly officer: Officer
  readonly trail: Trail
}

export function showPage({ taxpayer, owed, officer, trail }: ShownTaxpayer): DeskPage {
  const may = (action: 'create' | 'edit') => officer.permissions.has(`revenue.debtor:${action}`)
  const ofTaxes = taxpayer.register === 'taxpayer'
  return deskPage({
    title: `${taxpayer.key} ${taxpayer.name}`, crumbs: [{ text: text.listTitle, href: paths.list }, { text: taxpayer.key }], trail, errors: {},
    status: taxpayer.isActive ? text.states.active : text.states.inactive,
    items: [
      ...itemsOf([
        [fields.register, text.registers[taxpayer.register]], [fields.personKind, text.personKinds[taxpayer.personKind]], [fields.personNumber, taxpayer.personNumber],
        [fields.address, taxpayer.address], [fields.phone, taxpayer.phone],
      ]),
      { label: columns.balance, text: formatMoney(owedOf(owed, taxpayer)), isMoney: true },
    ],
    tables: [lineTable({
      caption: text.items, empty: text.noItems,
      columns: [{ label: columns.place, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.detail, kind: 'text' }],
      rows: taxpayer.items.map((item) => [item.place, text.itemKinds[item.kind], item.detail]),
    })],
    actions: stepActions({
      document: taxpayer, officer, paths, buttons: [], allowed: [],
      links: [
        ...(officer.organisationKind === 'LAO' && officer.permissions.has('revenue.receipt:create') ? [{ text: text.receipt, href: counterPaths.payer(taxpayer.id) }] : []),
        ...(may('edit') ? [{ text: text.edit, href: paths.edit(taxpayer.id) }] : []), ...(may('create') && ofTaxes ? [{ text: text.assess, href: taxDebtPaths.newOf(taxpayer.id) }] : []),
        ...(ofTaxes ? [{ text: text.debts, href: `${taxDebtPaths.list}?state=all&text=${encodeURIComponent(taxpayer.key)}` }] : []),
      ],
    }),
  })
}
