// What stands around every page. Filled by the wrapper, never by a page.
import type { Aside, Crumb, Flash, Link } from './page.ts'

/** A leaf has an address, a group has children. */
export interface MenuNode {
  readonly text: string
  readonly href?: string | undefined
  readonly isCurrent?: boolean | undefined
  readonly children?: readonly MenuNode[] | undefined
  /** A group that holds the current page stands open. */
  readonly isOpen?: boolean | undefined
}

export interface Menu {
  readonly nodes: readonly MenuNode[]
}

export interface Person {
  readonly name: string
  readonly position: string
  /** Absent for who has no such page: a member of the knowledge centre. */
  readonly profileHref: string | undefined
  readonly signOutAction: string
}

export interface Frame {
  readonly title: string
  readonly csrfToken: string
  /** A page shown again with errors says so in its title, before its name. */
  readonly hasErrors?: boolean | undefined
  readonly homeHref: string
  readonly person?: Person | undefined
  readonly organisation?: {
    readonly name: string
    readonly detail?: string | undefined
    readonly fiscalYear?: string | undefined
  } | undefined
  readonly menu?: Menu | undefined
  readonly breadcrumb?: readonly Crumb[] | undefined
  readonly flash?: Flash | undefined
  /** A condition of the whole system or account: mail is down, password due in n days. */
  readonly banner?: Flash | undefined
  /** ข้อมูล ณ … , the time of the figures on the page. */
  readonly freshness?: string | undefined
  readonly idle?: {
    readonly seconds: number
    readonly warnSeconds: number
    readonly keepAliveAction: string
    readonly endedHref: string
  } | undefined
  readonly footer?: { readonly links: readonly Link[]; readonly updated: string } | undefined
  /** Beside the sign-in card. */
  readonly aside?: Aside | undefined
  /** Layout print only. */
  readonly print?: { readonly printedAt: string; readonly backHref: string; readonly isLandscape?: boolean | undefined } | undefined
  /** Appended to style and script addresses, so they may be cached for ever. */
  readonly assetVersion?: string | undefined
  readonly nonce?: string | undefined
}
