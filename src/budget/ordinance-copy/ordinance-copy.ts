// Last year's figures as the beginning of this year's draft. Pure.
import { zero, type Money } from '../../platform/money.ts'
import { type DocumentLine, type NewDocumentLine } from '../document/document.ts'
import { judgeLine, typedOf, type LineRules } from '../ordinance-form/ordinance-form.ts'
import { isChoosable, receivedOf, type RevenueRules } from '../ordinance-revenues/ordinance-revenues.ts'
import { type NewRevenueLine } from '../ordinance/ordinance.ts'

/** What was estimated stands beside what is estimated; each past year moves back by one, the newest from the books where they are in the system. */
export function copiedRevenues(lines: readonly NewRevenueLine[], { codes, received }: RevenueRules): NewRevenueLine[] {
  const open = new Set(codes.filter(isChoosable).map(({ code }) => code))
  const past = (index: 0 | 1 | 2, code: string, otherwise: Money): Money => {
    const books = received[index]
    return books ? receivedOf(books, code) : otherwise
  }
  return lines.filter(({ code }) => open.has(code)).map(({ code, actuals, amount, explanation }) => ({
    code, amount, explanation, estimateNow: amount, actuals: [past(0, code, actuals[1]), past(1, code, actuals[2]), past(2, code, zero)],
  }))
}

/** Codes and departments that are off this year are left out; nothing is a new item any more. */
export function copiedLines(lines: readonly DocumentLine[], rules: LineRules): NewDocumentLine[] {
  return lines.flatMap((stored) => {
    const { line, wrong } = judgeLine(typedOf(stored), rules)
    if (!line || Object.keys(wrong).length > 0) return []
    const { actuals, amount } = stored
    return [{ ...line, isNewItem: false, estimateNow: amount, actuals: [actuals[1], actuals[2], zero] as const }]
  })
}
