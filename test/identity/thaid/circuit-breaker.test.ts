import { expect, it } from 'vitest'
import { CircuitBreaker } from '../../../src/identity/thaid/circuit-breaker.ts'

function aBreaker() {
  const time = { now: 0 }
  const breaker = new CircuitBreaker({ failures: 5, openForMs: 15_000, ticks: () => time.now })
  return { time, breaker, fail: (times: number) => { for (let n = 0; n < times; n += 1) breaker.failed() } }
}

it('stays closed through four failures and opens at the fifth', () => {
  const { breaker, fail } = aBreaker()
  fail(4)
  expect([breaker.state, breaker.admit()]).toEqual(['closed', true])
  fail(1)
  expect([breaker.state, breaker.admit()]).toEqual(['open', false])
})

it('counts only failures in a row', () => {
  const { breaker, fail } = aBreaker()
  fail(4)
  breaker.succeeded()
  fail(4)
  expect(breaker.state).toBe('closed')
})

it('lets a single call through after fifteen seconds, and closes when it succeeds', () => {
  const { breaker, time, fail } = aBreaker()
  fail(5)
  time.now = 14_999
  expect(breaker.admit()).toBe(false)
  time.now = 15_000
  expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(['half-open', true, false])
  breaker.succeeded()
  expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(['closed', true, true])
})

it('opens for another fifteen seconds when the probe fails', () => {
  const { breaker, time, fail } = aBreaker()
  fail(5)
  time.now = 15_000
  breaker.admit()
  breaker.failed()
  time.now = 29_999
  expect(breaker.state).toBe('open')
  time.now = 30_000
  expect(breaker.admit()).toBe(true)
})
