export const reportRoutes = [] as const
