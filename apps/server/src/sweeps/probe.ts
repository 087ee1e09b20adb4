import { randomUUID } from 'node:crypto'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import { hashCode, hashToken, newToken } from '../features/session/token.ts'
import { consoleHost, testSecret, type Answer, type TestApp, type TestRequest } from '../testing/test-app.ts'
import { textOf } from './answers.ts'
import { createCase, type Case } from './case-scene.ts'
import { formerRoles, insertRows, roles, type CityScene } from './city-scene.ts'
import { isOnConsole, type Asker, type Situation, type Way } from './known-inputs.ts'
import type { Procedure } from './procedures.ts'
import { validInput, withValueAt, type Input } from './valid-input.ts'
import { committedOf, findTrace, fingerprintOf, lookAt, type Victim } from './victim.ts'

/** Two cities on one server, and what of it is asked. */
export type Scene = {
  app: TestApp
  admin: Query
  procedures: readonly Procedure[]
  /** Where the procedures are served. */
  prefix: string
  operatorId: string
}

/** What the two cities may not have done to each other, and what each may do at home. */
export class Findings {
  requests = 0
  ownControls = 0
  readonly failedControls: string[] = []
  readonly leaks: string[] = []
  readonly differing: string[] = []
  readonly changed: string[] = []
  /** Ids of which the scene has no foreign one to try. */
  readonly untried: string[] = []

  /** Takes in what another sweep has found. */
  add(other: Findings): void {
    this.requests += other.requests
    this.ownControls += other.ownControls
    for (const kind of ['failedControls', 'leaks', 'differing', 'changed', 'untried'] as const) this[kind].push(...other[kind])
  }

  get isClean(): boolean {
    return this.leaks.length + this.differing.length + this.changed.length + this.failedControls.length === 0
  }
}

/**
 * Cookies of people, and some that are none of the city's: `foreign` is the victim's office, `foreign-console` the operator, and
 * `foreign-signed` the victim's office with our signature for this very host, so that not only the audience keeps it out.
 */
export type Visitor = Asker | 'foreign' | 'foreign-signed' | 'foreign-console'

/** All who may stand at a city's door. */
export const everybody: readonly Visitor[] = [...roles, 'foreign', 'foreign-signed', 'foreign-console']

type Opening = { city: CityScene; other: CityScene; findings: Findings; seed: number; rows: number; rounds: number; visitors: readonly Visitor[] }

const newest = `update memberships set ended_at = now() where tenant_id = $1 and person_id = $2 and merchant_id is distinct from $3`

/** One city's people at the doors of their own city, with the other one in view: counts, and looks at every answer. */
export class Probe {
  scene: Scene
  findings: Findings
  readonly city: CityScene
  readonly rounds: number
  readonly visitors: readonly Visitor[]
  victim: Victim
  own: Case
  #cookies = new Map<Visitor, string | undefined>()
  #seed: number

  private constructor(scene: Scene, options: { city: CityScene; victim: Victim; own: Case; findings: Findings; seed: number; rounds: number; visitors: readonly Visitor[] }) {
    this.scene = scene
    this.city = options.city
    this.victim = options.victim
    this.own = options.own
    this.findings = options.findings
    this.rounds = options.rounds
    this.visitors = options.visitors
    this.#seed = options.seed
  }

  static async open(scene: Scene, { city, other, ...rest }: Opening): Promise<Probe> {
    const cases: Case[] = []
    for (let row = 0; row < rest.rows; row++) cases.push(await createCase(scene.admin, other))
    const own = await createCase(scene.admin, city)
    return new Probe(scene, { city, own, victim: await lookAt(scene.admin, other, cases), ...rest })
  }

  nextSeed(): number {
    return this.#seed++
  }

  /** A new business for the merchant and new sessions for all; the city's counters of attempts start anew. */
  async renew(): Promise<void> {
    const { admin } = this.scene
    this.own = await createCase(admin, this.city)
    await admin(newest, [this.city.id, this.city.people.merchant.id, this.own.merchantId])
    await this.forgetAttempts()
    for (const role of [...roles, ...formerRoles, 'operator'] as const) this.#cookies.delete(role)
  }

  async forgetAttempts({ id } = this.city): Promise<void> {
    await this.scene.admin(`delete from rate_counters where tenant_id = $1 and key like '%:%'`, [id])
    await this.scene.admin('delete from operator_sign_in_codes')
  }

  /** Looks at the victim anew, after it has done something itself. */
  async lookAgain(): Promise<void> {
    this.victim = await lookAt(this.scene.admin, this.victim.city, this.victim.cases)
  }

  async cookieOf(visitor: Visitor): Promise<string | undefined> {
    if (!this.#cookies.has(visitor)) {
      this.#cookies.set(visitor, await this.#signIn(visitor))
      if (visitor === 'foreign' || visitor === 'foreign-signed') await this.lookAgain()
    }
    return this.#cookies.get(visitor)
  }

  async #signIn(visitor: Visitor): Promise<string | undefined> {
    const { app, operatorId } = this.scene
    const { city } = this.victim
    if (visitor === 'anonymous') return undefined
    if (visitor === 'operator' || visitor === 'foreign-console') return app.signInOperator(operatorId)
    if (visitor === 'foreign') return app.signIn(city, city.people.office.id)
    if (visitor === 'foreign-signed') return app.cookieFor(this.city.host, await app.openSession(city, city.people.office.id))
    return app.signIn(this.city, this.city.people[visitor].id)
  }

  hostOf(procedure: Procedure): string {
    return isOnConsole(procedure.name) ? consoleHost : this.city.host
  }

  /** An input that is right in all its parts: own ids, and the values the way asks for. */
  async inputFor(procedure: Procedure, way: Way, { city = this.city, own = this.own, seed = this.nextSeed() } = {}): Promise<Input> {
    const filled = procedure.ids.reduce<unknown>((input, { entity, path }) => {
      const value = entity === undefined || entity === 'idempotency-key' ? randomUUID() : (own.ids[entity][0] ?? randomUUID())
      return path.some(step => typeof step === 'object') ? input : withValueAt(input, path, value, seed)
    }, validInput(procedure.schema, seed))
    const operator = isOnConsole(procedure.name) ? await this.#operatorChallenge() : { challengeId: '', code: '', linkToken: '' }
    const situation: Situation = { city, own, seed, operator }
    return { ...(filled as Input), ...way.input?.(situation) }
  }

  async #operatorChallenge(): Promise<Situation['operator']> {
    const [id, code, linkToken] = [randomUUID(), '123456', newToken()]
    const expires_at = new Date(Date.now() + 900_000).toISOString()
    const hashes = { code_hash: hashCode(testSecret, id, code), link_hash: hashToken(linkToken) }
    await insertRows(this.scene.admin, [['operator_sign_in_codes', { id, email: `${id}@post.example`, operator_id: this.scene.operatorId, ...hashes, expires_at }]])
    return { challengeId: id, code, linkToken }
  }

  async send(request: TestRequest): Promise<Answer> {
    this.findings.requests++
    return this.scene.app.send(request)
  }

  async #isChanged(): Promise<boolean> {
    const { admin } = this.scene
    const committed = await committedOf(admin)
    if (committed === this.victim.committed) return false
    if ((await fingerprintOf(admin, this.victim.city.id)) !== this.victim.fingerprint) return true
    this.victim = { ...this.victim, committed }
    return false
  }

  /** Sends what may not reach the victim; any trace of it in the answer is a leak, any change of it a fault. */
  async try(request: TestRequest, where: string, { writes }: { writes: boolean }): Promise<Answer> {
    const answer = await this.send(request)
    const trace = findTrace(textOf(answer), this.victim, `${String(request.url)} ${decodeURIComponent(String(request.url))} ${String(request.payload ?? '')}`)
    if (trace) this.findings.leaks.push(`${where}: ${trace}`)
    if (writes && (await this.#isChanged())) {
      this.findings.changed.push(where)
      await this.lookAgain()
    }
    return answer
  }

  /** Notes where two answers can be told apart that may not be. */
  compare(where: string, one: string, other: string): void {
    if (one === other) return
    const at = [...one].findIndex((letter, index) => letter !== other[index])
    this.findings.differing.push(`${where}: …${one.slice(Math.max(0, at - 60), at + 100)} ≠ …${other.slice(Math.max(0, at - 60), at + 100)}`)
  }
}
