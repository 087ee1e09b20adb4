import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Hero } from '@digitallotsen/ui/hero.tsx'
import { linkFrom } from '../page-frame.ts'
import { telHref } from '../contact.ts'
import { firstText, textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'
import { Street } from './street.tsx'

/** The two ways into the check, each with what it takes. */
export const StartButtons: Component<{ frame: PartFrame }> = props => {
  const features = () => props.frame.pack.features
  const text = (key: string) => textOf(props.frame, key)
  const words = () => wordsOf(props.frame.locale)
  return (
    <>
      <Show when={features().fullCheck}>
        <div class="start">
          <LinkButton href={linkFrom(props.frame, '/check/voll')} size="large" iconEnd="arrow-right">{firstText(text('home.start'), words().toCheck)}</LinkButton>
          <p class="small">{text('home.startNote')}</p>
        </div>
      </Show>
      <Show when={features().quickCheck}>
        <div class="start">
          <LinkButton href={linkFrom(props.frame, '/check/schnell')} size="large" variant={features().fullCheck ? 'secondary' : 'primary'}>{firstText(text('home.quickStart'), words().toCheck)}</LinkButton>
          <p class="small">{text('home.quickNote')}</p>
        </div>
      </Show>
      <Show when={props.frame.pack.city.contact.phone}>
        {phone => <p class="call-line">{words().ratherCall} <a href={telHref(phone())}>{phone()}</a></p>}
      </Show>
    </>
  )
}

export const HomeHero: Component<{ frame: PartFrame }> = props => (
  <div class="opening">
    <Hero
      title={firstText(textOf(props.frame, 'home.title'), props.frame.pack.programme)}
      lead={firstText(textOf(props.frame, 'home.lead'), props.frame.pack.claim)}
      actions={<StartButtons frame={props.frame} />}
      aside={<Street />}
    />
  </div>
)
