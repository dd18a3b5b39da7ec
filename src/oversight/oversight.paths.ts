// Addresses of the room.
export const oversightPaths = { progress: '/oversight/progress' } as const
