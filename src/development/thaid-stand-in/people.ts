// Who can hold the imaginary phone, and what the imaginary register says of them.

export interface StandInPerson {
  readonly citizenId: string
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly ial: string
}

export interface StandInClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUris: readonly string[]
  /** Granted per client, as at DOPA: asking for more is refused at once. */
  readonly scopes: readonly string[]
}

/** Every scope of the RP manual 1.0.1; each brings the claim of its own name. */
export const thaidScopes = [
  'pid', 'name', 'name_en', 'title', 'title_en', 'given_name', 'middle_name', 'family_name', 'given_name_en', 'middle_name_en',
  'family_name_en', 'birthdate', 'gender', 'address', 'smartcard_code', 'date_of_issuance', 'date_of_expiry', 'ial',
] as const

export function claimsOf(person: StandInPerson): Readonly<Record<string, string>> {
  return {
    sub: person.citizenId,
    pid: person.citizenId,
    title: person.titleTh,
    given_name: person.givenNameTh,
    family_name: person.familyNameTh,
    name: `${person.titleTh}${person.givenNameTh} ${person.familyNameTh}`,
    ial: person.ial,
  }
}
