import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { mailHref, telHref } from '../contact.ts'
import type { PageFrame } from '../page-frame.ts'
import { vcardPath } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { addressLines, findChatHref, findRouteHref, findWebHref, hostName } from '../platform/outside-links.ts'
import { langOfTheirs } from '../platform/platform-frame.ts'
import { findDistrictName } from '../platform/platform-labels.ts'

type ContactProps = { frame: PageFrame; content: ListingContent; slug: string }

/** Where it is, and the way there. */
export const Address: Component<Omit<ContactProps, 'slug'>> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const lines = () => [props.content.legalName ?? props.content.name, props.content.address.addition, ...addressLines(props.content.address)].filter(line => line !== null)
  return (
    <>
      <address lang={langOfTheirs(props.frame)}>
        <For each={lines()}>{(line, index) => (index() === 0 ? line : <><br />{line}</>)}</For>
        <Show when={findDistrictName(props.frame, props.content.address.districtId)}>{name => <><br /><span class="muted">{name()}</span></>}</Show>
      </address>
      <Show when={findRouteHref(props.content)}>
        {href => <p><a class="target" href={href()}>{words().route}</a> <span class="small muted no-print">{words().routeNote}</span></p>}
      </Show>
    </>
  )
}

type Phone = ListingContent['phones'][number]

const phoneHref = ({ kind, number }: Phone): string | undefined => {
  if (kind === 'fax') return undefined
  return kind === 'whatsapp' ? findChatHref(number) : telHref(number)
}

const PhoneLine: Component<{ frame: PageFrame; phone: Phone }> = props => (
  <li>
    <span class="small muted">{listingWords[props.frame.locale].phones[props.phone.kind]}</span>
    <Show when={phoneHref(props.phone)} fallback={props.phone.number}>{href => <a class="target" href={href()}>{props.phone.number}</a>}</Show>
  </li>
)

/** The pages of the business elsewhere; what is no page of the web is left out. */
const listElsewhere = ({ frame, content }: Omit<ContactProps, 'slug'>): { label: string; href: string }[] =>
  content.social.flatMap(({ network, url }) => {
    const href = findWebHref(url)
    return href === undefined ? [] : [{ href, label: network === 'other' ? hostName(href) : listingWords[frame.locale].networks[network] }]
  })

/** Every way to reach the business. */
export const Contact: Component<ContactProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const elsewhere = () => listElsewhere(props)
  return (
    <>
      <ul class="plain contact">
        <For each={props.content.phones}>{phone => <PhoneLine frame={props.frame} phone={phone} />}</For>
        <Show when={props.content.email}>
          {email => <li><span class="small muted">{words().email}</span><a class="target" href={mailHref(email())}>{email()}</a></li>}
        </Show>
        <Show when={findWebHref(props.content.website)}>
          {href => <li><span class="small muted">{words().website}</span><a class="target" href={href()}>{hostName(href())}</a></li>}
        </Show>
        <For each={elsewhere()}>{({ label, href }) => <li><a class="target" href={href}>{label}</a></li>}</For>
      </ul>
      <p class="no-print"><a class="target" href={vcardPath(props.slug)} type="text/vcard">{words().saveContact}</a></p>
    </>
  )
}
