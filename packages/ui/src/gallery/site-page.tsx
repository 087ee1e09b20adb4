import type { Component } from 'solid-js'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Details } from '../details.tsx'
import { Facts } from '../facts.tsx'
import { Hero } from '../hero.tsx'
import { Section } from '../section.tsx'
import { SiteShell } from '../site-shell.tsx'
import { Steps } from '../steps.tsx'

export const SitePage: Component = () => (
  <SiteShell
    brand={{ href: '?page=seite', name: 'Musterprogramm', note: 'Stadt Musterstadt' }}
    skipLabel="Zum Inhalt springen"
    menuLabel="Hauptmenü"
    menu={[{ href: '?page=seite', label: 'Start', current: true }, { href: '#betriebe', label: 'Betriebe' }, { href: '#termine', label: 'Termine' }, { href: '#en', label: 'English', lang: 'en' }]}
    footerLabel="Fußzeile"
    footerMenu={[{ href: '#impressum', label: 'Impressum' }, { href: '#datenschutz', label: 'Datenschutz' }, { href: '#barriere', label: 'Barrierefreiheit' }, { href: '#melden', label: 'Barriere melden' }]}
    sender={<address class="flow"><p><strong>Stadt Musterstadt</strong><br />Amt für Beispiele, Rathausplatz 1</p><p><a href="tel:+4900000000">0000 00 00 00</a>, montags bis freitags, 9 bis 15 Uhr</p></address>}
  >
    <Hero
      title="Ihr Laden. Auch im Netz gut zu finden."
      lead="Zehn Minuten Fragen, ein klarer Plan, ein Mensch an Ihrer Seite. Kostenlos für alle Läden in Musterstadt."
      actions={<><LinkButton href="?page=frage" size="large" iconEnd="arrow-right">Check starten</LinkButton><LinkButton href="#wie" variant="quiet">Wie läuft das ab?</LinkButton></>}
      aside={<Facts items={[{ label: 'Läden machen schon mit', value: '148' }, { label: 'Minuten dauert der Check', value: '10' }]} />}
    />
    <Section id="wie" title="So läuft es ab" lead="Vier Schritte, in Ihrem Tempo.">
      <Steps items={[
        { title: 'Fragen beantworten', text: 'Am Telefon oder am Rechner, ohne Anmeldung.' },
        { title: 'Ergebnis ansehen', text: 'Sie sehen sofort, was gut läuft und was sich lohnt.' },
        { title: 'Besuch vereinbaren', text: 'Eine Studentin oder ein Student kommt zu Ihnen in den Laden.' },
        { title: 'Gemeinsam umsetzen', text: 'Drei Monate lang, eine Sache nach der anderen.' },
      ]} />
    </Section>
    <Section title="Für wen das ist">
      <div class="grid two">
        <Card title="Für Läden" href="#laeden"><p>Einzelhandel, Handwerk, Gastronomie: alle mit Tür zur Straße.</p></Card>
        <Card title="Für Studierende" href="#studierende"><p>Praxis, die zählt, mit Zertifikat und Vergütung.</p></Card>
      </div>
    </Section>
    <Section title="Häufige Fragen">
      <Details summary="Was kostet das?" open><p>Nichts. Die Stadt trägt die Kosten.</p></Details>
      <Details summary="Wer sieht meine Antworten?"><p>Nur Sie, bis Sie etwas anderes entscheiden.</p></Details>
      <Details summary="Muss ich mich anmelden?"><p>Nein. Erst wenn Sie Ihren Plan behalten wollen.</p></Details>
    </Section>
  </SiteShell>
)
