// What whoever checks or approves several claims at once must see before they tick one.

/** The bill of a claim was claimed by others too: which, and why again (W_DUP_INVOICE, S11). */
export interface ClaimedAgain {
  readonly claims: string
  readonly reason: string
}
