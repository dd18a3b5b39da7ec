// Where the stand-in keeps its scans, codes and tokens: in memory, each until its time is over.
import { secondsNow } from './faults.ts'

interface Stored {
  readonly uid?: string
  readonly grantId?: string
  consumed?: number
}

export interface StandInStore {
  upsert(id: string, payload: Stored, expiresIn?: number): Promise<void>
  find(id: string): Promise<Stored | undefined>
  findByUid(uid: string): Promise<Stored | undefined>
  findByUserCode(): Promise<undefined>
  consume(id: string): Promise<void>
  destroy(id: string): Promise<void>
  revokeByGrantId(grantId: string): Promise<void>
}

/** One shelf per kind of thing; the provider names the kind. */
export function memoryStore(): (kind: string) => StandInStore {
  return () => shelf(new Map<string, Stored>())
}

function shelf(things: Map<string, Stored>): StandInStore {
  return {
    upsert: async (id, payload, expiresIn) => {
      things.set(id, payload)
      if (expiresIn) setTimeout(() => { if (things.get(id) === payload) things.delete(id) }, expiresIn * 1000).unref()
    },
    find: async (id) => things.get(id),
    findByUid: async (uid) => [...things.values()].find((thing) => thing.uid === uid),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const thing = things.get(id)
      if (thing) thing.consumed = secondsNow()
    },
    destroy: async (id) => void things.delete(id),
    revokeByGrantId: async (grantId) => {
      for (const [id, thing] of things) if (thing.grantId === grantId) things.delete(id)
    },
  }
}
