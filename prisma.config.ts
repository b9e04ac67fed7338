// Run through `pnpm prisma`, which gives the engine and, where none is configured, a database.
export default {
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
}
