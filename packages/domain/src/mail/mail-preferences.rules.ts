import { mailKinds } from './mail-kinds.ts'
import { optionalMailTopics, type MailTopic, type OptionalMailTopic } from './mail-topics.ts'

/** What holds where a person has said nothing: what belongs to the work they have begun comes, what only interests is asked for first. */
const preset: Record<OptionalMailTopic, boolean> = { reminder: true, website_review: true, news: false, tips: false }

export type MailPreference = { topic: OptionalMailTopic; wanted: boolean }

/** Whether a person gets mails of the topic: their own word, else the preset. */
export const isWanted = (topic: OptionalMailTopic, said: readonly MailPreference[]): boolean => said.find(one => one.topic === topic)?.wanted ?? preset[topic]

const written: ReadonlySet<MailTopic> = new Set(Object.values(mailKinds))

/** Every optional topic that any mail falls under, with what holds for the person, in the order in which they are shown. */
export const preferencesOf = (said: readonly MailPreference[]): MailPreference[] =>
  optionalMailTopics.filter(topic => written.has(topic)).map(topic => ({ topic, wanted: isWanted(topic, said) }))
