export const eventRoutes = [] as const
