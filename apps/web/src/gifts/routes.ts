export const giftRoutes = [] as const
