// What fingers type → what the office writes. Amounts are satang in a BigInt, never a float.

export const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50)

/** Satang, or undefined for what is no amount of baht with at most two decimals. */
export function satang(text) {
  const plain = arabic(text).replace(/[,\s฿]/g, '').replace(/^\((.*)\)$/, '-$1')
  const match = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(plain)
  if (!match || !/\d/.test(plain)) return undefined
  const value = BigInt((match[2] || '0') + (match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -value : value
}

export function baht(value) {
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** Left alone when it is no amount: the server says what is wrong. */
export function asAmount(text) {
  const value = satang(text)
  return value === undefined ? text : baht(value)
}

export function asDate(text) {
  const match = /^\s*(?:(\d\d)(\d\d)(\d{4})|(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}))\s*$/.exec(arabic(text))
  if (!match) return text
  return [match[1] ?? match[4], match[2] ?? match[5]].map((part) => part.padStart(2, '0')).concat(match[3] ?? match[6]).join('/')
}

// On leaving the box: 1234.5 → 1,234.50 · 17092567 → 17/09/2567.
document.addEventListener('change', (event) => {
  const input = event.target
  if (input.matches('[data-money], .is-money > input')) input.value = asAmount(input.value)
  if (input.matches('[data-date], .is-date > input')) input.value = asDate(input.value)
})
