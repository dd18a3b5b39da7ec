// Who the office is to the Revenue Department: printed on certificates and returns.
export interface TaxPayer {
  readonly taxId: string
  /** '00000': the head office. */
  readonly branch: string
  readonly address: string
}
