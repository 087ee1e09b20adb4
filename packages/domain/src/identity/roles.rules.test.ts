import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { merchantId, personId } from '../ids.schemas.ts'
import type { Identity, Membership } from './identity.schemas.ts'
import { can, ensureCan, type Action, type Subject } from './roles.rules.ts'

const me = personId.parse('11111111-1111-4111-8111-111111111111')
const somebodyElse = personId.parse('22222222-2222-4222-8222-222222222222')
const myShop = merchantId.parse('33333333-3333-4333-8333-333333333333')
const mySecondShop = merchantId.parse('44444444-4444-4444-8444-444444444444')
const otherShop = merchantId.parse('55555555-5555-4555-8555-555555555555')

const member = (role: Membership['role'], facts: Partial<Membership> = {}): Membership =>
  ({ role, merchantId: null, merchantName: null, position: null, universityId: null, ...facts })
const identityOf = (...memberships: Membership[]): Identity => ({ personId: me, email: 'max@laden.example', displayName: null, memberships })

const people = {
  nobody: identityOf(),
  owner: identityOf(member('merchant', { merchantId: myShop, position: 'owner' })),
  staff: identityOf(member('merchant', { merchantId: myShop, position: 'staff' })),
  guide: identityOf(member('guide')),
  university: identityOf(member('university')),
  office: identityOf(member('office')),
  auditor: identityOf(member('auditor')),
}
type Person = keyof typeof people

/** For each action, who may do it to the subject beside it; everybody else may not. */
const table: readonly (readonly [Action, Subject, readonly Person[]])[] = [
  ['account.read_own', { personId: me }, Object.keys(people) as Person[]],
  ['account.change_own', { personId: somebodyElse }, []],
  ['account.export_own', {}, []],
  ['device.list_own', { personId: me }, Object.keys(people) as Person[]],
  ['device.end_own', { personId: somebodyElse }, []],
  ['merchant.read_own', { merchantId: myShop }, ['owner', 'staff']],
  ['merchant.read_own', { merchantId: otherShop }, []],
  ['merchant.read_own', {}, []],
  ['merchant.change_own', { merchantId: myShop }, ['owner']],
  ['merchant.withdraw_own', { merchantId: myShop }, ['owner']],
  ['merchant.withdraw_own', { merchantId: otherShop }, []],
  ['assessment.read_own', { merchantId: myShop }, ['owner', 'staff']],
  ['assessment.start_own', { merchantId: myShop }, ['owner', 'staff']],
  ['plan.read_own', { merchantId: otherShop }, []],
  ['task.change', { merchantId: myShop }, ['owner', 'staff']],
  ['task.change', { merchantId: otherShop }, []],
  ['evidence.add', { merchantId: myShop }, ['owner', 'staff']],
  ['evidence.remove', { personId: me }, []],
  ['website.check', { merchantId: myShop }, ['owner', 'staff']],
  ['website.check', { merchantId: otherShop }, []],
  ['website.check_any', { merchantId: otherShop }, ['office']],
  ['merchant.list', {}, ['office']],
  ['merchant.read', { merchantId: otherShop }, ['office']],
  ['assessment.read', { merchantId: myShop }, ['office']],
  ['plan.read', { merchantId: myShop }, ['office']],
  ['mentorship.match', {}, ['office']],
]

describe('a right', () => {
  it.each(table)('%s on %j belongs to %j', (action, subject, allowed) => {
    const able = (Object.keys(people) as Person[]).filter(person => can(people[person], action, subject))
    expect(able).toEqual(allowed)
  })

  it('in a shop is each shop’s own for a person with several', () => {
    const both = identityOf(
      member('merchant', { merchantId: myShop, position: 'staff' }),
      member('merchant', { merchantId: mySecondShop, position: 'owner' }),
    )
    expect(can(both, 'task.change', { merchantId: myShop })).toBe(true)
    expect(can(both, 'merchant.change_own', { merchantId: myShop })).toBe(false)
    expect(can(both, 'merchant.change_own', { merchantId: mySecondShop })).toBe(true)
    expect(can(both, 'task.change', { merchantId: otherShop })).toBe(false)
  })

  it('in a shop is not opened by a membership without a shop', () => {
    expect(can(identityOf(member('merchant', { position: 'owner' })), 'merchant.read_own', {})).toBe(false)
  })

  it('of the office is no right in a shop', () => {
    const office = identityOf(member('office', { merchantId: myShop }))
    expect(can(office, 'task.change', { merchantId: myShop })).toBe(false)
  })

  it('that is missing stops the caller', () => {
    expect(() => ensureCan(people.staff, 'merchant.list')).toThrow(new DomainError('role.forbidden', { action: 'merchant.list' }))
    expect(() => ensureCan(people.office, 'merchant.list')).not.toThrow()
  })
})
