// The generated client, under a name that stays when the generator's layout does not.
export * from './generated/client.ts'
