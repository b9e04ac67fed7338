export const donationRoutes = [] as const
