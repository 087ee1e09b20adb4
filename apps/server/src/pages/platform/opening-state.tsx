import type { Component } from 'solid-js'
import { isOpenAt } from '@digitallotsen/domain/listing/hours.rules.ts'
import type { OpeningHours } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { openingSentence } from '@digitallotsen/domain/listing/opening-sentence.rules.ts'
import type { PlatformScene } from './platform-frame.ts'

/** Open or not, and until or from when; the words say it, the sign in front only helps. */
export const OpeningState: Component<{ scene: PlatformScene; hours: OpeningHours }> = props => (
  <p class={isOpenAt(props.hours, props.scene.asked) ? 'opening-state opening-state-open' : 'opening-state'}>
    {openingSentence(props.hours, props.scene.asked, props.scene.frame.locale)}
  </p>
)
