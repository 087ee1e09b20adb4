import type { OptionalMailTopic } from '@digitallotsen/domain/mail/mail-topics.ts'

/** What the page shows; `address` is where the button leads, without the language. */
export type UnsubscribeStep =
  | { kind: 'asking'; topic: OptionalMailTopic; address: string }
  | { kind: 'done'; topic: OptionalMailTopic }
  | { kind: 'invalid' }
  | { kind: 'limited' }
