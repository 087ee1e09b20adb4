import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { CopyButton } from './copy-button.tsx'
import { useListing } from './listing-context.ts'
import { useSheets } from './listing.queries.ts'
import './sheets.css'

type Found = Outputs['listing']['sheets']
type Sheet = Found['profiles'][number]

/** Where the owner of a profile signs in. */
const doors: Readonly<Record<Sheet['channel'], string>> = { google: 'https://business.google.com/', apple: 'https://businessconnect.apple.com/', bing: 'https://www.bingplaces.com/' }

const SheetRows: Component<{ sheet: Sheet }> = props => {
  const words = useTexts('everywhere')
  const idOf = (field: string) => `text-${props.sheet.channel}-${field}`
  return (
    <>
      <p><a href={doors[props.sheet.channel]} rel="external noopener noreferrer" target="_blank">{words.doors[props.sheet.channel]}</a></p>
      <dl class="copies">
        <For each={props.sheet.rows}>
          {({ field, label, value, limit }) => (
            <div>
              <dt>{label}</dt>
              <dd class="keep-lines" id={idOf(field)}>{value}</dd>
              <dd class="copies-end"><Show when={limit}>{most => <span class="small muted">{words.limit(value.length, most())}</span>}</Show><CopyButton text={value} name={label} source={idOf(field)} /></dd>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}

const CodeBlock: Component<{ id: string; name: string; text: string }> = props => (
  <div class="flow">
    <pre class="code" id={props.id} tabindex="0" aria-label={props.name}><code>{props.text}</code></pre>
    <CopyButton text={props.text} name={props.name} source={props.id} />
  </div>
)

const saveFile = (text: string, type: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const fileName = (name: string): string => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'visitenkarte'}.vcf`

const Technical: Component<{ found: Found }> = props => {
  const words = useTexts('everywhere')
  const session = useListing()
  const tags = () => props.found.osm.tags.map(({ key, value }) => `${key}=${value}`).join('\n')
  return (
    <>
      <Details summary={words.osmTitle}>
        <p>{words.osmText}</p>
        <CodeBlock id="text-osm" name={words.osmTitle} text={tags()} />
      </Details>
      <Details summary={words.jsonLdTitle}>
        <p>{words.jsonLdText}</p>
        <CodeBlock id="text-json-ld" name={words.jsonLdTitle} text={`<script type="application/ld+json">\n${props.found.jsonLd.replaceAll('<', '\\u003c')}\n</script>`} />
      </Details>
      <Details summary={words.vcardTitle}>
        <p>{words.vcardText}</p>
        <Button variant="secondary" icon="download" onClick={() => saveFile(props.found.vcard, 'text/vcard;charset=utf-8', fileName(session.content().name))}>{words.vcardLoad}</Button>
      </Details>
    </>
  )
}

/** The record, ready to be carried to other places. */
export const Sheets: Component = () => {
  const words = useTexts('everywhere')
  const { channels } = listingWords[useApp().locale]
  const sheets = useSheets()
  return (
    <>
      <p>{words.sheetsText}</p>
      <Loaded query={sheets} shape="text">
        {found => (
          <div>
            <For each={found().profiles}>{(sheet, index) => <Details summary={words.sheetOf(channels[sheet.channel])} open={index() === 0}><SheetRows sheet={sheet} /></Details>}</For>
            <Technical found={found()} />
          </div>
        )}
      </Loaded>
    </>
  )
}
