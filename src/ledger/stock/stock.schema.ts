import { typed } from '../../platform/http/form.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { blankStock, stockCells, type StockFilter, type TypedStock } from './stock.ts'

function rowOf(cell: (name: string) => string): TypedStock {
  return { ...blankStock, ...Object.fromEntries(stockCells.map((name) => [name, normalizeThai(cell(name).replace(/[\u0000-\u001F\u007F]/g, ' '))])) }
}

/** The boxes of one row. */
export const stockRow = (request: FormRequest): TypedStock => rowOf((name) => typed(request, name))

export const stockRows = (request: FormRequest): TypedStock[] => rowsIn(request.body, 'lines').map((cells) => rowOf((name) => cells[name] ?? ''))

export function askedStock(query: FormRequest['query']): StockFilter {
  const { search = '', account = '', waiting, after = '' } = query
  return { search: normalizeThai(search).slice(0, 100), account: /^[0-9]{10}\.[0-9]{3}$/.test(account) ? account : '', isWaiting: waiting === 'yes', after: /^[0-9]{1,18}$/.test(after) ? after : '' }
}
