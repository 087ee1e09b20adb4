import { describe, expect, it } from 'vitest'
import { errorTextsDe } from './error-texts.de.ts'
import { errorTextsEn } from './error-texts.en.ts'
import { DomainError, httpStatusOf, isErrorCode, isRetryable, trpcCodeOf, trpcCodes, type ErrorCode } from './errors.ts'

const codes = Object.keys(trpcCodes) as ErrorCode[]
const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+/)
/** Full stops end the sentences of these texts, so an address must not be cut in two. */
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter(word => /[\p{L}\d]/u.test(word))

describe('an error code', () => {
  it('reads noun.reason', () => {
    expect(codes.filter(code => !/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(code))).toEqual([])
  })

  it('is known only when it stands on the list', () => {
    expect(isErrorCode('code.wrong')).toBe(true)
    for (const foreign of ['toString', '__proto__', 'constructor', 'code', '', 7, null, undefined]) expect(isErrorCode(foreign)).toBe(false)
  })

  it.each([
    ['tenant.unknown_host', 'NOT_FOUND', 421],
    ['session.missing', 'UNAUTHORIZED', 401],
    ['role.forbidden', 'FORBIDDEN', 403],
    ['merchant.not_found', 'NOT_FOUND', 404],
    ['assessment.key_wrong', 'NOT_FOUND', 404],
    ['task.state_conflict', 'CONFLICT', 409],
    ['file.too_large', 'PAYLOAD_TOO_LARGE', 413],
    ['file.not_an_image', 'UNSUPPORTED_MEDIA_TYPE', 415],
    ['code.wrong', 'UNPROCESSABLE_CONTENT', 422],
    ['rate.limited', 'TOO_MANY_REQUESTS', 429],
    ['server.internal', 'INTERNAL_SERVER_ERROR', 500],
    ['lane.busy', 'SERVICE_UNAVAILABLE', 503],
  ] as const)('%s travels as %s, %i', (code, name, status) => {
    expect(trpcCodeOf(code)).toBe(name)
    expect(httpStatusOf(code)).toBe(status)
  })

  it('invites a repeat only where the server, not the sender, was at fault', () => {
    for (const code of codes.filter(isRetryable)) expect(httpStatusOf(code)).toBeOneOf([409, 503])
    expect(isRetryable('lane.unknown')).toBe(true)
    expect(isRetryable('task.state_conflict')).toBe(false)
    expect(isRetryable('lane.aborted')).toBe(false)
  })
})

describe('an error text', () => {
  const texts = codes.flatMap(code => [[code, errorTextsDe[code]], [code, errorTextsEn[code]]] as const)
  const offending = (fails: (text: string) => boolean) => texts.filter(([, text]) => fails(text))

  it('says what is wrong and what to do, in at least two sentences', () => {
    expect(offending(text => sentencesOf(text).length < 2)).toEqual([])
    expect(offending(text => !/^[\p{Lu}„].*[.]$/u.test(text))).toEqual([])
  })

  it('keeps to fifteen words a sentence', () => {
    expect(offending(text => sentencesOf(text).some(sentence => wordsOf(sentence).length > 15))).toEqual([])
  })

  it('has typographic quotes', () => {
    expect(offending(text => /["']/.test(text))).toEqual([])
  })

  it('is German in German, with real umlauts, and gives no order with "müssen"', () => {
    const german = codes.map(code => errorTextsDe[code])
    expect(german.filter(text => /\b(?:please|the|this)\b|fuer|ueber|koenn|Massnahme|\bm(?:ü|u)ss/i.test(text))).toEqual([])
    expect(codes.filter(code => /\b(?:bitte|der|die|das)\b/i.test(errorTextsEn[code]))).toEqual([])
  })
})

describe('a domain error', () => {
  it('carries its code and details, and its message tells nothing more', () => {
    const cause = new Error('inner')
    const error = new DomainError('rate.limited', { retryAfterSeconds: 60 }, { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'DomainError', code: 'rate.limited', details: { retryAfterSeconds: 60 }, message: 'rate.limited', cause })
    expect(new DomainError('session.missing').details).toEqual({})
  })
})
