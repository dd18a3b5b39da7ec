// What every budget document of the shape draft → submitted → approved shares: its desk is data, and the rules of its own kind.
import { type DocumentKey, type Lifecycle, type Step, type TrailLabels } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type ActionButton, type Control, type Status } from '../../platform/http/components.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import {
  kinds, type Approver, type BudgetDocument, type DocumentChange, type DocumentLine, type Kind, type NewDocument, type NewDocumentLine,
} from '../document/document.ts'

export interface DeskDocument<S extends string = string> extends BudgetDocument<S> {
  readonly lines: readonly DocumentLine[]
}

export type Started<S extends string> = DeskDocument<S> & { readonly next: S }

/** The states of whatever one prepares and another approves, by the rights of one leaf; what follows the approval is the kind's own. */
export function untilApproval<const L extends `${string}.${string}`>(leaf: L) {
  return {
    draft: {
      edit: { to: 'draft', may: `${leaf}:edit`, onlyBy: 'author' },
      submit: { to: 'submitted', may: `${leaf}:create` },
      cancel: { to: 'cancelled', may: `${leaf}:edit` },
    },
    submitted: {
      approve: { to: 'approved', may: `${leaf}:approve`, notBy: 'author' },
      reject: { to: 'rejected', may: `${leaf}:approve` },
      return: { to: 'draft', may: `${leaf}:approve` },
    },
    rejected: {},
    cancelled: {},
  } as const
}

/** What create and edit write. */
export interface Draft {
  readonly head: Omit<NewDocument, 'kind' | 'formKey'>
  readonly lines: readonly NewDocumentLine[]
}

export interface AskedVersion {
  readonly id: string
  readonly version: number
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** What was decided outside, and when. */
export interface StepForm {
  readonly version: number
  readonly happenedOn: CalendarDate
  readonly meeting?: string
  readonly letterNumber?: string
  readonly letterDate?: CalendarDate | null
  readonly note?: string
}

export interface ApproveForm extends StepForm {
  readonly approver: Approver
}

type Later = Partial<Omit<DocumentChange, 'state' | 'number' | 'approvedBy'>>

/** The use cases that need no rule of the kind; what does is handed in. Each asks the lifecycle first, with the row held. */
export interface DocumentDesk<S extends string> {
  readonly kind: Kind
  readonly lifecycle: Lifecycle<S, string>
  keyOf(id: string): DocumentKey
  get(read: OfficerRead, organisationId: string, id: string): Promise<DeskDocument<S>>
  start(work: OfficerWork, id: string, step: { readonly version: number; readonly action: string }): Promise<Started<S>>
  /** The id of the draft; the same form sent twice gives the same one. */
  create(work: OfficerWork, formKey: string, prepare: () => Promise<Draft>): Promise<string>
  edit(work: OfficerWork, asked: AskedVersion, prepare: (before: DeskDocument<S>) => Promise<Draft>): Promise<void>
  /** Takes the number. `check` looks at it once more, and may write what is known only now. */
  submit(work: OfficerWork, asked: AskedVersion, check: (document: DeskDocument<S>) => Promise<Later>): Promise<void>
  /** By whom the rules name; `act` does what the approval brings. */
  approve(work: OfficerWork, asked: { readonly id: string; readonly form: ApproveForm }, act: (document: Started<S>) => Promise<void>): Promise<void>
  /** A draft that is given up. */
  cancel(work: OfficerWork, id: string, version: number): Promise<void>
  /** A step back with its reason, dated today: reject, return. */
  turn(action: string): (work: OfficerWork, id: string, form: ReasonForm) => Promise<void>
  /** A step that only tells what was done outside: announce, report. */
  note(action: string): (work: OfficerWork, id: string, form: StepForm) => Promise<void>
  attach(work: OfficerWork, id: string, files: readonly UploadedFile[]): Promise<void>
  detach(work: OfficerWork, id: string, attachmentId: string): Promise<void>
}

/** The boxes a confirm page may have, in this order. */
export type Box = 'approver' | 'happenedOn' | 'meeting' | 'letterNumber' | 'letterDate' | 'note'

export interface AskedControls {
  readonly document: DeskDocument
  /** What was typed into a box. */
  typed(name: string): string
  readonly errors: FieldErrors
}

/** One step on routes and pages. */
export interface DeskStep {
  readonly kind: ActionButton['kind']
  /** At the press of the button, with a reason, or on a page of its own with these boxes. */
  readonly asks: 'nothing' | 'reason' | readonly Box[]
  /** Boxes of its own on that page, below these. */
  controls?(asked: AskedControls): readonly Control[]
  take(said: string): Step
}

/** What a page that asks once more says. */
export interface AskText {
  title(number: string): string
  question(number: string): string
  readonly consequences: readonly string[]
}

export interface DeskText<N extends string> {
  readonly listTitle: string
  readonly newTitle: string
  editTitle(number: string): string
  /** Of the list. */
  readonly empty: string
  /** The print button. */
  readonly print: string
  readonly states: Readonly<Record<string, Status>>
  readonly steps: Readonly<Record<N, string>>
  readonly done: Readonly<Record<N, string>>
  readonly asks: Readonly<Partial<Record<N, AskText>>>
  readonly trail: TrailLabels
}

export interface DeskPaths<N extends string> {
  readonly list: string
  readonly new: string
  readonly showRoute: string
  show(id: string): string
  readonly editRoute: string
  edit(id: string): string
  stepRoute(step: N): string
  step(id: string, step: N): string
  readonly printRoute: string
  print(id: string): string
  readonly attachRoute: string
  attach(id: string): string
  readonly detachRoute: string
  detach(id: string, attachment: string): string
}

/** What pages and routes need to know of a kind. */
export interface DeskWords<S extends string, N extends string> {
  readonly desk: DocumentDesk<S>
  readonly paths: DeskPaths<N>
  readonly text: DeskText<N>
  /** In the order of the buttons. */
  readonly steps: Readonly<Record<N, DeskStep>>
}

/** The rights of the menu leaf under which the kind stands. */
export function rightsOf(kind: Kind) {
  const { leaf } = kinds[kind]
  const of = <A extends 'view' | 'create' | 'edit' | 'print'>(action: A): Permission => `${leaf}:${action}`
  return { view: of('view'), create: of('create'), edit: of('edit'), print: of('print') }
}

export function mayBeIn<S extends string>(desk: Pick<DocumentDesk<S>, 'lifecycle'>, state: S, action: string): boolean {
  return Object.hasOwn(desk.lifecycle.table[state], action)
}

export interface Lateness {
  readonly late: number
  readonly isReported: boolean
}

/** Days beyond those the law gives between the approval and the report to the supervisor. */
export function latenessOf({ steps }: Pick<BudgetDocument, 'steps'>, today: CalendarDate, days: number): Lateness | undefined {
  const last = (action: string) => steps.findLast((step) => step.action === action)
  const [approved, reported] = [last('approve'), last('report')]
  if (!approved) return undefined
  const [due, done] = [addDays(approved.happenedOn, days), reported?.happenedOn ?? today]
  return compareDates(done, due) > 0 ? { late: daysBetween(due, done), isReported: reported !== undefined } : undefined
}
