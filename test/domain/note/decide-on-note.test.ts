import {
  decideOnNote,
  type NoteDeed,
  type NoteStanding,
} from '../../../domain/note/decide-on-note';
import type { NoteState } from '../../../domain/note/note';

const NOW = 1000;
const aStanding = (standing: Partial<NoteStanding> = {}): NoteStanding => ({
  type: 'reflection',
  state: 'to-read',
  sharing: null,
  ask: null,
  hasUses: false,
  checks: ['pass'],
  ...standing,
});
const outcome = (standing: Partial<NoteStanding>, deed: NoteDeed) => {
  const decision = decideOnNote(aStanding(standing), deed, NOW);
  return decision.kind === 'accepted' ? decision.state : decision.reason;
};
const ask = (scope: 'branch' | 'beyond' = 'branch') => ({ kind: 'ask', scope }) as const;
const use = (where: 'channel' | 'elsewhere' | 'dealt-with') => ({ kind: 'use', where }) as const;
const shared = { state: 'used', sharing: 'branch' } as const;
const openAsk = (untilAtMs: number) => ({ answer: 'open', untilAtMs }) as const;

test.each<[string, Partial<NoteStanding>, NoteDeed, string]>([
  ['an answer reads it', {}, { kind: 'answer' }, 'answered'],
  ['an answer leaves what is asked', { state: 'asked' }, { kind: 'answer' }, 'asked'],
  ['what is returned is not answered', { state: 'returned' }, { kind: 'answer' }, 'returned'],
  ['what is shared can be returned', shared, { kind: 'return' }, 'returned'],
  ['nothing is returned twice', { state: 'returned' }, { kind: 'return' }, 'returned'],
  ['what is in order needs no look', {}, { kind: 'approve' }, 'nothing-to-look-at'],
  ['a look leaves the state', { checks: ['pass', 'to-look-at'] }, { kind: 'approve' }, 'to-read'],
  ['what is read can be asked about', { state: 'answered' }, ask(), 'asked'],
  ['what is not read too', {}, ask(), 'asked'],
  ['a hazard is not shared', { type: 'hazard' }, ask(), 'not-to-share'],
  ['what waits for its check is not', { checks: ['pass', 'pending'] }, ask(), 'not-checked'],
  ['what is to be looked at is not', { checks: ['to-look-at'] }, ask(), 'not-checked'],
  ['nor what is in the hands of the author', { state: 'returned' }, ask(), 'returned'],
  [
    'within its days it is asked once',
    { state: 'asked', ask: openAsk(NOW + 1) },
    ask(),
    'already-asked',
  ],
  ['at their end it may be asked again', { state: 'asked', ask: openAsk(NOW) }, ask(), 'asked'],
  ['a no holds', { state: 'answered', ask: { answer: 'no', untilAtMs: 0 } }, ask(), 'declined'],
  ['what is shared is not asked about', shared, ask(), 'already-asked'],
  ['but whether it may leave the branch', shared, ask('beyond'), 'asked'],
  ['what may leave is not asked about', { ...shared, sharing: 'beyond' }, ask(), 'already-asked'],
  ['nothing leaves without consent', { state: 'answered' }, use('channel'), 'no-consent'],
  ['nor with one for the branch', shared, use('elsewhere'), 'no-consent'],
  ['with one beyond it does', { ...shared, sharing: 'beyond' }, use('elsewhere'), 'used'],
  ['a hazard is dealt with', { type: 'hazard' }, use('dealt-with'), 'used'],
  ['nothing else is', {}, use('dealt-with'), 'not-to-share'],
  ['a yes shares it', { state: 'asked' }, { kind: 'agree' }, 'used'],
  ['who was not asked cannot agree', { state: 'answered' }, { kind: 'agree' }, 'not-asked'],
  ['a no is as if nobody had asked', { state: 'asked' }, { kind: 'decline' }, 'answered'],
  ['a no to more leaves the sharing', { ...shared, state: 'asked' }, { kind: 'decline' }, 'used'],
  ['sharing can be taken back', shared, { kind: 'stop-sharing' }, 'answered'],
  ['what was printed stays used', { ...shared, hasUses: true }, { kind: 'stop-sharing' }, 'used'],
  ['what is not shared stays', {}, { kind: 'stop-sharing' }, 'to-read'],
  ['a note can be taken back', shared, { kind: 'take-back' }, 'taken-back'],
  ['while it is asked about no other words', { state: 'asked' }, { kind: 'hand-in' }, 'in-use'],
  ['nor while it is shared', shared, { kind: 'hand-in' }, 'in-use'],
])('%s', (_name, standing, deed, expected) => {
  expect(outcome(standing, deed)).toBe(expected);
});

test.each<NoteState>(['to-read', 'answered', 'returned', 'taken-back'])(
  'a new version of what is %s is to be read',
  (state) => {
    expect(outcome({ state }, { kind: 'hand-in' })).toBe('to-read');
  },
);
