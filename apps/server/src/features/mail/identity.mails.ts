import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { enqueueMail } from './mail.service.ts'
import type { MailScene } from './mail-words.ts'
import { newDeviceMail, type NewDevice } from './new-device.mail.ts'
import { noAccountMail } from './no-account.mail.ts'
import { planKeptMail, type KeptPlan } from './plan-kept.mail.ts'
import { signInCodeMail, type SignInCode } from './sign-in-code.mail.ts'

/** Whom a mail goes to, in which language, and from which city; `origin` is what its links begin with. */
export type Addressed = { recipient: string; locale: Locale; city: CityEntry; origin: string; now: Date }

const sceneOf = ({ city, locale, origin }: Addressed): MailScene => ({ pack: city.pack, locale, origin })

export const sendSignInMail = async (tx: TenantTx, mail: Addressed & SignInCode): Promise<void> => {
  const goodUntil = new Date(mail.now.getTime() + mail.minutes * 60_000)
  await enqueueMail(tx, { ...mail, topic: 'sign_in_code', words: signInCodeMail(sceneOf(mail), mail), goodUntil })
}

export const sendNoAccountMail = async (tx: TenantTx, mail: Addressed): Promise<void> => {
  await enqueueMail(tx, { ...mail, topic: 'no_account', words: noAccountMail(sceneOf(mail)) })
}

export const sendNewDeviceMail = async (tx: TenantTx, mail: Addressed & NewDevice): Promise<void> => {
  await enqueueMail(tx, { ...mail, topic: 'new_device', words: newDeviceMail(sceneOf(mail), mail) })
}

export const sendPlanKeptMail = async (tx: TenantTx, mail: Addressed & KeptPlan): Promise<void> => {
  await enqueueMail(tx, { ...mail, topic: 'plan_kept', words: planKeptMail(sceneOf(mail), mail) })
}
