export const childRoutes = [] as const
