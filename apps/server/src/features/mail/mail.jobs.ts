import * as z from 'zod/mini'
import type { MailSender } from '../../adapters/mail/mail-sender.ts'
import type { Services } from '../../services.ts'
import { deliverMail } from './delivery.service.ts'

/** `goodUntil` comes only from jobs of an earlier version; it stands with the mail now. */
const payload = z.strictObject({ tenant_id: z.uuid(), mailId: z.uuid(), goodUntil: z.optional(z.iso.datetime()) })

export const sendMailJob = async (services: Services, sender: MailSender, given: unknown, { isLast = false }: { isLast?: boolean } = {}): Promise<void> => {
  const { tenant_id: tenantId, mailId, goodUntil } = payload.parse(given)
  await deliverMail(services, sender, { tenantId, mailId, goodUntil, isLast })
}
