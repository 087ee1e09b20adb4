import { plural } from '../../lib/plural.ts'
import type { Lack } from '@digitallotsen/domain/mentorship/phase.rules.ts'
import type { AssignmentReason, MentorshipState, Outcome, PauseReason, Phase } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'

const phases: Record<Phase, string> = {
  interest: 'Interesse', accepted: 'Angenommen', first_talk: 'Erstgespräch', check: 'Check', plan: 'Plan', implementation: 'Umsetzung', closing: 'Abschluss', aftercare: 'Nachbetreuung',
}
const states: Record<MentorshipState, string> = { waiting: 'wartet', offered: 'angefragt', active: 'läuft', paused: 'pausiert', ended: 'beendet' }
const lacks: Record<Lack, string> = {
  guide: 'Es gibt noch keine feste Begleitung.',
  released_check: 'Der Check ist noch nicht freigegeben.',
  plan: 'Es gibt noch keinen Maßnahmenplan.',
  go: 'Das Go der Inhaberin oder des Inhabers fehlt.',
  open_measures: 'Es sind noch Maßnahmen offen.',
  second_check: 'Der zweite Check fehlt. Alternativ nennen Sie einen Grund.',
}
const pauseReasons: Record<PauseReason, string> = {
  time: 'keine Zeit', task: 'andere Aufgabe zuerst', change: 'Wechsel im Betrieb', unsuitable: 'passt gerade nicht', illness: 'Krankheit', season: 'Hochsaison', other: 'anderer Grund',
}
const outcomes: Record<Outcome, string> = {
  helped: 'Es hat geholfen', no_help_possible: 'Wir konnten nicht helfen', not_reachable: 'Nicht erreichbar', not_for_us: 'Passt nicht zu unserem Angebot', withdrew: 'Der Betrieb möchte nicht mehr',
}
const reasons: Record<AssignmentReason, string> = {
  capacity: 'Mir fehlt die Zeit', conflict: 'Ich bin befangen', distance: 'Zu weit weg', language: 'Sprache passt nicht', illness: 'Krankheit', semester_end: 'Semester endet', case_closed: 'Fall beendet',
  handover: 'Übergabe', left: 'Nicht mehr dabei', personal: 'Persönlicher Grund', other: 'Anderer Grund',
}
const events: Record<string, string> = {
  'case.requested': 'Begleitung gewünscht', 'guide.proposed': 'Lotse angefragt', 'guide.accepted': 'Begleitung angenommen', 'guide.declined': 'Anfrage abgelehnt', 'guide.expired': 'Anfrage blieb ohne Antwort',
  'guide.withdrawn': 'Anfrage zurückgenommen', 'guide.rejected': 'Der Betrieb wünscht jemand anderen', 'phase.moved': 'Neue Phase', 'go.given': 'Go für den Plan', 'case.paused': 'Pausiert', 'case.resumed': 'Geht weiter',
  'case.ended': 'Beendet', 'contact.noted': 'Kontakt', 'contact.reminded': 'An den Kontakt erinnert', 'note.added': 'Notiz geschrieben', 'note.removed': 'Notiz entfernt', 'check.released': 'Check freigegeben',
  'visit.proposed': 'Termin vorgeschlagen', 'visit.confirmed': 'Termin bestätigt', 'visit.rescheduled': 'Termin verlegt', 'visit.cancelled': 'Termin abgesagt', 'visit.missed': 'Zum Termin war niemand da', 'visit.held': 'Termin hat stattgefunden',
  'plan.task_started': 'Maßnahme begonnen', 'plan.task_finished': 'Maßnahme erledigt', 'plan.task_dropped': 'Maßnahme verworfen', 'plan.task_reopened': 'Maßnahme wieder geöffnet', 'plan.task_activated': 'Maßnahme nachgerückt',
  'plan.task_assigned': 'Zuständigkeit geändert', 'plan.task_scheduled': 'Termin der Maßnahme geändert', 'plan.task_carried': 'Maßnahme in den neuen Plan übernommen', 'plan.evidence_added': 'Nachweis hinzugefügt',
  'plan.evidence_removed': 'Nachweis entfernt', 'plan.evidence_restored': 'Nachweis wiederhergestellt', 'plan.check_submitted': 'Check abgeschlossen', 'plan.plan_created': 'Plan erstellt',
  'plan.finding_attached': 'Befund der Website-Prüfung zugeordnet', 'plan.finding_gone': 'Befund behoben',
}

/** The pages of a mentorship: of the business, of its guide and of the office. */
export const mentorship = {
  phases, states, lacks, pauseReasons, outcomes, reasons, events,
  otherEvent: 'Eintrag in der Fallakte',
  lights: { green: 'in Kontakt', yellow: 'über 3 Wochen still', red: 'über 6 Wochen still' },
  days: { mo: 'Mo', tu: 'Di', we: 'Mi', th: 'Do', fr: 'Fr', sa: 'Sa' },
  languages: { de: 'Deutsch', tr: 'Türkisch', ar: 'Arabisch', en: 'Englisch', pl: 'Polnisch', uk: 'Ukrainisch', ru: 'Russisch', fr: 'Französisch' } as Record<string, string>,
  none: 'keine Angabe',
  saved: 'Gespeichert.',
  choose: 'Bitte wählen',
  chooseError: 'Bitte wählen Sie etwas aus.',
  back: 'Zurück',
  desk: {
    title: 'Meine Fälle', lead: 'Was heute ansteht, steht oben.', asked: 'Anfragen an Sie', askedUntil: (day: string) => `Antwort bis ${day}`, accept: 'Ich übernehme', decline: 'Ich kann nicht',
    declineReason: 'Grund', declineSend: 'Absagen', accepted: 'Danke! Der Betrieb wird jetzt informiert.', declined: 'Das Büro sucht jemand anderen.', emptyTitle: 'Noch kein Fall',
    emptyText: 'Sobald das Büro Sie für einen Betrieb anfragt, steht es hier.', next: 'Nächster Schritt', noNext: 'Noch kein nächster Schritt eingetragen', cases: 'Meine Betriebe', rests: (day: string) => `ruht bis ${day}`,
  },
  file: {
    title: 'Fallakte', state: 'Stand', light: 'Kontakt', last: 'Letzter Kontakt', never: 'noch keiner', guide: 'Begleitung', nobody: 'noch niemand', contact: 'Ansprechperson im Betrieb', phone: 'Telefon', email: 'E-Mail', wishes: 'Wünsche',
    phaseTitle: 'Wo wir stehen', current: 'jetzt', missing: 'Das fehlt noch', toNext: (phase: string) => `Weiter zu „${phase}“`, back: (phase: string) => `Zurück zu „${phase}“`, withoutSecond: 'Warum gibt es keinen zweiten Check?',
    planTitle: 'Plan und Check', toPlan: 'Plan des Betriebs öffnen', openMeasures: (count: number) => `${count} von höchstens 5 Maßnahmen sind aktiv.`, released: (moment: string, version: number) => `${moment}, Fassung ${version}, freigegeben`,
    release: (moment: string) => `${moment} freigeben`, releaseHint: 'Nach der Freigabe ändert sich dieser Check nicht mehr.', releaseReason: 'Grund für die neue Fassung',
    nextStep: 'Nächster Schritt', saveNext: 'Merken', contacted: 'Kontakt heute notieren', notes: 'Geteilte Notizen', notesHint: 'Diese Notizen lesen der Betrieb, die Begleitung und das Büro.', note: 'Neue Notiz', addNote: 'Notiz teilen', remove: 'Entfernen',
    noNotes: 'Noch keine Notiz.', privateTitle: 'Nur für mich', privateHint: 'Diese Notizen liest niemand außer Ihnen. Sie wandern nie weiter.', addPrivate: 'Für mich merken', noSecrets: 'Keine Passwörter. Schreiben Sie: „Zugang liegt bei: …“.', noteError: 'Schreiben Sie zuerst etwas.',
    timeline: 'Verlauf', noEvents: 'Noch ist nichts geschehen.', pause: 'Pausieren', pauseReason: 'Warum?', pauseNote: 'Notiz dazu', resumeOn: 'Wiedervorlage am', resumeError: 'Wählen Sie einen Tag in der Zukunft.', resume: 'Weitermachen',
    paused: (reason: string, day: string) => `Pausiert: ${reason}. Wiedervorlage am ${day}.`, end: 'Beenden', endText: 'Danach können Sie noch 14 Tage lesen.', outcome: 'Was ist daraus geworden?', endReason: 'Begründung, falls der zweite Check fehlt', ended: (outcome: string) => `Beendet: ${outcome}`,
    asked: 'Wer gefragt wurde', withdraw: 'Anfrage zurücknehmen', toBusiness: 'Zum Betrieb',
  },
  shop: {
    title: 'Begleitung', lead: 'Studierende begleiten Sie kostenlos bei den nächsten Schritten.', askTitle: 'Eine Begleitung wünschen', language: 'In welchen Sprachen sprechen Sie gern?', when: 'An welchen Tagen passt es?', note: 'Was sollen wir wissen?',
    ask: 'Begleitung wünschen', asked: 'Ihr Wunsch ist da. Das Büro sucht jemanden für Sie.', waitingTitle: 'Wir suchen jemanden für Sie', waitingText: 'Sie bekommen eine E-Mail, sobald feststeht, wer kommt.', offeredText: 'Eine Person ist angefragt und antwortet innerhalb von fünf Werktagen.',
    comes: 'Wer zu Ihnen kommt', languages: 'Sprachen', write: 'E-Mail schreiben', standIn: 'Bis dahin ist für Sie da', other: 'Um jemand anderen bitten', otherText: 'Einen Grund müssen Sie nicht nennen. Das Büro sucht jemand anderen.', otherSend: 'Ja, bitte jemand anderen',
    rejected: 'Das Büro sucht jetzt jemand anderen.', goTitle: 'Ihr Go für den Plan', goText: 'Sehen Sie sich den Plan an. Mit Ihrem Go beginnt die Umsetzung.', go: 'Go geben', gone: (day: string) => `Go gegeben am ${day}`, endedTitle: 'Diese Begleitung ist beendet', again: 'Sie können jederzeit wieder eine Begleitung wünschen.',
  },
  change: {
    title: (name: string, day: string) => `${name} begleitet Sie ab ${day}`, text: 'Ihre Begleitung wechselt. Alles Besprochene geht mit.', agree: 'Einverstanden', agreed: 'Sie sind einverstanden.', object: 'Widersprechen',
    why: 'Warum passt es nicht? Sie dürfen das leer lassen.', objectSend: 'Widerspruch senden', objected: 'Sie haben widersprochen. Das Büro meldet sich bei Ihnen.',
  },
  office: {
    title: 'Patenschaften', caption: 'Alle Patenschaften', found: (count: number) => plural(count, 'Eine Patenschaft', '# Patenschaften'), search: 'Betrieb suchen', state: 'Stand', phase: 'Phase', light: 'Kontakt', all: 'Alle', business: 'Betrieb', guide: 'Begleitung', since: 'Gewünscht am', last: 'Letzter Kontakt',
    sort: 'Reihenfolge', sorts: { requested_at: 'Neueste zuerst', last_contact: 'Am längsten still', business: 'Nach Name' },
    emptyTitle: 'Keine Patenschaft gefunden', emptyText: 'Ändern Sie die Auswahl oder die Suche.', pages: { label: 'Seiten', previous: 'Zurück', next: 'Weiter', page: (page: number) => `Seite ${page}`, status: (page: number, count: number) => `Seite ${page} von ${count}` },
  },
}

export type MentorshipTexts = typeof mentorship
