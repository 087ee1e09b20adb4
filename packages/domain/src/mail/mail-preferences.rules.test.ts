import { expect, it } from 'vitest'
import { mailKinds } from './mail-kinds.ts'
import { isWanted, preferencesOf } from './mail-preferences.rules.ts'
import { topicWords } from './mail-topic.words.ts'
import { isOptionalTopic, mailTopics, optionalMailTopics } from './mail-topics.ts'

it('what belongs to the work begun comes unless it is switched off; what only interests must be asked for', () => {
  expect(optionalMailTopics.filter(topic => isWanted(topic, []))).toEqual(['reminder', 'website_review'])
  expect(isWanted('reminder', [{ topic: 'reminder', wanted: false }])).toBe(false)
  expect(isWanted('news', [{ topic: 'news', wanted: true }, { topic: 'tips', wanted: false }])).toBe(true)
})

it('a person is offered no switch for a topic that nothing is ever written about', () => {
  const written = new Set<string>(Object.values(mailKinds))
  expect(preferencesOf([]).map(({ topic }) => topic)).toEqual(optionalMailTopics.filter(topic => written.has(topic)))
})

it('codes, invitations, decisions, appointments and cases cannot be switched off', () => {
  expect(mailTopics.filter(topic => !isOptionalTopic(topic))).toEqual(['sign_in', 'account', 'invitation', 'decision', 'appointment', 'case'])
})

it('each topic that can be switched off has words in every language', () => {
  for (const words of Object.values(topicWords)) expect(Object.keys(words)).toEqual([...optionalMailTopics])
})
