import { describe, expect, it } from 'vitest'
import { canHold, isShortNotice, listSteps, type VisitStanding } from './visit.rules.ts'

const now = new Date('2026-03-02T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const proposed = (offerBy: 'guide' | 'merchant'): VisitStanding => ({ state: 'proposed', startsAt: null, offerBy })
const agreed = (hours: number, offerBy: VisitStanding['offerBy'] = null): VisitStanding => ({ state: 'confirmed', startsAt: inHours(hours), offerBy })

describe('who may do what until when', () => {
  it.each([
    ['what the guide proposed, the business answers', proposed('guide'), 'merchant', ['confirm', 'offer', 'cancel']],
    ['what the guide proposed, she cannot confirm herself', proposed('guide'), 'guide', ['offer', 'cancel']],
    ['what the guide proposed, the office cannot confirm either', proposed('guide'), 'office', ['offer', 'cancel']],
    ['what the business proposed, the guide answers', proposed('merchant'), 'guide', ['confirm', 'offer', 'cancel']],
    ['what is agreed can be moved or cancelled', agreed(1), 'merchant', ['offer', 'cancel']],
    ['another time for what is agreed is confirmed by the other side', agreed(30, 'guide'), 'merchant', ['confirm', 'offer', 'cancel']],
    ['what has begun cannot be changed', agreed(-1), 'merchant', []],
    ['what has begun is missed by the guide alone', agreed(-1), 'guide', ['miss']],
    ['what has begun is not moved by an old offer', agreed(-1, 'guide'), 'merchant', []],
    ['what is cancelled stays so', { state: 'cancelled', startsAt: inHours(5), offerBy: null }, 'guide', []],
    ['what took place stays so', { state: 'held', startsAt: inHours(-5), offerBy: null }, 'guide', []],
  ] as const)('%s', (_, standing, actor, steps) => {
    expect(listSteps(standing, actor, now)).toEqual(steps)
  })

  it('calls less than a day short notice', () => {
    expect([isShortNotice(agreed(23.9), now), isShortNotice(agreed(24), now), isShortNotice(proposed('guide'), now)]).toEqual([true, false, false])
  })

  it('lets take place what was confirmed, and nothing else', () => {
    expect(canHold(agreed(-1)).ok).toBe(true)
    expect(canHold({ ...agreed(-1), state: 'missed' }).ok).toBe(true)
    expect(canHold(proposed('guide')).ok).toBe(false)
    expect(canHold({ ...agreed(1), state: 'cancelled' }).ok).toBe(false)
  })
})
