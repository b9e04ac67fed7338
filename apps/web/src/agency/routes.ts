export const agencyRoutes = [] as const
