import type { Signature } from './model.ts'

const academic = /^(?:(?:GS|PGS|TSKH|TS|ThS|BS|KS|CN)[.\s]+)+/u

/** An administrative document names its signer without academic title: `PGS.TS Lê An` → `Lê An`. */
export const plainName = (name: string): string => name.replace(academic, '').trim()

/** The leader signs as such; anybody else of the board for the leader (KT.), under the own post. */
export const signatureOf = (
  { leaderTitle, leaderName }: { leaderTitle: string; leaderName: string },
  signer: { name: string; position: string },
): Signature & ({ authority: 'KT.'; onBehalfOf: string } | { authority?: never; onBehalfOf?: never }) =>
  signer.name === leaderName
    ? { title: leaderTitle, name: leaderName }
    : { authority: 'KT.', onBehalfOf: leaderTitle, title: signer.position === '' ? `Phó ${leaderTitle}` : signer.position, name: signer.name }
