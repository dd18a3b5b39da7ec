// What the registers of procurement are narrowed by.
import { type RegisterFilter } from '../../documents/index.ts'

export interface PurchaseFilter<S extends string> extends RegisterFilter<S> {
  /** A number or words. */
  readonly search: string
}
