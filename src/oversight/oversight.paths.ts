// Addresses of the room.
export const oversightPaths = {
  progress: '/oversight/progress', progressPrint: '/oversight/progress/print',
  reconciliation: '/oversight/reconciliation',
  officeRoute: '/oversight/offices/:organisation',
  office: (organisationId: string, year: number): string => `/oversight/offices/${organisationId}?year=${year}`,
} as const
