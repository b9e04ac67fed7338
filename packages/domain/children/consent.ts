import { ageOn, formatDay, type IsoDate } from '../dates.ts'

export const consentPurposes = ['gift', 'award', 'event', 'publishName', 'publishPhoto'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: from this age on the child must agree too before its private life is published. */
export const agreementAge = 7

const published: readonly ConsentPurpose[] = ['publishName', 'publishPhoto']

/** Whether the representative's consent alone is not enough. */
export const needsChildAgreement = (purpose: ConsentPurpose, birthDate: IsoDate, day: IsoDate): boolean =>
  published.includes(purpose) && ageOn(birthDate, day) >= agreementAge

export type ConsentState = { purpose: ConsentPurpose; withdrawnOn: IsoDate | null; childAgreed: boolean }

/** Whether the child's data may be used for a purpose on a day. Silence is no consent, and a child who has turned 7 since must have agreed. */
export const mayUse = (consents: readonly ConsentState[], purpose: ConsentPurpose, birthDate: IsoDate, day: IsoDate): boolean =>
  consents.some(
    (consent) =>
      consent.purpose === purpose && consent.withdrawnOn === null && (consent.childAgreed || !needsChildAgreement(purpose, birthDate, day)),
  )

/** Withdrawn and not given anew: the use stops. */
export const isWithdrawn = (consents: readonly ConsentState[], purpose: ConsentPurpose): boolean => {
  const given = consents.filter((consent) => consent.purpose === purpose)
  return given.length > 0 && given.every((consent) => consent.withdrawnOn !== null)
}

/** Purposes whose use must stop: once agreed to, now withdrawn. */
export const withdrawnPurposes = (consents: readonly ConsentState[]): ConsentPurpose[] =>
  consentPurposes.filter((purpose) => isWithdrawn(consents, purpose))

/** What stands beside a child that was taken off a list because its family said no. */
export const withdrawnReason = (day: IsoDate): string => `Gia đình rút sự đồng ý ngày ${formatDay(day)}`

/** What stands beside a consent of the parents alone once the child, now 7, has agreed too. */
export const replacedReason = 'Thay bằng sự đồng ý của cả cháu'
