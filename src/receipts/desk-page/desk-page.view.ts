// The four pages that desks of this room share: a list, a form, one document, its paper.
import { stepActions, type ListFrame } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  refusals, type Actions, type Attachments, type Control, type Crumb, type ErrorSummary, type LineEditor, type LineTable, type PageHeader, type PrintHead, type Signatures,
  type Status, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'

export const deskViews = {
  list: 'documents/list', form: 'receipts/shared/form', show: 'receipts/shared/show', print: 'documents/tables-sheet',
} as const

export interface Notice {
  readonly kind: 'info' | 'warning'
  readonly text: string
  readonly link?: { readonly text: string; readonly href: string } | undefined
}

export interface DeskForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: Notice | undefined
  readonly action: string
  readonly cancelHref: string
  readonly saveLabel: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly controls: readonly Control[]
  readonly groups: readonly { readonly legend: string; readonly controls: readonly Control[] }[]
  readonly editors: readonly LineEditor[]
}

type GivenForm = Pick<DeskForm, 'title' | 'action' | 'cancelHref' | 'saveLabel' | 'controls'>
  & Partial<Pick<DeskForm, 'notice' | 'groups' | 'editors'>> & {
    /** Posted unseen: of a new document its form key, of a stored one its version, and what the desk adds. */
    readonly hidden: Readonly<Record<string, string>>
     readonly list: { readonly text: string; readonly href: string }
    readonly errors: FieldErrors
  }

export function deskForm({ list, errors, hidden, ...given }: GivenForm): DeskForm {
  return {
    notice: undefined, groups: [], editors: [], ...given, hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })), breadcrumb: [list, { text: given.title }], pageHeader: { title: given.title }, ...refusals(errors),
  }
}

export interface DeskPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: Notice | undefined
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly attachments: Attachments | undefined
  readonly trail: Trail
}

interface GivenPage {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly status?: Status | undefined
  readonly notice?: Notice | undefined
  readonly items: readonly SummaryItem[]
  readonly tables: readonly LineTable[]
  readonly links?: PageHeader['actions']
  readonly actions: ReturnType<typeof stepActions>
  readonly attachments?: Attachments
  readonly trail: Trail
  readonly errors: FieldErrors
}

export function deskPage({ title, crumbs, status, items, errors, links, notice, ...given }: GivenPage): DeskPage {
  return { title, breadcrumb: crumbs, pageHeader: { title, status, actions: links }, ...refusals(errors), notice, summaryList: { items }, attachments: undefined, ...given }
}

export interface DeskPaper extends PageModel {
  readonly printHead: PrintHead
  readonly tables: readonly LineTable[]
  readonly lines: readonly string[]
  readonly signatures: Signatures
}

/** Further buttons above a list. */
export function withActions<F extends Pick<ListFrame, 'pageHeader'>>(frame: F, more: NonNullable<PageHeader['actions']>): F {
  return { ...frame, pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], ...more] } }
}
