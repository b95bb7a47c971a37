import { whyNotReached, type ToReach } from '../../../domain/notice/not-reached';

const NOW = 1_000_000;
const issue: ToReach = {
  isTold: false,
  isBound: true,
  isAway: false,
  comesAtMs: NOW - 100,
  seenAtMs: 0,
  isMustRead: false,
  outcome: 'inbox-only',
};
const mustRead = { isMustRead: true, outcome: 'sent' };
const asleep = { startAtMs: NOW - 100, endAtMs: NOW + 50, state: 'asleep' } as const;
const onDuty = { ...asleep, state: 'on-duty' } as const;
const resting = { ...asleep, state: 'resting-after-night' } as const;
const notYet = { comesAtMs: NOW + 1 };
const seen = { seenAtMs: NOW - 100 };

test.each([
  ['told in person', { isTold: true, isBound: false }, null, null],
  ['a phone that rang for an issue', { outcome: 'sent' }, null, null],
  ['an inbox on the screen as it came', seen, null, null],
  ['an inbox on the screen just before', { seenAtMs: NOW - 101 }, null, 'not-looked'],
  ['an inbox on the screen before it comes', { ...notYet, seenAtMs: NOW }, null, 'waits'],
  ['no account, on leave too', { isBound: false, isAway: true }, null, 'not-bound'],
  ['on leave, before it comes', { isAway: true, ...notYet }, null, 'away'],
  ['at its very instant', { comesAtMs: NOW }, null, 'not-looked'],
  ['no credit', { outcome: 'no-credit' }, null, 'no-credit'],
  ['no answer of WeChat', { outcome: 'unknown' }, null, 'unknown'],
  ['refused by WeChat', { outcome: 'failed' }, null, 'failed'],
  ['no instant left', { outcome: 'too-late' }, null, 'too-late'],
  ['nothing known yet', { outcome: null }, null, 'not-looked'],
  ['asleep since it came, without a credit', { outcome: 'no-credit' }, asleep, 'asleep'],
  ['asleep from after it came', { comesAtMs: NOW - 101 }, asleep, 'not-looked'],
  ['on shift since it came', {}, onDuty, 'on-duty'],
  ['resting since it came', {}, resting, 'asleep'],
  ['a must-read that was told', { ...mustRead, isTold: true }, null, null],
  ['a must-read that rang', mustRead, null, 'not-acknowledged'],
  ['a must-read that rang on shift', mustRead, onDuty, 'on-duty'],
  [
    'a must-read that was on the screen on shift',
    { ...mustRead, ...seen },
    onDuty,
    'not-acknowledged',
  ],
  ['a must-read without a credit', { isMustRead: true, outcome: 'no-credit' }, null, 'no-credit'],
  [
    'a must-read seen by who has unbound',
    { ...mustRead, ...seen, isBound: false },
    null,
    'not-bound',
  ],
  ['a must-read seen by who is on leave', { ...mustRead, ...seen, isAway: true }, null, 'away'],
] as const)('%s', (_name, facts, outOfReach, why) => {
  expect(whyNotReached({ ...issue, ...facts }, outOfReach, NOW)).toBe(why);
});
