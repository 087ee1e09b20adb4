import * as z from 'zod/mini'
import { paragraph } from '../text.schemas.ts'
import { holdsSecret } from './secret-signs.rules.ts'

const noSecret = z.refine<string>(text => !holdsSecret(text), { error: 'text.secret' })

/** Several lines without access data, 1–2,000 characters; refuses what looks like a password with `text.secret`. */
export const textWithoutSecrets = paragraph.check(noSecret)
