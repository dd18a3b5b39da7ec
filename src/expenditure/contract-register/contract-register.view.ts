// The register of contracts as columns, for page, paper and files.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { contractText as text } from '../contract.text.ts'
import { contractName } from '../contract/contract.ts'
import { contractPaths as paths } from '../procurement.paths.ts'
import { linkTo, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type RegisteredContract } from './contract-register.ts'

const { columns } = text

const figures = ['accepted', 'claimed', 'paid', 'fined', 'advance', 'retention', 'security'] as const

const figureColumns = figures.map((name): RegisterColumn<RegisteredContract> => ({
  label: text.registerFigures[name], kind: 'money', cell: (contract) => formatMoney(contract.figures[name]), value: (contract) => contract.figures[name], total: (contract) => contract.figures[name],
}))

export function contractColumns(own: string): readonly RegisterColumn<RegisteredContract>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (contract) => linkTo(own, contract, { text: contractName(contract), path: paths.show(contract.id) }), value: contractName },
    { label: columns.contractNumber, kind: 'text', cell: ({ contractNumber, kind }) => ({ text: contractNumber, note: text.kinds[kind] }), value: ({ contractNumber }) => contractNumber },
    { label: columns.egp, kind: 'code', cell: ({ egpProject }) => egpProject, value: ({ egpProject }) => egpProject },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, title }) => ({ text: payeeName, note: title }), value: ({ payeeName }) => payeeName },
    { label: columns.signed, kind: 'date', cell: ({ signedOn }) => formatThaiDateShort(signedOn), value: ({ signedOn }) => ({ day: signedOn }) },
    { label: columns.ends, kind: 'date', cell: ({ endsOn }) => formatThaiDateShort(endsOn), value: ({ endsOn }) => ({ day: endsOn }) },
    { label: columns.price, kind: 'money', cell: ({ price }) => formatMoney(price), value: ({ price }) => price, total: ({ price }) => price },
    ...figureColumns,
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}
