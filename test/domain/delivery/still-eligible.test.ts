import type { DeliveryMessage } from '../../../domain/delivery/delivery-rules';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../../domain/delivery/delivery-situation';
import type { SendingFacts } from '../../../domain/delivery/still-eligible';
import { stillEligible } from '../../../domain/delivery/still-eligible';
import { at } from '../shift/people';
import { aMessage, aSituation } from './situations';

const AWAKE = '2026-03-05 16:00';
const ASLEEP = '2026-03-05 15:59';
const planned = {
  kind: 'deliver',
  atMs: 0,
  reason: { code: 'free-now' },
} as const;
const leastBad = { ...planned, leastBad: true } as const;
const look = (
  now: string,
  facts: Partial<SendingFacts> = {},
  message: Partial<DeliveryMessage> = {},
  situation: Partial<DeliverySituation> = {},
) => {
  const all = { isCancelled: false, isInAudience: true, isDone: false, plan: planned, ...facts };
  const answer = stillEligible(
    aMessage(message),
    all,
    aSituation(situation),
    at(now),
    DEFAULT_DELIVERY_RULES,
  );
  return 'because' in answer ? `${answer.kind} ${answer.because}` : answer.kind;
};

describe('the last look before sending', () => {
  it.each<
    [
      string,
      string,
      Partial<SendingFacts>,
      Partial<DeliveryMessage>,
      Partial<DeliverySituation>,
      string,
    ]
  >([
    ['all is as planned', AWAKE, {}, {}, {}, 'send'],
    ['the message was cancelled', AWAKE, { isCancelled: true }, {}, {}, 'drop message-cancelled'],
    ['the person left the branch', AWAKE, { isInAudience: false }, {}, {}, 'drop left-audience'],
    ['it was read in the app', AWAKE, { isDone: true }, {}, {}, 'drop already-done'],
    [
      'an outage outlasted the deadline',
      AWAKE,
      {},
      { deadlineAtMs: at(AWAKE) },
      {},
      'drop deadline-past',
    ],
    ['the person sleeps after all', ASLEEP, {}, {}, {}, 'plan-again'],
    ['the person is on duty after all', '2026-03-05 03:00', {}, {}, {}, 'plan-again'],
    ['it is urgent and the person sleeps', ASLEEP, {}, { urgency: 'urgent' }, {}, 'send'],
    ['the least bad was on duty', '2026-03-05 03:00', { plan: leastBad }, {}, {}, 'send'],
    [
      'the least bad turns out to be sleep',
      ASLEEP,
      { plan: leastBad },
      {},
      {},
      'inbox-only asleep',
    ],
    [
      'the day was full',
      AWAKE,
      { plan: { ...leastBad, inboxOnlyBecause: 'daily-limit' } },
      {},
      {},
      'inbox-only daily-limit',
    ],
    ['the account was unbound', AWAKE, {}, {}, { isBound: false }, 'inbox-only not-bound'],
    ['the credit is gone', AWAKE, {}, {}, { credits: { notice: 0 } }, 'inbox-only no-credit'],
    [
      'the credit is needed for something more important',
      AWAKE,
      {},
      {},
      { claims: [{ creditKind: 'notice', importance: 4 }] },
      'inbox-only no-credit',
    ],
  ])('%s', (_, now, facts, message, situation, expected) => {
    expect(look(now, facts, message, situation)).toBe(expected);
  });
});
