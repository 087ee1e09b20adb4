import { expect, test } from 'vitest'
import { florist } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { Doer } from './listing-access.service.ts'
import { listingSetting } from './listing-record.schemas.ts'
import { settingOf } from './setting.service.ts'

const doer = { pack: { platform: { moderation: 'after' }, categories: [florist], federalState: 'NW' }, now: new Date('2026-11-25T08:00:00Z') } as unknown as Doer

test('a form learns how the city moderates, which trades there are, and which holidays come', () => {
  const setting = settingOf(doer)
  expect(listingSetting.parse(setting)).toEqual(setting)
  expect(setting).toMatchObject({ moderation: 'after', categories: [{ id: 'florist', label: florist.label, synonyms: florist.synonyms }] })
  expect(setting.holidays).toContainEqual({ date: '2026-12-25', name: '1. Weihnachtstag' })
  expect(setting.holidays.some(({ date }) => date === '2027-06-03')).toBe(false)
  expect(setting.holidays).toContainEqual({ date: '2027-05-27', name: 'Fronleichnam' })
})
