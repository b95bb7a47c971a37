import { inbox, message } from '../../../../contract/notice/inbox';
import { today } from '../../../../contract/today';
import { waitsForMe } from '../../../../contract/waits-for-me';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery } from '../../../builders/deliveries';
import { useChannelWorld } from '../../../worlds/channel-world';

const world = useChannelWorld();
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);

const told = (kind: DeliveryDocument['kind'], more: Partial<DeliveryDocument> = {}) =>
  aDelivery(kind, ['member-2', 'member-3'], {
    branchId: 'branch-1',
    createdAtMs: NOW - 3 * MS_PER_HOUR,
    kind,
    title: kind,
    body: 'words.',
    isMustRead: false,
    page: `packages/${kind}`,
    deadlineAtMs: NOW + 30 * MS_PER_DAY,
    ...more,
  });
const mustRead = { isMustRead: true };

/** Everything of branch-1 that may stand with somebody of it. */
async function asked(): Promise<void> {
  await world.plant(
    'deliveries',
    told('document-to-read', mustRead),
    told('must-read', { ...mustRead, page: null }),
    told('safety', { ...mustRead, page: null, acks: { 'member-2': { atMs: NOW, toldBy: null } } }),
    told('contest-open'),
    told('lectures-to-judge'),
    told('make-up-due'),
    told('sheet-open'),
    told('poll'),
    told('study-published', { body: null }),
    told('party-issue'),
  );
}

const waits = async (memberId: string) =>
  (await world.phone(memberId).get(waitsForMe, {})).tasks.map(({ title }) => title);
const inboxOf = async (memberId: string) => {
  const { items, toAcknowledge } = await world.phone(memberId).get(inbox, {});
  const shown = items.map((item) => [item.title, item] as const);
  return { toAcknowledge, of: Object.fromEntries(shown) };
};

test('what a branch asked asks nobody more who has left it, and the message says so', async () => {
  await asked();
  expect(await waits('member-3')).toEqual(
    expect.arrayContaining(['document-to-read', 'must-read', 'contest-open', 'lectures-to-judge']),
  );
  expect((await inboxOf('member-3')).toAcknowledge).toBe(3);

  await world.alter('members', 'member-2', { branchId: 'branch-2' });
  const own = ['branch-1 · poll', 'make-up-due', 'sheet-open'];
  expect([...(await waits('member-2'))].sort()).toEqual(own);
  const page = await world.phone('member-2').get(today, {});
  expect(page.toAnswer?.map(({ title }) => title).sort()).toEqual(own);
  expect(page.unread.filter(({ isToAcknowledge }) => isToAcknowledge)).toEqual([]);

  const { toAcknowledge, of } = await inboxOf('member-2');
  expect(toAcknowledge).toBe(0);
  const shut = '你已经不在这个支部了，不用再办，点开也看不到了。';
  const left = { isMustRead: false, page: null, body: `words.\n${shut}` };
  expect(of).toMatchObject({
    'document-to-read': left,
    'contest-open': left,
    'must-read': { ...left, body: 'words.\n你已经不在这个支部了，不用再办。' },
    'study-published': { page: null, body: '你已经不在这个支部了，点开也看不到了。' },
    // Acknowledged, and so it stays.
    safety: { isMustRead: true, acknowledgedAtMs: NOW, body: expect.stringMatching(/了。$/u) },
    // Their own, or everybody's.
    'make-up-due': { page: 'packages/make-up-due', body: 'words.' },
    'party-issue': { page: 'packages/party-issue', body: 'words.' },
  });
  const known = { messageId: 'document-to-read' };
  const { item } = await world.phone('member-2').get(message, known);
  expect(item).toMatchObject(left);
});

test('the committee office reaches the pages of every branch, and is asked no more all the same', async () => {
  await asked();
  await world.alter('members', 'member-2', {
    branchId: 'branch-2',
    roles: ['member', 'committee-office'],
  });
  expect(await waits('member-2')).not.toContain('document-to-read');
  expect((await inboxOf('member-2')).of['document-to-read']).toMatchObject({
    isMustRead: false,
    page: 'packages/document-to-read',
    body: 'words.\n你已经不在这个支部了，不用再办。',
  });
});
