export const documentsPaths = {
  attachmentRoute: '/documents/attachments/:organisation/:id',
  attachment: (organisationId: string, attachmentId: string) => `/documents/attachments/${organisationId}/${attachmentId}`,
} as const
