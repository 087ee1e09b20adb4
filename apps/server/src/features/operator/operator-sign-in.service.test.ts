import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { openDesk } from './operator-desk.fixture.ts'
import { askForCode, enterWithCode, enterWithLink, signOut, whoAmI } from './operator-sign-in.service.ts'
import { createOperator, createOperatorLink, ensureOperator } from './operator.service.ts'

const email = 'betrieb@musterbetreiber.example'

let db: TestDatabase
beforeAll(async () => void (db = await createTestDatabase()))
afterAll(() => db.close())
beforeEach(async () => {
  await db.admin('delete from operators')
  await db.admin('delete from operator_sign_in_codes')
  await db.operator.withoutTenant(tx => createOperator(tx, { email, displayName: 'Mia Muster' }))
})

const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

describe('an operator signs in with a code', () => {
  it('from a mail, and is then known by the cookie', async () => {
    const desk = openDesk(db)
    expect(await whoAmI(desk.visit())).toBeNull()
    const { challengeId } = await askForCode(desk.visit(), { email: ' Betrieb@Musterbetreiber.example ' })
    const [mail] = desk.mails
    expect(mail).toMatchObject({ to: email })
    expect(mail?.text).toContain('http://console.localhost:3000/anmelden/link#')
    expect(await enterWithCode(desk.visit(), { challengeId, code: desk.codeIn(mail) })).toEqual({ home: 'console' })
    expect(await whoAmI(desk.visit())).toMatchObject({ email, displayName: 'Mia Muster' })
  })

  it('once: the same code does not open a second session', async () => {
    const desk = openDesk(db)
    const { challengeId } = await askForCode(desk.visit(), { email })
    const code = desk.codeIn(desk.mails[0])
    const both = await Promise.allSettled([enterWithCode(desk.visit(), { challengeId, code }), enterWithCode(desk.visit(), { challengeId, code })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db.admin('select count(*)::int as sessions from operator_sessions')).toEqual([{ sessions: 1 }])
  })

  it('within fifteen minutes', async () => {
    const desk = openDesk(db)
    const { challengeId } = await askForCode(desk.visit(), { email })
    desk.later(15)
    await expect(enterWithCode(desk.visit(), { challengeId, code: desk.codeIn(desk.mails[0]) })).rejects.toMatchObject({ code: 'code.expired' })
  })

  it('with five attempts, which stay counted; then the right code is of no use', async () => {
    const desk = openDesk(db)
    const { challengeId } = await askForCode(desk.visit(), { email })
    const code = desk.codeIn(desk.mails[0])
    for (let i = 0; i < 5; i++) await expect(enterWithCode(desk.visit(), { challengeId, code: wrongOf(code) })).rejects.toMatchObject({ code: 'code.wrong' })
    await expect(enterWithCode(desk.visit(), { challengeId, code })).rejects.toMatchObject({ code: 'code.expired' })
    expect(await db.admin('select attempts from operator_sign_in_codes')).toEqual([{ attempts: 5 }])
  })

  it('with ten attempts over all codes of an address, whatever the number of codes', async () => {
    const desk = openDesk(db)
    for (let i = 0; i < 2; i++) {
      const { challengeId } = await askForCode(desk.visit(), { email })
      for (let j = 0; j < 5; j++) await expect(enterWithCode(desk.visit(), { challengeId, code: wrongOf(desk.codeIn(desk.mails[i])) })).rejects.toMatchObject({ code: 'code.wrong' })
    }
    const { challengeId } = await askForCode(desk.visit(), { email })
    await expect(enterWithCode(desk.visit(), { challengeId, code: desk.codeIn(desk.mails[2]) })).rejects.toMatchObject({ code: 'rate.limited' })
    desk.later(32)
    const next = await askForCode(desk.visit(), { email })
    expect(await enterWithCode(desk.visit(), { ...next, code: desk.codeIn(desk.mails[3]) })).toEqual({ home: 'console' })
  })
})

describe('whoever is no operator', () => {
  it('gets the same answer and no mail', async () => {
    const desk = openDesk(db)
    const answer = await askForCode(desk.visit(), { email: 'fremd@beispiel.example' })
    expect(Object.keys(answer)).toEqual(Object.keys(await askForCode(desk.visit(), { email })))
    expect(desk.mails.map(({ to }) => to)).toEqual([email])
    await expect(enterWithCode(desk.visit(), { ...answer, code: '123456' })).rejects.toMatchObject({ code: 'code.wrong' })
  })

  it('is out as soon as the account ends, session and code alike', async () => {
    const desk = openDesk(db)
    const first = await askForCode(desk.visit(), { email })
    await enterWithCode(desk.visit(), { ...first, code: desk.codeIn(desk.mails[0]) })
    const second = await askForCode(desk.visit(), { email })
    await db.admin('update operators set ended_at = now()')
    expect(await whoAmI(desk.visit())).toBeNull()
    await expect(enterWithCode(desk.visit(), { ...second, code: desk.codeIn(desk.mails[1]) })).rejects.toMatchObject({ code: 'code.wrong' })
    await expect(db.operator.withoutTenant(tx => createOperatorLink(tx, { email, hours: 24, now: desk.clock.now }))).rejects.toMatchObject({ code: 'person.not_found' })
  })
})

describe('codes are limited', () => {
  it('to five in a quarter of an hour for an address, known or not', async () => {
    for (const address of [email, 'fremd@beispiel.example']) {
      const desk = openDesk(db)
      for (let i = 0; i < 5; i++) await askForCode(desk.visit(), { email: address })
      await expect(askForCode(desk.visit(), { email: address })).rejects.toMatchObject({ code: 'rate.limited', details: { retryAfterSeconds: expect.any(Number) } })
      desk.later(17)
      await askForCode(desk.visit(), { email: address })
    }
  })

  it('to forty over all addresses, even when asked at once', async () => {
    const desk = openDesk(db)
    const asked = await Promise.allSettled(Array.from({ length: 44 }, (_, i) => askForCode(desk.visit(), { email: `person${i}@beispiel.example` })))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(40)
  })
})

describe('without mail', () => {
  it('an embedded server tells the code by its log', async () => {
    const desk = openDesk(db, { mail: false })
    const { challengeId } = await askForCode(desk.visit(), { email })
    const code = /: (\d{6})"/.exec(desk.lines.join('\n'))?.[1] ?? ''
    expect(await enterWithCode(desk.visit(), { challengeId, code })).toEqual({ home: 'console' })
  })

  it('a server with a database of its own keeps the code to itself and reports the missing mail', async () => {
    const desk = openDesk(db, { mail: false, settings: { DATABASE_URL: 'postgres://admin@db.example/digitallotsen' } })
    await askForCode(desk.visit(), { email })
    expect(desk.lines.join('\n')).toContain('no mail is set up')
    expect(desk.lines.join('\n')).not.toMatch(/\b\d{6}\b/)
  })
})

describe('a link from the start', () => {
  const linkFor = (desk: ReturnType<typeof openDesk>) => db.operator.withoutTenant(tx => createOperatorLink(tx, { email, hours: 24, now: desk.clock.now }))

  it('signs in once', async () => {
    const desk = openDesk(db)
    const token = await linkFor(desk)
    expect(await enterWithLink(desk.visit(), { token })).toEqual({ home: 'console' })
    expect(await whoAmI(desk.visit())).toMatchObject({ email })
    await expect(enterWithLink(desk.visit(), { token })).rejects.toMatchObject({ code: 'link.invalid' })
  })

  it('ends after its hours, and cannot be opened with a code', async () => {
    const desk = openDesk(db)
    const token = await linkFor(desk)
    const [row] = await db.admin('select id from operator_sign_in_codes')
    await expect(enterWithCode(desk.visit(), { challengeId: String(row?.['id']), code: '' })).rejects.toMatchObject({ code: 'code.expired' })
    desk.later(24 * 60)
    await expect(enterWithLink(desk.visit(), { token })).rejects.toMatchObject({ code: 'link.invalid' })
  })
})

describe('a session', () => {
  const signedIn = async () => {
    const desk = openDesk(db)
    const operator = await db.operator.withoutTenant(tx => createOperator(tx, { email, displayName: null }))
    const token = await db.operator.withoutTenant(tx => createOperatorLink(tx, { operatorId: operator.id, hours: 1, now: desk.clock.now }))
    await enterWithLink(desk.visit(), { token })
    return desk
  }
  const ensure = (desk: ReturnType<typeof openDesk>) => db.operator.withoutTenant(tx => ensureOperator(tx, desk.browser.claims, desk.clock.now))

  it('ends after twelve hours', async () => {
    const desk = await signedIn()
    desk.later(12 * 60 - 1)
    expect(await ensure(desk)).toMatchObject({ email })
    desk.later(1)
    await expect(ensure(desk)).rejects.toMatchObject({ code: 'session.expired' })
  })

  it('ends with signing out, for a copy of the cookie too', async () => {
    const desk = await signedIn()
    const copy = desk.browser.claims
    expect(await signOut(desk.visit())).toEqual({ ended: true })
    expect(desk.browser.claims).toBeNull()
    await expect(ensure(desk)).rejects.toMatchObject({ code: 'session.missing' })
    desk.browser.claims = copy
    await expect(ensure(desk)).rejects.toMatchObject({ code: 'session.expired' })
    expect(await signOut(desk.visit())).toEqual({ ended: true })
  })

  it('is not opened by its id with another token, nor ended by it', async () => {
    const desk = await signedIn()
    const claims = desk.browser.claims
    desk.browser.claims = { sid: claims?.sid ?? '', tok: 'x'.repeat(43) }
    await expect(ensure(desk)).rejects.toMatchObject({ code: 'session.expired' })
    await signOut(desk.visit())
    desk.browser.claims = claims
    expect(await ensure(desk)).toMatchObject({ email })
  })
})
