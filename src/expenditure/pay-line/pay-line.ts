// A control line of one year and the one that stands in its place in another: pay goes on from year to year, control lines do not. Pure.
import { type LineWithBalance } from '../../budget/index.ts'

type Place = Pick<LineWithBalance, 'sourceCode' | 'taskCode' | 'economicCode' | 'departmentId' | 'title'>

/** The same source, task, item, department and title; undefined where the year has none. */
export function sameLine(lines: readonly LineWithBalance[], old: Place): LineWithBalance | undefined {
  const isSame = (line: Place) => (['sourceCode', 'taskCode', 'economicCode', 'departmentId', 'title'] as const).every((part) => line[part] === old[part])
  return lines.find(isSame)
}
