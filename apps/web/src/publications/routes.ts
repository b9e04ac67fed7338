export const publicationRoutes = [] as const
