import { plural } from '../../lib/plural.ts'
import type { MentorshipTexts } from '../de/mentorship.ts'

export const mentorship: MentorshipTexts = {
  phases: { interest: 'Interest', accepted: 'Accepted', first_talk: 'First talk', check: 'Check', plan: 'Plan', implementation: 'Implementation', closing: 'Closing', aftercare: 'Aftercare' },
  states: { waiting: 'waiting', offered: 'asked', active: 'under way', paused: 'paused', ended: 'ended' },
  lacks: {
    guide: 'There is no guide yet.', released_check: 'The check has not been released yet.', plan: 'There is no plan yet.', go: 'The owner’s go is missing.', open_measures: 'There are measures still open.',
    second_check: 'The second check is missing. Alternatively, give a reason.',
  },
  pauseReasons: { time: 'no time', task: 'another task first', change: 'change in the business', unsuitable: 'does not fit right now', illness: 'illness', season: 'high season', other: 'another reason' },
  outcomes: { helped: 'It helped', no_help_possible: 'We could not help', not_reachable: 'Not reachable', not_for_us: 'Not what we offer', withdrew: 'The business no longer wants it' },
  reasons: {
    capacity: 'I lack the time', conflict: 'I am biased', distance: 'Too far away', language: 'Language does not fit', illness: 'Illness', semester_end: 'Semester ends', case_closed: 'Case ended', handover: 'Handover', left: 'No longer with us',
    personal: 'Personal reason', other: 'Another reason',
  },
  events: {
    'case.requested': 'Guide asked for', 'guide.proposed': 'Guide asked', 'guide.accepted': 'Guide accepted', 'guide.declined': 'Request declined', 'guide.expired': 'Request went unanswered', 'guide.withdrawn': 'Request withdrawn',
    'guide.rejected': 'The business asks for somebody else', 'phase.moved': 'New phase', 'go.given': 'Go for the plan', 'case.paused': 'Paused', 'case.resumed': 'Goes on', 'case.ended': 'Ended', 'contact.noted': 'Contact',
    'contact.reminded': 'Reminder of contact', 'note.added': 'Note written', 'note.removed': 'Note removed', 'check.released': 'Check released', 'visit.proposed': 'Appointment proposed', 'visit.confirmed': 'Appointment confirmed',
    'visit.rescheduled': 'Appointment moved', 'visit.cancelled': 'Appointment cancelled', 'visit.missed': 'Nobody was there for the appointment', 'visit.held': 'Appointment took place', 'plan.task_started': 'Measure begun', 'plan.task_finished': 'Measure done', 'plan.task_dropped': 'Measure dropped',
    'plan.task_reopened': 'Measure reopened', 'plan.task_activated': 'Measure moved up', 'plan.task_assigned': 'Responsibility changed', 'plan.task_scheduled': 'Date of the measure changed', 'plan.task_carried': 'Measure carried into the new plan',
    'plan.evidence_added': 'Evidence added', 'plan.evidence_removed': 'Evidence removed', 'plan.evidence_restored': 'Evidence restored', 'plan.check_submitted': 'Check finished', 'plan.plan_created': 'Plan made',
    'plan.finding_attached': 'Finding of the website check attached', 'plan.finding_gone': 'Finding resolved',
  },
  otherEvent: 'Entry in the case file',
  lights: { green: 'in contact', yellow: 'silent for over 3 weeks', red: 'silent for over 6 weeks' },
  days: { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat' },
  languages: { de: 'German', tr: 'Turkish', ar: 'Arabic', en: 'English', pl: 'Polish', uk: 'Ukrainian', ru: 'Russian', fr: 'French' },
  none: 'not given',
  saved: 'Saved.',
  choose: 'Please choose',
  chooseError: 'Please choose one.',
  back: 'Back',
  desk: {
    title: 'My cases', lead: 'What is due today comes first.', asked: 'Requests to you', askedUntil: day => `Answer by ${day}`, accept: 'I will take it', decline: 'I cannot', declineReason: 'Reason', declineSend: 'Decline',
    accepted: 'Thank you! The business is being told.', declined: 'The office is looking for somebody else.', emptyTitle: 'No case yet', emptyText: 'As soon as the office asks you for a business, it is shown here.', next: 'Next step',
    noNext: 'No next step yet', cases: 'My businesses', rests: day => `rests until ${day}`,
  },
  file: {
    title: 'Case file', state: 'State', light: 'Contact', last: 'Last contact', never: 'none yet', guide: 'Guide', nobody: 'nobody yet', contact: 'Contact at the business', phone: 'Phone', email: 'E-mail', wishes: 'Wishes', phaseTitle: 'Where we are',
    current: 'now', missing: 'Still missing', toNext: phase => `On to “${phase}”`, back: phase => `Back to “${phase}”`, withoutSecond: 'Why is there no second check?', planTitle: 'Plan and check', toPlan: 'Open the plan of the business',
    openMeasures: count => `${count} of at most 5 measures are active.`, released: (moment, version) => `${moment}, version ${version}, released`, release: moment => `Release ${moment}`, releaseHint: 'Once released, this check no longer changes.',
    releaseReason: 'Reason for the new version', nextStep: 'Next step', saveNext: 'Keep', contacted: 'Note contact today', notes: 'Shared notes', notesHint: 'The business, the guide and the office read these notes.', note: 'New note', addNote: 'Share note',
    remove: 'Remove', noNotes: 'No note yet.', privateTitle: 'For me alone', privateHint: 'Nobody but you reads these notes. They never move on.', addPrivate: 'Keep for me', noSecrets: 'No passwords. Write: “Access is with: …”.', noteError: 'Write something first.',
    timeline: 'History', noEvents: 'Nothing has happened yet.', pause: 'Pause', pauseReason: 'Why?', pauseNote: 'A note on it', resumeOn: 'Ask again on', resumeError: 'Choose a day in the future.', resume: 'Go on', paused: (reason, day) => `Paused: ${reason}. Ask again on ${day}.`,
    end: 'End', endText: 'You can read for another 14 days.', outcome: 'What came of it?', endReason: 'Reason, if the second check is missing', ended: outcome => `Ended: ${outcome}`, asked: 'Who was asked', withdraw: 'Withdraw the request', toBusiness: 'To the business',
  },
  shop: {
    title: 'Your guide', lead: 'Students accompany you free of charge through the next steps.', askTitle: 'Ask for a guide', language: 'Which languages do you like to speak?', when: 'Which days suit you?', note: 'What should we know?', ask: 'Ask for a guide',
    asked: 'We have your request. The office is looking for somebody.', waitingTitle: 'We are looking for somebody', waitingText: 'You get an e-mail as soon as we know who will come.', offeredText: 'Somebody has been asked and answers within five working days.', comes: 'Who comes to you',
    languages: 'Languages', write: 'Write an e-mail', standIn: 'Until then you can turn to', other: 'Ask for somebody else', otherText: 'You need not give a reason. The office looks for somebody else.', otherSend: 'Yes, somebody else please', rejected: 'The office is now looking for somebody else.',
    goTitle: 'Your go for the plan', goText: 'Have a look at the plan. With your go the work begins.', go: 'Give my go', gone: day => `Go given on ${day}`, endedTitle: 'This mentorship has ended', again: 'You can ask for a guide again at any time.',
  },
  change: {
    title: (name, day) => `${name} accompanies you from ${day}`, text: 'Your guide changes. Everything you agreed on goes along.', agree: 'I agree', agreed: 'You agree to the change.', object: 'Object',
    why: 'Why does it not fit? You may leave this empty.', objectSend: 'Send objection', objected: 'You have objected. The office will get in touch.',
  },
  office: {
    title: 'Mentorships', caption: 'All mentorships', found: count => plural(count, 'One mentorship', '# mentorships'), search: 'Find a business', state: 'State', phase: 'Phase', light: 'Contact', all: 'All', business: 'Business', guide: 'Guide', since: 'Asked for on', last: 'Last contact', sort: 'Order',
    sorts: { requested_at: 'Newest first', last_contact: 'Silent the longest', business: 'By name' }, emptyTitle: 'No mentorship found', emptyText: 'Change the choice or the search.',
    pages: { label: 'Pages', previous: 'Back', next: 'Next', page: page => `Page ${page}`, status: (page, count) => `Page ${page} of ${count}` },
  },
}
