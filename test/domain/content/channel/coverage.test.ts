import { reachOf, type Recipient } from '../../../../domain/content/channel/coverage';

const NOW = 1_000_000;
/** In an inbox since a while, and not looked at. */
const somebody: Recipient = {
  isTold: false,
  isSent: false,
  isBound: true,
  isAway: false,
  comesAtMs: NOW - 1000,
  seenAtMs: NOW - 1001,
};

test.each<[string, Partial<Recipient>, string]>([
  ['whose inbox was not on the screen since', {}, 'not-looked'],
  ['whose inbox was on the screen as it came', { seenAtMs: NOW - 1000 }, 'on-phone'],
  ['whose phone rang', { isSent: true }, 'on-phone'],
  ['who was told, also without a phone', { isTold: true, isBound: false }, 'in-person'],
  ['who was told and whose phone rang', { isTold: true, isSent: true }, 'in-person'],
  ['without an account', { isBound: false, isAway: true }, 'not-bound'],
  ['who is away', { isAway: true, comesAtMs: NOW + 1 }, 'away'],
  ['who is away and has looked', { isAway: true, seenAtMs: NOW }, 'on-phone'],
  ['whose instant has just come', { comesAtMs: NOW }, 'not-looked'],
  ['whose instant is to come', { comesAtMs: NOW + 1 }, 'waits'],
  // What was seen before it came is nothing of it.
  [
    'whose instant is to come, with a clock ahead',
    { comesAtMs: NOW + 1, seenAtMs: NOW + 2 },
    'waits',
  ],
])('an issue and somebody %s', (_, more, reach) => {
  expect(reachOf({ ...somebody, ...more }, NOW)).toBe(reach);
});
