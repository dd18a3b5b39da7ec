/** A document of any kind: 'remittance-summary' and its id. */
export interface DocumentKey {
  readonly kind: string
  readonly id: string
}
