// Accounts that rules call by their role. The official chart is one for the country, so a role has one code (budget-and-receipts §4.11).

const accounts = {
  /** เงินสดในมือ */
  'cash-on-hand': '1101010101.001',
  /** เงินรอตรวจสอบ: money in whose reason is not yet known. */
  'unidentified-receipts': '2116010199.001',
} as const

export type Role = keyof typeof accounts

export function accountOf(role: string): string {
  if (!isRole(role)) throw new RangeError(`neither a slot of the facts nor a role of the chart: ${role}`)
  return accounts[role]
}

function isRole(name: string): name is Role {
  return Object.hasOwn(accounts, name)
}
