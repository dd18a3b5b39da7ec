import { type FiscalYear } from '../platform/dates.ts'

const list = '/interagency/pairs'

export const pairPaths = {
  list,
  ofYear: (year: FiscalYear) => `${list}?fiscalYear=${year}`,
  print: `${list}/print`,
  showRoute: `${list}/:year/:other/:account`,
  show: ({ year, account, otherId }: { readonly year: FiscalYear; readonly account: string; readonly otherId: string }) => `${list}/${year}/${otherId}/${account}`,
  exceptionRoute: `${list}/:year/:other/:account/exception`,
  exception: (shown: string) => `${shown}/exception`,
} as const
