import type { MailKind } from '@digitallotsen/domain/mail/mail-kinds.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { MailContent, MailScene } from './mail-words.ts'

/** What a mail of one kind says, in each language; `examples` are inputs that show all its forms, with the given text wherever somebody's own words stand. */
export type MailPlan<K extends MailKind, I> = {
  kind: K
  words: Record<Locale, (input: I, scene: MailScene) => MailContent>
  examples: (text: string) => readonly NoInfer<I>[]
}

export type MailTemplate<K extends MailKind, I> = {
  kind: K
  say: (scene: MailScene, input: I) => MailContent
  show: (scene: MailScene, text: string) => MailContent[]
}

/** A mail that `writeMail` takes; a line in sweeps/every-mail.ts puts it under the sweep, and without one nothing compiles. */
export const defineMail = <K extends MailKind, I>({ kind, words, examples }: MailPlan<K, I>): MailTemplate<K, I> => {
  const say = (scene: MailScene, input: I): MailContent => words[scene.locale](input, scene)
  return { kind, say, show: (scene, text) => examples(text).map(input => say(scene, input)) }
}
