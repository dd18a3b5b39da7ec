import { describe, expect, it } from 'vitest'
import { formatQuantity, readQuantity, storedQuantity } from '../../src/platform/quantity.ts'

describe('a quantity', () => {
  it('has up to two decimals and is above nothing', () => {
    expect(['2.5', '1,200', '๓', '0.05'].map(readQuantity)).toEqual([250n, 120_000n, 300n, 5n])
    expect(['', '0', '0.00', '-1', '1.234', 'สาม'].map(readQuantity)).toEqual(Array(6).fill(undefined))
  })

  it('is shown short and stored with its decimals', () => {
    expect([formatQuantity(250n), formatQuantity(120_000n), storedQuantity(5n)]).toEqual(['2.50', '1,200', '0.05'])
  })
})
