// A notice of one of the three lists of the sign-in page.
export interface Notice {
  readonly code: string
  readonly list: 'update' | 'prepare' | 'solve'
  readonly title: string
}
