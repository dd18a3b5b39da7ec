// Stand-in for the department's private look-up "is this citizen registered in ThaiD?". It only informs (S-03); it proves nothing.
import type { CitizenId } from '../../platform/citizen-id.ts'
import type { RegistryAnswer, ThaidRegistryPort } from './thaid.ts'

export interface RegistryPerson {
  readonly citizenId: CitizenId
  readonly titleTh?: string
  readonly givenNameTh: string
  readonly familyNameTh: string
}

export interface RegistrySite {
  readonly production: boolean
  /** THAID_REGISTRY=official: the people come from a real service, not from seeds. */
  readonly official: boolean
}

export function registryTable(people: readonly RegistryPerson[], site: RegistrySite): ThaidRegistryPort {
  if (site.production && !site.official) throw new Error('The table of test people is not for production')
  const byId = new Map(people.map((person) => [person.citizenId, person]))
  return { lookup: (citizenId) => Promise.resolve(answerFor(byId.get(citizenId))) }
}

/** No agreement, no answer: S-02 goes straight on to ThaiD. */
export const registryNone: ThaidRegistryPort = {
  lookup: () => Promise.resolve({ unavailable: true }),
}

function answerFor(person: RegistryPerson | undefined): RegistryAnswer {
  if (person === undefined) return { registered: false }
  const { titleTh, givenNameTh, familyNameTh } = person
  return { registered: true, givenNameTh, familyNameTh, ...(titleTh ? { titleTh } : {}) }
}
