import { sendForm } from '../../lib/send-form.ts'

export type NewPhoto = { merchantId: string; file: Blob; alt: string; idempotencyKey: string }

/** The one call of a listing beside tRPC: a photo travels as a form. */
export const sendListingPhoto = ({ file, ...fields }: NewPhoto): Promise<void> => sendForm('/upload/listing-photo', fields, file)
