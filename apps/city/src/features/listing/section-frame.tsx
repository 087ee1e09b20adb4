import { useNavigate } from '@solidjs/router'
import { Show, onMount } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { useListing, useListingHome, useListingPath } from './listing-context.ts'
import { PreviewAside } from './preview-aside.tsx'
import { SaveLine, SaveNotice } from './save-line.tsx'
import type { SectionForm } from './section-form.state.ts'
import { nextSection, sectionIds } from './sections.ts'
import type { SectionId } from './sections.ts'

type FrameProps = { section: SectionId; form?: SectionForm<never> | Pick<SectionForm, 'problems' | 'saveState' | 'left' | 'check'> }

const longestWait = 3000

/** A link into a section may name the field it is about; a page that is still being put together has it a little later. */
const goToNamedField = (): void => {
  const { hash } = window.location
  if (!hash.startsWith('#field-')) return
  const end = performance.now() + longestWait
  const look = (): void => {
    const field = document.getElementById(hash.slice(1))
    if (field) field.focus()
    else if (performance.now() < end) requestAnimationFrame(look)
  }
  setTimeout(look)
}

const afterClick = 250

/** A message that appears at once would push a button away under the finger that is just pressing it. */
const createLeaving = (say: (controlId: string) => void) => (event: FocusEvent): void => {
  const { target, relatedTarget } = event
  if (target instanceof HTMLElement && !(relatedTarget instanceof HTMLButtonElement)) setTimeout(() => say(target.id), afterClick)
}

/** What every section has around its fields: where one is, what is kept, and the way on. */
export const SectionFrame: ParentComponent<FrameProps> = props => {
  const texts = useTexts()
  const words = useTexts('listing')
  const session = useListing()
  const home = useListingHome()
  const path = useListingPath()
  const navigate = useNavigate()
  const title = () => words.sections[props.section].title
  const next = () => nextSection(props.section)
  const goOn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (props.form && !(await props.form.check())) return
    void session.flush()
    const following = next()
    navigate(following ? `${path}/${following}` : path)
  }
  usePage(title)
  onMount(goToNamedField)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={home}>{words.backToHub}</BackLink>
        <p class="eyebrow">{words.step(session.content().name, sectionIds.indexOf(props.section) + 1, sectionIds.length)}</p>
        <h1>{title()}</h1>
        <p class="lead">{words.sections[props.section].lead}</p>
        <ConflictNotice />
        <SaveNotice />
        <form class="flow" noValidate onSubmit={event => void goOn(event)} onFocusOut={createLeaving(id => props.form?.left(id))}>
          <Show when={props.form}>{form => <ErrorSummary title={texts.common.errorSummary} errors={form().problems()} />}</Show>
          {props.children}
          <div class="section-foot">
            <Button type="submit" iconEnd={next() ? 'arrow-right' : undefined}>{next() ? texts.common.next : words.done}</Button>
            <SaveLine {...(props.form ? { state: props.form.saveState() } : {})} />
          </div>
        </form>
      </div>
      <PreviewAside />
    </div>
  )
}
