import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { addPerson, addShop, asOffice, identityWith, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import type { MerchantUpdate } from './merchant-record.schemas.ts'
import { createMerchant, ensureActiveMerchant, getMerchantRecord, updateMerchant } from './merchant.service.ts'

let db: TestDatabase
let place: TestCity
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
})
afterAll(() => db.close())

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))
const update = ({ owner }: Pick<Shop, 'owner'>, input: MerchantUpdate) => place.act(tx => updateMerchant(tx, { identity: owner, pack: place.city.pack, now: noon }, input))

describe('a new business', () => {
  const create = async (postcode: string | null, districtId: string | null) => {
    const personId = await addPerson(place)
    return place.act(tx => createMerchant(tx, { pack: place.city.pack, name: 'Käse & Brot', postcode, districtId, personId, now: noon }))
  }

  it('has an owner and can be found without umlauts', async () => {
    const id = await create('12346', 'mitte')
    expect(await db.admin('select search, state, sample from merchants where id = $1', [id])).toEqual([{ search: 'kaese & brot 12346', state: 'active', sample: false }])
    expect(await db.admin('select role, position from memberships where merchant_id = $1', [id])).toEqual([{ role: 'merchant', position: 'owner' }])
  })

  it('lies in this city, or nowhere yet', async () => {
    expect(await refusal(create('99999', null))).toBe('postcode.foreign')
    expect(await refusal(create(null, 'anderswo'))).toBe('district.unknown')
    expect(await refusal(create(null, null))).toBe('passed')
  })
})

describe('changing a business', () => {
  it('changes what is named, empties what is null, and leaves the rest', async () => {
    const shop = await addShop(place, 'Alter Name')
    const { merchantId } = shop
    await update(shop, { merchantId, phone: '02000 1', trade: 'Bücher' })
    expect(await update(shop, { merchantId, name: 'Neuer Name', districtId: null })).toMatchObject({ name: 'Neuer Name', districtId: null, postcode: '12345' })
    expect(await db.admin('select phone, trade, search from merchants where id = $1', [merchantId])).toEqual([
      { phone: '02000 1', trade: 'Bücher', search: 'neuer name 12345 buecher' },
    ])
    expect(await refusal(update(shop, { merchantId, postcode: '99999' }))).toBe('postcode.foreign')
  })

  it('is the owner\'s right: staff are refused, strangers learn nothing', async () => {
    const { merchantId, personId } = await addShop(place)
    const staff = identityWith(personId, { role: 'merchant', merchantId, merchantName: null, position: 'staff', universityId: null })
    expect(await refusal(update({ owner: staff }, { merchantId, name: 'X' }))).toBe('role.forbidden')
    expect(await refusal(update(await addShop(place), { merchantId, name: 'X' }))).toBe('merchant.not_found')
  })

  it('leaves no personal data in the trace', async () => {
    const shop = await addShop(place)
    await update(shop, { merchantId: shop.merchantId, phone: '02000 4711' })
    expect(JSON.stringify(await db.admin('select * from audit_events where entity_id = $1', [shop.merchantId]))).toMatch(/phone(?!.*4711)/)
  })
})

describe('seeing a business', () => {
  it('of another city, of other people and an absent one get one answer', async () => {
    const elsewhere = await openTestCity(db)
    const foreign = await addShop(elsewhere)
    const office = asOffice(await addPerson(place))
    const see = (identity: Shop['owner'], id: Shop['merchantId']) => refusal(place.act(tx => getMerchantRecord(tx, identity, id)))
    const own = await addShop(place)
    expect(await see(own.owner, own.merchantId)).toBe('passed')
    expect(await see(office, own.merchantId)).toBe('passed')
    expect(await see((await addShop(place)).owner, own.merchantId)).toBe('merchant.not_found')
    expect(await see(office, foreign.merchantId)).toBe('merchant.not_found')
    expect(await see(foreign.owner, foreign.merchantId)).toBe('merchant.not_found')
  })
})

describe('a business that pauses', () => {
  it('starts nothing new', async () => {
    const { merchantId } = await addShop(place)
    expect(await refusal(place.act(tx => ensureActiveMerchant(tx, merchantId)))).toBe('passed')
    await db.admin(`update merchants set state = 'paused' where id = $1`, [merchantId])
    expect(await refusal(place.act(tx => ensureActiveMerchant(tx, merchantId)))).toBe('merchant.not_active')
  })
})
