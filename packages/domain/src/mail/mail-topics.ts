/**
 * What the product writes about. A person can do without an optional topic and not without the others: a code that was asked for,
 * an invitation, a decision on one's own case, an appointment.
 */
export const mailTopics = ['sign_in', 'account', 'invitation', 'decision', 'appointment', 'case', 'reminder', 'website_review', 'news', 'tips'] as const
export type MailTopic = (typeof mailTopics)[number]

export const optionalMailTopics = ['reminder', 'website_review', 'news', 'tips'] as const satisfies readonly MailTopic[]
export type OptionalMailTopic = (typeof optionalMailTopics)[number]

/** Whether a person may switch the topic off; such a mail goes to people with an account alone and says how to do without it. */
export const isOptionalTopic = (topic: MailTopic): topic is OptionalMailTopic => (optionalMailTopics as readonly MailTopic[]).includes(topic)
