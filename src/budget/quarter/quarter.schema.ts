import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { isNegative, readBaht, zero, type Money } from '../../platform/money.ts'
import { reportText } from '../report.text.ts'
import { quarters, type Quarter, type TypedPlan } from './quarter.ts'

const { errors } = reportText.quarter

export interface PlanCommand {
  readonly taskCode: string
  /** How the plan stood when the page was made. */
  readonly mark: string
  readonly plans: readonly TypedPlan[]
}

interface Box {
  readonly name: string
  readonly lineId: string
  readonly quarter: Quarter
  readonly text: string
}

export function planCommand({ body }: FormRequest): PlanCommand {
  const { task, mark } = body
  if (typeof task !== 'string' || typeof mark !== 'string') throw new RuleBroken(errors.form)
  const wrong: Record<string, string> = {}
  const plans = boxesIn(body).flatMap(({ name, lineId, quarter, text }): TypedPlan[] => {
    const amount = amountIn(text)
    if (amount === undefined) wrong[name] = errors.amount
    return amount === undefined ? [] : [{ lineId, quarter, amount }]
  })
  mustBeClean(wrong)
  return { taskCode: task, mark, plans }
}

function mustBeClean(wrong: FieldErrors): void {
  if (Object.keys(wrong).length > 0) throw new RuleBroken(wrong)
}

/** 'plan.17.2' */
export function boxesIn(body: FormRequest['body']): Box[] {
  return Object.entries(body).flatMap(([name, text]) => {
    const [, lineId = '', digit] = /^plan\.([0-9]{1,18})\.([1-4])$/.exec(name) ?? []
    const quarter = quarters.find((each) => String(each) === digit)
    return quarter === undefined || typeof text !== 'string' ? [] : [{ name, lineId, quarter, text }]
  })
}

/** Left empty: nothing is planned. */
function amountIn(text: string): Money | undefined {
  if (text.trim() === '') return zero
  const amount = readBaht(text)
  return amount === undefined || isNegative(amount) || amount > 99_999_999_999_999n ? undefined : amount
}

export function taskIn(query: FormRequest['query']): string | undefined {
  return /^[0-9]{5}$/.test(query.task ?? '') ? query.task : undefined
}
