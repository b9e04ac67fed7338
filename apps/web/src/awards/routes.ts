export const awardRoutes = [] as const
