// กิจการ with a special budget (งบเฉพาะการ) of its own: waterworks, pawnshop, bus terminal (budget-and-receipts §3.1).

export interface Enterprise {
  readonly id: string
  readonly name: string
  /** The sub-unit that spends it itself; null: the LAO does. */
  readonly subUnitId: string | null
  readonly isActive: boolean
  readonly version: number
}

export interface EnterpriseCommand {
  readonly name: string
  readonly subUnitId: string | null
}

export interface EnterpriseCorrection extends EnterpriseCommand {
  readonly isActive: boolean
  readonly version: number
}
