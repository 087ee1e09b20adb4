import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import type { ProfileCheck, ProfileResult } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { useListingHome, useMerchantId } from './listing-context.ts'
import { profilesQuery } from './listing.queries.ts'

type Channel = Outputs['listing']['profiles']['channels'][number]

const tones = { agrees: 'success', differs: 'warning', absent: 'neutral' } as const satisfies Record<ProfileResult, string>

const ChannelLine: Component<{ entry: Channel }> = props => {
  const words = useTexts('everywhere')
  const { locale } = useApp()
  const labels = listingWords[locale]
  const home = useListingHome()
  const differing = (check: ProfileCheck) => check.findings.filter(({ finding }) => finding !== 'same').map(({ field }) => labels.fields[field]).join(', ')
  return (
    <li class="job">
      <div>
        <a class="job-link" href={`${home}/ueberall?ort=${props.entry.channel}`}>{labels.channels[props.entry.channel]}</a>
        <Show when={props.entry.latest} fallback={<p class="small muted">{words.channels[props.entry.channel].why}</p>}>
          {latest => (
            <>
              <p class="small muted">{words.checkedOn(formatDay(latest().checkedOn, locale))}</p>
              <Show when={differing(latest())}>{fields => <p class="small">{words.differing(fields())}</p>}</Show>
            </>
          )}
        </Show>
      </div>
      <Show when={props.entry.latest} fallback={<Badge>{words.never}</Badge>}>{latest => <Badge tone={tones[latest().result]} icon={latest().result === 'agrees' ? 'check' : undefined}>{words.results[latest().result]}</Badge>}</Show>
    </li>
  )
}

/** Every place where the business may stand, with what the last look there found. */
export const ProfileList: Component = () => {
  const words = useTexts('everywhere')
  const { api } = useApp()
  const merchantId = useMerchantId()
  const profiles = useQuery(() => profilesQuery(api, merchantId))
  return (
    <>
      <p>{words.compareText}</p>
      <Loaded query={profiles} shape="text">
        {found => <ul class="plain-list split jobs"><For each={found().channels}>{entry => <ChannelLine entry={entry} />}</For></ul>}
      </Loaded>
    </>
  )
}
