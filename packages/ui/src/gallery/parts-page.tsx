import { For, createSignal, onMount } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Details } from '../details.tsx'
import { Dialog } from '../dialog.tsx'
import { EmptyState } from '../empty-state.tsx'
import { iconNames } from '../icon-names.ts'
import { Icon } from '../icon.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from '../progress.tsx'
import { SaveState } from '../save-state.tsx'
import type { SaveStateName } from '../save-state.tsx'
import { Skeleton } from '../skeleton.tsx'
import { Stepper } from '../stepper.tsx'
import { ToastProvider, useToasts } from '../toast-region.tsx'
import { Frame } from './frame.tsx'
import { Specimen } from './specimen.tsx'

const colours = [
  'surface-page', 'surface-raised', 'surface-sunken', 'surface-brand', 'action', 'action-soft', 'accent', 'accent-soft',
  'success', 'success-soft', 'warning', 'warning-soft', 'danger', 'danger-soft', 'brand',
]
const states: SaveStateName[] = ['saving', 'saved', 'offline', 'failed']

const Deleter: Component = () => {
  const toasts = useToasts()
  const remove = (): number => toasts.show({ message: 'Eintrag in den Papierkorb gelegt.', undo: { label: 'Rückgängig', onUndo: () => toasts.show({ message: 'Eintrag ist wieder da.' }) } })
  return <Button variant="secondary" icon="trash" onClick={remove}>Eintrag löschen</Button>
}

const DialogSpecimen: Component = () => {
  const [open, setOpen] = createSignal(false)
  onMount(() => setOpen(location.hash === '#dialog'))
  return (
    <>
      <Button onClick={() => setOpen(true)}>Dialog öffnen</Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title="Betrieb schließen?"
        closeLabel="Schließen"
        actions={
          <>
            <Button variant="danger" onClick={() => setOpen(false)}>Betrieb schließen</Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>Abbrechen</Button>
          </>
        }
      >
        <div class="flow">
          <p>Ihre Angaben werden nach 30 Tagen gelöscht. Das lässt sich danach nicht mehr ändern.</p>
          <p class="muted">Sie erhalten vorher eine E-Mail.</p>
        </div>
      </Dialog>
    </>
  )
}

export const PartsPage: Component = () => (
  <ToastProvider label="Meldungen" closeLabel="Meldung schließen">
    <Frame page="teile">
      <div class="flow">
        <h1>Bausteine</h1>
        <Specimen title="Schrift">
          <h1>Überschrift der Seite</h1>
          <p class="lead">Ein Vorspann in ruhiger Größe, der in zwei Sätzen sagt, worum es geht.</p>
          <h2>Ein Abschnitt mit einem etwas längeren Titel</h2>
          <div class="prose flow">
            <p>Fließtext steht in einer Spalte, die man gern liest. Ein <a href="#x">Verweis</a> ist unterstrichen, <strong>Wichtiges</strong> ist halbfett. Zahlen wie 1.234,50 € stehen ruhig.</p>
            <h3>Was Sie brauchen</h3>
            <ul><li>zehn Minuten Zeit</li><li>ein Telefon oder einen Rechner</li></ul>
            <p class="small muted">Kleingedrucktes bleibt lesbar.</p>
          </div>
        </Specimen>
        <Specimen title="Farben">
          <div class="swatches"><For each={colours}>{(name) => <div class="small"><div class={`swatch swatch-${name}`} />{name}</div>}</For></div>
        </Specimen>
        <Specimen title="Hinweise">
          <Notice title="Gut zu wissen"><p>Der Check ist kostenlos und dauert zehn Minuten.</p></Notice>
          <Notice tone="success" title="Termin gebucht"><p>Mi., 3. Februar 2027, 14:00 Uhr</p></Notice>
          <Notice tone="warning" title="Noch nicht gesendet"><p>Sie sind offline. Wir senden, sobald das Netz wieder da ist.</p></Notice>
          <Notice tone="danger" title="Das hat nicht geklappt"><p>Der Server antwortet nicht. Bitte versuchen Sie es in einer Minute noch einmal.</p></Notice>
        </Specimen>
        <Specimen title="Marken">
          <div class="row"><Badge>offen</Badge><Badge tone="info">in Arbeit</Badge><Badge tone="success" icon="check">erledigt</Badge><Badge tone="warning" icon="clock">bald fällig</Badge><Badge tone="danger" icon="warning">überfällig</Badge><Badge tone="accent">neu</Badge></div>
        </Specimen>
        <Specimen title="Karten">
          <div class="grid three">
            <Card title="Gerahmt" eyebrow="Vorspann"><p>Eine ruhige Fläche für eine Sache.</p></Card>
            <Card look="plain" title="Ohne Rahmen"><p>Für Nebensachen auf getöntem Grund.</p></Card>
            <Card look="marked" title="Als Verweis" href="#karte"><p>Die ganze Karte ist das Ziel.</p></Card>
          </div>
        </Specimen>
        <Specimen title="Fortschritt und Speichern">
          <Progress value={18} max={30} label="Frage 18 von 30" rest="noch etwa 5 Minuten" />
          <div class="row"><For each={states}>{(state) => <SaveState state={state} texts={{ saving: 'Speichert …', saved: 'Gespeichert', offline: 'Offline gespeichert', failed: 'Nicht gespeichert' }} />}</For></div>
          <Stepper label="Schritte" doneLabel="erledigt" steps={[{ label: 'Angaben zum Betrieb', state: 'done', href: '#1' }, { label: 'Fragen beantworten', state: 'current', href: '#2' }, { label: 'Antworten prüfen', state: 'open' }]} />
        </Specimen>
        <Specimen title="Mehr anzeigen">
          <Details summary="Was kostet das?" open><p>Nichts. Die Stadt trägt die Kosten.</p></Details>
          <Details summary="Wer sieht meine Angaben?"><p>Nur Ihre Begleitung und die Stadt.</p></Details>
        </Specimen>
        <Specimen title="Dialog und Meldung"><div class="row"><DialogSpecimen /><Deleter /></div></Specimen>
        <Specimen title="Leer">
          <EmptyState icon="calendar" level={3} title="Noch keine Termine" action={<Button>Termin vorschlagen</Button>}><p>Hier stehen Ihre Besuche mit Ort und Uhrzeit. Schlagen Sie den ersten vor.</p></EmptyState>
        </Specimen>
        <Specimen title="Wird geladen">
          <div class="grid three"><Skeleton label="Wird geladen" /><Skeleton label="Wird geladen" shape="page" lines={4} /><Skeleton label="Wird geladen" shape="cards" lines={1} /></div>
        </Specimen>
        <Specimen title="Zeichen">
          <div class="sprite-list"><For each={iconNames}>{(name) => <div><Icon name={name} size="large" />{name}</div>}</For></div>
        </Specimen>
        <Specimen title="Auf dem Farbband">
          <div class="on-brand"><div class="wrap flow"><h3>Auf getöntem Grund</h3><p>Text und <a href="#b">Verweis</a> bleiben lesbar.</p><div class="row"><Button>Los geht’s</Button><Button variant="secondary">Mehr erfahren</Button><Button variant="quiet">Später</Button></div></div></div>
        </Specimen>
      </div>
    </Frame>
  </ToastProvider>
)
