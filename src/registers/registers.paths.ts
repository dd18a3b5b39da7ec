export const departmentPaths = {
  list: '/registers/departments',
  new: '/registers/departments/new',
  editRoute: '/registers/departments/:id/edit',
  edit: (id: string) => `/registers/departments/${id}/edit`,
} as const

export const signatoryPaths = {
  list: '/registers/signatories',
  new: '/registers/signatories/new',
  editRoute: '/registers/signatories/:id/edit',
  edit: (id: string) => `/registers/signatories/${id}/edit`,
} as const

export const bankAccountPaths = {
  list: '/registers/bank-accounts',
  new: '/registers/bank-accounts/new',
  editRoute: '/registers/bank-accounts/:id/edit',
  edit: (id: string) => `/registers/bank-accounts/${id}/edit`,
  deactivateRoute: '/registers/bank-accounts/:id/deactivate',
  deactivate: (id: string) => `/registers/bank-accounts/${id}/deactivate`,
  activateRoute: '/registers/bank-accounts/:id/activate',
  activate: (id: string) => `/registers/bank-accounts/${id}/activate`,
} as const
