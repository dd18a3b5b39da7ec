import { describe, expect, it } from 'vitest'
import { Memory } from '../../../src/platform/database/memory.ts'
import { addSeconds, instant } from '../../../src/platform/dates.ts'
import { type Read } from '../../../src/platform/database/work.ts'

const noon = instant('2026-11-30T05:00:00.000Z')
const at = (seconds: number, pool: object): Read => ({ now: addSeconds(noon, seconds), db: { client: { config: pool } } }) as unknown as Read

describe('what is remembered', () => {
  it('is there for its seconds and no longer', () => {
    const [memory, pool] = [new Memory<string>({ seconds: 60, most: 10 }), {}]
    memory.keep(at(0, pool), 'a', 'told')
    expect([59, 60].map((seconds) => memory.find(at(seconds, pool), 'a'))).toEqual(['told', undefined])
  })

  it('is nothing to another database', () => {
    const memory = new Memory<string>({ seconds: 60, most: 10 })
    memory.keep(at(0, {}), 'a', 'told')
    expect(memory.find(at(0, {}), 'a')).toBeUndefined()
  })

  it('makes room by what was kept longest ago', () => {
    const [memory, pool] = [new Memory<number>({ seconds: 60, most: 2 }), {}]
    const read = at(0, pool)
    for (const [key, value] of [['a', 1], ['b', 2], ['a', 3], ['c', 4]] as const) memory.keep(read, key, value)
    expect(['a', 'b', 'c'].map((key) => memory.find(read, key))).toEqual([3, undefined, 4])
  })
})
