// The buttons of a document's page: the steps that would work, printing, links.
import { type HeadKey } from '../platform/database/heads.ts'
import { type Officer } from '../platform/database/work.ts'
import { type ActionButton, type Actions, type Link } from '../platform/http/components.ts'

export interface StepButton<N extends string> {
  readonly step: N
  readonly label: string
  readonly kind: ActionButton['kind']
  /** Label of the box for the reason, where the step asks for one. */
  readonly reason?: string
  /** The step is asked once more on a page of its own. */
  readonly isConfirmed?: boolean
}

export interface ShownSteps<N extends string> {
  readonly document: HeadKey
  readonly officer: Officer
  readonly paths: { step(id: string, step: N): string; print?(id: string): string }
  /** In the order of the page. */
  readonly buttons: readonly StepButton<N>[]
  /** What the lifecycle allows, less what the desk knows better. */
  readonly allowed: readonly string[]
  /** The label of the print button, where there is something to print and the officer may. */
  readonly print?: string | undefined
  readonly links?: readonly Link[]
  /** Further buttons: other papers of the document. */
  readonly more?: readonly ActionButton[]
}

/** Nothing for those who only look, and where there is nothing to do. */
export function stepActions<N extends string>(shown: ShownSteps<N>): Actions | undefined {
  const { document, officer, paths, links = [], more = [] } = shown
  if (document.organisationId !== officer.organisationId) return undefined
  const steps = shown.buttons.filter((button) => shown.allowed.includes(button.step))
  const buttons = [...steps.map((button) => stepButton(shown, button, steps)), ...printButton(document.id, paths, shown.print), ...more]
  return buttons.length + links.length === 0 ? undefined : { version: String(document.version), buttons, links }
}

function stepButton<N extends string>({ document, paths }: ShownSteps<N>, button: StepButton<N>, all: readonly StepButton<N>[]): ActionButton {
  const { step, label, kind, reason, isConfirmed } = button
  const action = paths.step(document.id, step)
  // The error summary leads to `reason`; a second box on the page needs an id of its own.
  const isFirst = all.find((each) => each.reason !== undefined) === button
  const box = reason === undefined ? undefined : { id: isFirst ? 'reason' : `reason-${step}`, label: reason }
  return { label, action, kind, ...(isConfirmed && { confirmHref: action }), ...(box && { reason: box }) }
}

function printButton(id: string, paths: ShownSteps<never>['paths'], label: string | undefined): ActionButton[] {
  return label === undefined || !paths.print ? [] : [{ label, action: paths.print(id), kind: 'secondary' }]
}
