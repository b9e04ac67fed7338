import type { OfficialDocument, Signature } from '../model.ts'
import { plainName } from '../signature.ts'
import { error, type Finding, warning, when } from './finding.ts'
import { blank } from './head.ts'

const nameFindings = ({ title, name }: Signature, where: string): Finding[] => [
  ...when(blank(title), error('signer-title-missing', `${where}/title`)),
  ...when(blank(name), error('signer-name-missing', `${where}/name`)),
  ...when(plainName(name) !== name.trim(), warning('signer-academic-title', `${where}/name`, name)),
]

/** KT., TL. and TUQ. stand before the post signed for; Q. and heads sign for nobody. */
const authorityFindings = ({ authority, onBehalfOf }: Signature): Finding[] => {
  const delegated = authority !== undefined && authority !== 'Q.'
  return [
    ...when(delegated && blank(onBehalfOf), error('signed-for-nobody', 'signature/onBehalfOf', authority)),
    ...when(!delegated && !blank(onBehalfOf), error('signed-for-without-authority', 'signature/authority', onBehalfOf)),
  ]
}

const filingFindings = (filing: string): Finding[] => {
  if (blank(filing)) return [error('filing-missing', 'filing')]
  return when(!/(?:^|[\s,])VT(?:$|[\s,;.(])/u.test(filing), warning('filing-without-records-desk', 'filing', filing))
}

/** Recipients, file and signatures. */
export const footFindings = (document: OfficialDocument): Finding[] => {
  const { kind, addressees, recipients, filing, signature, secretary } = document
  return [
    ...when([...addressees, ...recipients].every(blank), error('recipients-missing', 'recipients')),
    ...filingFindings(filing),
    ...nameFindings(signature, 'signature'),
    ...authorityFindings(signature),
    ...(secretary ? nameFindings(secretary, 'secretary') : when(kind === 'minutes', error('secretary-missing', 'secretary'))),
  ]
}
