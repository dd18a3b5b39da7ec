// Addresses of what is typed into an ordinance, beside those of the document itself.
const estimates = '/budget/revenue-estimates'

/** `list`: where the documents of the desk stand. */
export function formPaths(list: string) {
  const task = (id: string, code: string) => `${list}/${id}/tasks/${code}`
  return {
    revenuesRoute: `${list}/:id/revenues`,
    revenues: (id: string) => `${list}/${id}/revenues`,
    revenuesEditRoute: `${list}/:id/revenues/edit`,
    revenuesEdit: (id: string) => `${list}/${id}/revenues/edit`,
    expendituresRoute: `${list}/:id/expenditures`,
    expenditures: (id: string) => `${list}/${id}/expenditures`,
    taskRoute: `${list}/:id/tasks/:task`,
    task,
    taskEditRoute: `${list}/:id/tasks/:task/edit`,
    taskEdit: (id: string, code: string) => `${task(id, code)}/edit`,
    codeRoute: `${list}/:id/tasks/:task/available`,
    code: (id: string, code: string) => `${task(id, code)}/available`,
    lineNewRoute: `${list}/:id/lines/new`,
    lineNew: (id: string, code: string) => `${list}/${id}/lines/new?task=${code}`,
    lineRoute: `${list}/:id/lines/:line/edit`,
    line: (id: string, line: number) => `${list}/${id}/lines/${line}/edit`,
    lineRemoveRoute: `${list}/:id/lines/:line/remove`,
    lineRemove: (id: string, line: number) => `${list}/${id}/lines/${line}/remove`,
    importRoute: `${list}/:id/lines/import`,
    import: (id: string) => `${list}/${id}/lines/import`,
    linesCsvRoute: `${list}/:id/lines/csv`,
    linesCsv: (id: string) => `${list}/${id}/lines/csv`,
    copyRoute: `${list}/:id/copy`,
    copy: (id: string) => `${list}/${id}/copy`,
  } as const
}

export const estimatePaths = {
  list: estimates,
  receivedRoute: `${estimates}/received/:year/available`,
  received: (year: number) => `${estimates}/received/${year}/available`,
} as const
