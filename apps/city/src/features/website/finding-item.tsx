import type { Component, JSX } from 'solid-js'
import type { WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { WebsiteTexts } from '../../locales/de/website.ts'
import { FindingMarks, SeverityBadge } from './finding-marks.tsx'
import { FindingPlaces } from './finding-places.tsx'
import './website.css'

export const findingAnchor = (checkId: string): string => `befund-${checkId}`

/** Unfolds a finding and goes there; the hash alone would lead to something folded away. */
export const showFinding = (checkId: string): void => {
  const details = document.getElementById(findingAnchor(checkId))?.querySelector('details')
  if (!details) return
  details.open = true
  details.querySelector('summary')?.focus()
}

const askFor = (checkId: string, words: WebsiteTexts['finding']): string => {
  const asks: Readonly<Record<string, string>> = words.asks
  return asks[checkId.slice(0, 1)] ?? words.askOther
}

type FindingItemProps = { finding: WebsiteFinding; level: 3 | 4; open?: boolean; plan?: JSX.Element }

/** What was seen, what to do, whom to ask, and where it stands in the plan. */
const FindingBody: Component<FindingItemProps> = props => {
  const words = useTexts('website').finding
  const rows = () => [
    ...(props.finding.places.length > 0 ? [{ term: words.what, description: <FindingPlaces places={props.finding.places} /> }] : []),
    ...(props.finding.advice ? [{ term: words.advice, description: <span lang="de">{props.finding.advice}</span> }] : []),
    { term: words.ask, description: askFor(props.finding.checkId, words) },
    ...(props.finding.notes.length > 0 ? [{ term: words.notes, description: <FindingPlaces places={props.finding.notes} /> }] : []),
    ...(props.plan ? [{ term: words.plan, description: props.plan }] : []),
  ]
  return (
    <>
      <FindingMarks finding={props.finding} />
      <DefinitionList items={rows()} />
    </>
  )
}

/** A failed check, folded to its title and how bad it is. */
export const FindingItem: Component<FindingItemProps> = props => (
  <li class="finding" id={findingAnchor(props.finding.checkId)}>
    <Details
      open={props.open}
      summary={
        <>
          <Heading level={props.level} class="finding-title"><span lang="de">{props.finding.title}</span></Heading>
          <SeverityBadge severity={props.finding.severity} />
        </>
      }
    >
      <FindingBody {...props} />
    </Details>
  </li>
)
