import type {
  DeliveryDocument,
  DeliveryGroup,
} from '../../../../cloudfunctions/_store/delivery/delivery-document';
import { countsOf, waitingOf } from '../../../../cloudfunctions/notify/sending/outcome-counts';
import { aDelivery, aGroup } from '../../../builders/deliveries';

const ack = { atMs: 1, toldBy: null };
const sentTo = (outcomes: DeliveryGroup['outcomes'], acks: DeliveryDocument['acks'] = {}) => {
  const memberIds = Object.keys(outcomes);
  return aDelivery('m', memberIds, { groups: [aGroup(memberIds, { outcomes })], acks });
};

test('whom only the inbox has reached is in one count, whatever kept the subscribe message', () => {
  const counts = countsOf([sentTo({ a: 'sent', b: 'inbox-only', c: 'no-credit', d: 'unknown' })]);
  expect(counts).toMatchObject({ recipients: 4, waiting: 0, sent: 1, inboxOnly: 2, unknown: 1 });
});

test('who acknowledged was reached: never more answers than people it came to', () => {
  const counts = countsOf([
    sentTo({ a: 'sent', b: 'failed', c: 'unknown' }, { a: ack, b: ack, c: ack }),
  ]);
  expect(counts).toMatchObject({ sent: 1, unknown: 1, inboxOnly: 1, failed: 0, acknowledged: 3 });
});

test('an inbox that no account is bound to has reached nobody', () => {
  const documents = [sentTo({ a: 'inbox-only', b: 'no-credit', c: 'sent' })];
  const counts = countsOf(documents, new Set(['a', 'b', 'c']));
  expect(counts).toMatchObject({ inboxOnly: 0, failed: 2, sent: 1 });
});

test('who was released afterwards is counted nowhere', () => {
  const document = { ...sentTo({ a: 'sent', b: 'sent' }), memberIds: ['a'] };
  expect(countsOf([document])).toMatchObject({ recipients: 1, sent: 1 });
});

test('who has acknowledged waits for nothing', () => {
  const groups = [aGroup(['a', 'b'], { state: 'pending', outcomes: {} })];
  const document = aDelivery('m', ['a', 'b'], { groups, acks: { a: ack } });
  expect(waitingOf([document])).toMatchObject([{ count: 1 }]);
  expect(countsOf([document])).toMatchObject({ waiting: 1, inboxOnly: 1 });
});
