import { DomainError } from '../errors.ts'
import { cleanText, foldText } from '../text.ts'

export type Collector = { collectorName: string; proxyRelation: string | null }

/**
 * Who takes the gift: one of the child's guardians by name (marks may be missing), or somebody else with the relation.
 * @throws DomainError PROXY_RELATION_REQUIRED with { guardians }
 */
export const collectorOf = ({ collectorName, proxyRelation }: Collector, guardianNames: readonly string[]): Collector => {
  const guardian = guardianNames.find((name) => foldText(name) === foldText(collectorName))
  if (guardian !== undefined) return { collectorName: guardian, proxyRelation: null }
  const relation = cleanText(proxyRelation ?? '')
  if (relation === '') throw new DomainError('PROXY_RELATION_REQUIRED', { guardians: guardianNames })
  return { collectorName: cleanText(collectorName), proxyRelation: relation }
}
