/**
 * Suites that `npm test` leaves to `npm run soak` whole: what they walk at length others walk once.
 * Corners of one feature, every death of one function, attacks on stored ballots, the demo world in
 * all its parts, installing and starting as a fresh clone does.
 */
export const LEFT_TO_SOAK: readonly string[] = [
  'test/conformance/(aggregates|geo|ordering|queries|uniqueness)',
  'test/runtimes/',
  'test/tools/(start|install).test',
  'test/tools/deploy/first-officer',
  'test/local/world/(world|hours|seen|delivered|notices)',
  'test/local/world/star/',
  'test/local/cloud/(engine/(full-disk|index-scans|durability)|wechat/cloud-calls)',
  'test/two-versions/data-folder',
  'test/cloudfunctions/clock/(killed|late-clock|open-make-ups)',
  'test/cloudfunctions/clock/jobs/(keep-months|assess-months|notes-at-month-end|keep-duties|draft-recurring|take-down-(old|cut-off))',
  'test/cloudfunctions/star/ballot/(tampering|older-copy|able-at-the-end|equals|running|crashes|cut-off|bound-anew|worlds-compared|ending|struck-off|terms|putting-off)',
  'test/cloudfunctions/star/(month/unnamed|after/cut-off)',
  'test/cloudfunctions/branch/(dashboard/random-histories|import/request-budget)',
  'test/cloudfunctions/content/(channel/(cut-off|pre-shift|coverage|standing-in)|lecture/(cut-off|judging)|library/reading)',
  'test/cloudfunctions/content/(comment/answers|contest/question-bank|suggestion/(thread|pictures|ringing-follows))',
  'test/cloudfunctions/study/(writing/(cut-off|announce-change)|register/(answer-leave|reasons-of-leave|moved)|make-up/(quiz|office)|today/(asks-follow-the-office|asks-once-the-office-is-gone|documents-wait|owed-suggestions)|check-in/beside-a-mark)',
];
