// The parts of a page that are read or pressed, not typed into.
import { errorText } from '../error.text.ts'
import type { FieldErrors } from '../../errors.ts'
import type { Control, FileInput } from './form.ts'

export interface Link {
  readonly text: string
  readonly href: string
}

export interface Crumb {
  readonly text: string
  readonly href?: string | undefined
}

/** Given to every page as `csrf` by the wrapper; components that post take the page's, so no view model knows a token. */
export interface Csrf {
  readonly csrfToken: string
}

/** The kind gives icon and colour, the text says it: colour alone means nothing. */
export interface Status {
  readonly kind: 'draft' | 'waiting' | 'done' | 'refused' | 'reversed'
  readonly text: string
}

export interface PageHeader {
  readonly title: string
  /** Only where the frame does not already carry it. */
  readonly breadcrumb?: readonly Crumb[] | undefined
  readonly lead?: string | undefined
  readonly status?: Status | undefined
  readonly actions?: readonly (Link & { readonly kind?: 'primary' | 'secondary' })[] | undefined
}

export interface Flash {
  readonly kind: 'success' | 'info' | 'warning' | 'error'
  readonly text: string
  readonly link?: Link | undefined
}

/** `shown` is false when nothing is wrong: include it on every form page, unasked. */
export interface ErrorSummary {
  readonly shown: boolean
  readonly errors: readonly { readonly text: string; readonly href?: string }[]
}

/** A control's id is its name, so every message finds its field; the key '' belongs to the whole form. */
export function errorSummary(errors: FieldErrors = {}): ErrorSummary {
  const found = Object.entries(errors).map(([name, text]) => (name === '' ? { text } : { text: `${rowOf(name)}${text}`, href: `#${name}` }))
  return { shown: found.length > 0, errors: found }
}

/** 'แถวที่ 3: ' of 'lines.2.amount': the same fault in two rows is told apart. */
function rowOf(name: string): string {
  const [, index] = /^[a-zA-Z]+\.(\d+)\./.exec(name) ?? []
  return index === undefined ? '' : errorText.row(String(Number(index) + 1))
}

/** A page shown again says so in its title and above its form. */
export function refusals(errors: FieldErrors): { readonly errorSummary: ErrorSummary; readonly hasErrors: boolean } {
  const summary = errorSummary(errors)
  return { errorSummary: summary, hasErrors: summary.shown }
}

interface Posted {
  readonly action: string
  readonly version?: string | undefined
}

/** One step of a lifecycle: pressed at once, with a reason, or by way of a page that asks again. */
export interface ActionButton {
  readonly label: string
  readonly action: string
  readonly kind: 'primary' | 'secondary' | 'danger'
  /** A page that asks again (component confirm); the button becomes a link to it. */
  readonly confirmHref?: string | undefined
  /** Label of the reason box (name `reason`, id unique on the page); the button opens it. */
  readonly reason?: { readonly id: string; readonly label: string } | undefined
}

export interface Actions {
  readonly version: string
  readonly buttons: readonly ActionButton[]
  readonly links?: readonly Link[] | undefined
}

export interface SummaryItem {
  readonly label: string
  readonly text: string
  readonly href?: string | undefined
  readonly isMoney?: boolean | undefined
  readonly status?: Status | undefined
  /** `about` is read out after the label: แก้ไข + "อีเมล". */
  readonly change?: { readonly label: string; readonly about: string; readonly href: string } | undefined
}

export interface SummaryList {
  readonly items: readonly SummaryItem[]
}

export interface Trail {
  readonly heading: string
  readonly empty?: string | undefined
  readonly entries: readonly {
    readonly what: string
    readonly who: string
    readonly when: string
    readonly note?: string | undefined
    readonly changes?: readonly { readonly label: string; readonly before: string | undefined; readonly after: string }[] | undefined
  }[]
}

export interface Confirm extends Posted {
  readonly question: string
  readonly consequences: readonly string[]
  readonly facts?: SummaryList | undefined
  readonly controls?: readonly Control[] | undefined
  readonly hidden?: readonly { readonly name: string; readonly value: string }[] | undefined
  readonly label: string
  readonly kind: 'primary' | 'danger'
  readonly cancel: Link
}

export interface Attachments {
  readonly heading: string
  readonly items: readonly {
    readonly name: string
    readonly href: string
    readonly detail: string
    readonly remove?: Posted | undefined
  }[]
  /** Given only where there are none. */
  readonly empty?: string | undefined
  readonly upload?: (Posted & { readonly file: FileInput; readonly label: string }) | undefined
}

/** A tile of the home page: a read model with its own time. */
export interface Panel {
  /** Id of the heading, unique on the page. */
  readonly id: string
  readonly heading: string
  /** ข้อมูล ณ เวลา … */
  readonly freshness?: string | undefined
  readonly rows: readonly {
    readonly text: string
    readonly href?: string | undefined
    readonly count?: string | undefined
    readonly amount?: string | undefined
    readonly note?: string | undefined
    readonly status?: Status | undefined
    readonly isNew?: boolean | undefined
  }[]
  readonly isEmpty?: boolean | undefined
  readonly empty?: string | undefined
  readonly more?: Link | undefined
}

/** Key paging: no page numbers, so that a list of a million rows costs one page. */
export interface Pagination {
  readonly countText: string
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
}

/** A notice the user must answer before going on: a modal dialog with script, a box on the page without. */
export interface Popup {
  readonly heading: string
  readonly text: string
  readonly links: readonly Link[]
}

/** Which of the five rules hold: the server's verdict; script keeps it up to date while typing. */
export interface PasswordRules {
  /** The id of the password box. */
  readonly for: string
  readonly rules: readonly {
    readonly key: 'length' | 'upper' | 'lower' | 'digit' | 'special'
    readonly text: string
    readonly isMet: boolean
  }[]
}

export interface Countdown {
  /** What stands around the time: 'รหัส OTP จะหมดเวลา ภายใน' 04:59 'นาที'. */
  readonly before: string
  readonly time: string
  readonly after: string
  readonly seconds: number
  /** For readers without script: until which clock time. */
  readonly until: string
  /** What replaces the line at zero. */
  readonly expired: string
  readonly resend?: (Posted & {
    readonly hint: string
    readonly label: string
    readonly isAvailable: boolean
    /** Seconds still to run when the button appears. */
    readonly at: number
    readonly later: string
  }) | undefined
}

/** Lists and contacts beside the sign-in card. */
export interface Aside {
  readonly lists: readonly { readonly heading: string; readonly links: readonly Link[]; readonly more?: Link | undefined }[]
  readonly contact?: { readonly heading: string; readonly lines: readonly string[]; readonly links: readonly Link[] } | undefined
}

/** Head of an official print: unit, title, as-of line; number and date at the right. */
export interface PrintHead {
  /** A further paper of the same print: its title is no second heading of the page. */
  readonly isFurther?: boolean | undefined
  readonly organisation: string
  readonly title: string
  readonly asOf?: string | undefined
  readonly unit?: string | undefined
  readonly facts?: readonly { readonly label: string; readonly text: string }[] | undefined
}

/** Dotted line, (name), position. */
export interface Signatures {
  readonly signers: readonly { readonly role: string; readonly name: string; readonly position: string }[]
}
