import { describe, expect, it } from 'vitest'
import { PasswordQueue } from '../../../src/identity/password/password-queue.ts'
import { Unavailable } from '../../../src/platform/errors.ts'

describe('the queue for passwords', () => {
  it('keeps argon2id with 19 MiB, two passes and one lane', async () => {
    const queue = new PasswordQueue({ concurrency: 1, waiting: 4 })
    const hash = await queue.hash('Khlong-Yai-7')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await queue.verify(hash, 'Khlong-Yai-7')).toBe(true)
    expect(await queue.verify(hash, 'Khlong-Yai-8')).toBe(false)
  })

  it('compares even when there is nothing to compare with, and never says yes to it', async () => {
    const queue = new PasswordQueue({ concurrency: 1, waiting: 4 })
    const hash = await queue.hash('Khlong-Yai-7')
    await queue.verify(undefined, 'x')
    const timed = async (stored: string | undefined) => { const begun = performance.now(); await queue.verify(stored, 'guess'); return performance.now() - begun }
    let [known, unknown] = [0, 0]
    for (let n = 0; n < 5; n += 1) { known += await timed(hash); unknown += await timed(undefined) }
    expect(unknown / known).toBeGreaterThan(0.3)
    expect(await queue.verify(undefined, 'nobody')).toBe(false)
  })

  it('has room for as many as were ordered, and one less than that still', async () => {
    const queue = new PasswordQueue({ concurrency: 1, waiting: 2 })
    const work = [queue.hash('a'), queue.hash('b')]
    expect([queue.waiting, queue.ease, queue.hasRoom()]).toEqual([1, 0.5, true])
    work.push(queue.hash('c'))
    expect([queue.waiting, queue.ease, queue.hasRoom()]).toEqual([2, 0, false])
    await Promise.all(work)
    expect([queue.waiting, queue.hasRoom()]).toEqual([0, true])
  })

  it('is unavailable when far more stand in it than were ordered, rather than slow for everybody', async () => {
    const queue = new PasswordQueue({ concurrency: 1, waiting: 0 })
    const work = Array.from({ length: 9 }, () => queue.hash('a'))
    await expect(queue.verify(undefined, 'd')).rejects.toBeInstanceOf(Unavailable)
    await Promise.all(work)
    expect(await queue.verify(undefined, 'd')).toBe(false)
  })

  it('lets the codes of people inside the door go before new arrivals', async () => {
    const queue = new PasswordQueue({ concurrency: 1, waiting: 10 })
    const hash = await queue.hash('123456')
    const order: string[] = []
    await Promise.all([
      queue.verify(hash, 'running').then(() => order.push('running')), queue.verify(hash, 'arrival').then(() => order.push('arrival')),
      queue.verifyFirst(hash, '123456').then(() => order.push('code')),
    ])
    expect(order.indexOf('code')).toBeLessThan(order.indexOf('arrival'))
  })
})
