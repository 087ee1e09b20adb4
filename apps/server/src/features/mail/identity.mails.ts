import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { writeMail } from './mail.service.ts'
import { newDeviceMail, type NewDevice } from './new-device.mail.ts'
import { noAccountMail } from './no-account.mail.ts'
import { planKeptMail, type KeptPlan } from './plan-kept.mail.ts'
import { signInCodeMail, type SignInCode } from './sign-in-code.mail.ts'

/** Whom a mail goes to, in which language, and from which city; `origin` is what its links begin with. */
export type Addressed = { recipient: string; locale: Locale; city: CityEntry; origin: string; now: Date }

/** The head of a letter to an address, whether it has an account or not. */
export const letterTo = ({ recipient, locale, city, origin, now }: Addressed) => ({ to: { email: recipient, locale }, city, origin, now })

export const sendSignInMail = async (tx: TenantTx, mail: Addressed & SignInCode): Promise<void> => {
  const goodUntil = new Date(mail.now.getTime() + mail.minutes * 60_000)
  await writeMail(tx, signInCodeMail, { ...letterTo(mail), input: mail, goodUntil })
}

export const sendNoAccountMail = async (tx: TenantTx, mail: Addressed): Promise<void> => {
  await writeMail(tx, noAccountMail, { ...letterTo(mail), input: null })
}

export const sendNewDeviceMail = async (tx: TenantTx, mail: Addressed & NewDevice): Promise<void> => {
  await writeMail(tx, newDeviceMail, { ...letterTo(mail), input: mail })
}

export const sendPlanKeptMail = async (tx: TenantTx, mail: Addressed & KeptPlan): Promise<void> => {
  await writeMail(tx, planKeptMail, { ...letterTo(mail), input: mail })
}
