export const documentsPaths = {
  attachmentRoute: '/documents/attachments/:organisation/:id',
  attachment: (organisationId: string, attachmentId: string) => `/documents/attachments/${organisationId}/${attachmentId}`,
} as const

/** The addresses of one kind of document, below that of its register. */
export function documentPaths<S extends string>(list: string) {
  return {
    list,
    new: `${list}/new`,
    showRoute: `${list}/:id`,
    show: (id: string) => `${list}/${id}`,
    editRoute: `${list}/:id/edit`,
    edit: (id: string) => `${list}/${id}/edit`,
    stepRoute: (step: S) => `${list}/:id/${step}`,
    step: (id: string, step: S) => `${list}/${id}/${step}`,
    printRoute: `${list}/:id/print`,
    print: (id: string) => `${list}/${id}/print`,
    attachRoute: `${list}/:id/attachments`,
    attach: (id: string) => `${list}/${id}/attachments`,
    detachRoute: `${list}/:id/attachments/:attachment/remove`,
    detach: (id: string, attachment: string) => `${list}/${id}/attachments/${attachment}/remove`,
  } as const
}

/** The address of a document as somebody of another office opens it. */
export function seenFrom(own: string, organisationId: string, path: string): string {
  return organisationId === own ? path : `${path}?organisation=${organisationId}`
}
