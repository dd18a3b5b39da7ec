// The register of contracts as columns, for page, paper and files.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { contractText as text } from '../contract.text.ts'
import { contractName } from '../contract/contract.ts'
import { contractPaths as paths } from '../procurement.paths.ts'
import { linkTo, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type RegisteredContract } from './contract-register.ts'

const { columns } = text

const figures = ['accepted', 'claimed', 'paid', 'fined', 'fineOwed', 'advance', 'retention', 'security'] as const

/** On the page there is room for what a contract came to; the rest of its money stands on its own page, on paper and in files. */
const onPages: readonly string[] = ['accepted', 'claimed', 'paid']

const figureColumns = figures.map((name): RegisterColumn<RegisteredContract> => ({
  ...(!onPages.includes(name) && { onlyOn: 'paper' as const }), label: text.registerFigures[name], kind: 'money', cell: (contract) => formatMoney(contract.figures[name]), value: (contract) => contract.figures[name], total: (contract) => contract.figures[name],
}))

export function contractColumns(own: string): readonly RegisterColumn<RegisteredContract>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (contract) => linkTo(own, contract, { text: contractName(contract), path: paths.show(contract.id) }), value: contractName },
    { label: columns.contractNumber, kind: 'text', cell: ({ contractNumber, kind }) => ({ text: contractNumber, note: text.kinds[kind] }), value: ({ contractNumber }) => contractNumber },
    { onlyOn: 'files', label: columns.egp, kind: 'code', cell: ({ egpProject }) => egpProject, value: ({ egpProject }) => egpProject },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, title }) => ({ text: payeeName, note: title }), value: ({ payeeName }) => payeeName },
    { label: columns.signed, kind: 'date', cell: ({ signedOn, endsOn }) => ({ text: formatThaiDateShort(signedOn), note: text.until(formatThaiDateShort(endsOn)) }), value: ({ signedOn }) => ({ day: signedOn }) },
    { onlyOn: 'files', label: columns.ends, kind: 'date', cell: ({ endsOn }) => formatThaiDateShort(endsOn), value: ({ endsOn }) => ({ day: endsOn }) },
    { label: columns.price, kind: 'money', cell: ({ price }) => formatMoney(price), value: ({ price }) => price, total: ({ price }) => price },
    ...figureColumns,
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}
