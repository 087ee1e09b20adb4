import pino from 'pino'
import type { TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { readEnv } from '../../env.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { ConsoleVisit } from './operator-sign-in.service.ts'

type Mail = { to: string; subject: string; text: string }

/** The console's door with a clock, a mailbox and a browser of its own. */
export const openDesk = (db: TestDatabase, { mail = true, settings = {} }: { mail?: boolean; settings?: Record<string, string> } = {}) => {
  const mails: Mail[] = []
  const lines: string[] = []
  const clock = { now: new Date('2027-02-03T09:00:00Z') }
  const browser: { claims: SessionClaims | null } = { claims: null }
  const services: ConsoleVisit['services'] = {
    env: readEnv(settings),
    now: () => clock.now,
    secret: 'a secret of at least thirty-two characters',
    operatorLanes: db.operator,
    log: pino({ level: 'info' }, { write: line => void lines.push(line) }),
    ...(mail ? { operatorMail: async (one: Mail) => void mails.push(one) } : {}),
  }
  const visit = (): ConsoleVisit => ({
    services,
    origin: 'http://console.localhost:3000',
    claims: browser.claims,
    client: { agent: '' },
    cookie: { set: claims => (browser.claims = claims), clear: () => (browser.claims = null) },
  })
  const later = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  const codeIn = (mail: Mail | undefined) => /(\d{3}) (\d{3})/.exec(mail?.text ?? '')?.slice(1).join('') ?? ''
  return { services, visit, mails, lines, clock, browser, later, codeIn }
}
