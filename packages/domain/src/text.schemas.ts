import * as z from 'zod/mini'
import { canNormaliseEmail } from './identity/email.rules.ts'

/** PostgreSQL refuses U+0000 and a lone surrogate is no text: both are turned away at the door. */
const wellFormed = z.refine<string>(s => s.isWellFormed() && !s.includes('\0'), { error: 'text.malformed' })
const noLineBreaks = z.refine<string>(s => !/[\r\n]/.test(s), { error: 'text.single_line' })

/** One line of text, 1–120 characters, trimmed. */
export const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), wellFormed, noLineBreaks)
/** Several lines, 1–2,000 characters, trimmed. */
export const paragraph = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000), wellFormed)
/** A calendar day, YYYY-MM-DD, years 2000–2100. */
export const calendarDate = z.iso.date().check(z.refine<string>(s => s >= '2000-01-01' && s < '2100-01-01', { error: 'date.out_of_range' }))
/** A German postcode. */
export const postcode = z.string().check(z.regex(/^\d{5}$/))
/** As typed, umlaut domains included; `normaliseEmail` makes the form that identifies an account, and takes whatever passes here. */
export const emailAddress = z.string().check(
  z.trim(),
  z.maxLength(254),
  wellFormed,
  z.email({ pattern: z.regexes.unicodeEmail }),
  z.refine<string>(canNormaliseEmail, { error: 'email.invalid' }),
)
/** Languages of the interface; the pack says which a city offers. */
export const locale = z.enum(['de', 'en'])
export type Locale = z.output<typeof locale>
