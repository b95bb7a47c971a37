import type { InputOf, OutputOf } from '../../../../contract/action';
import { search } from '../../../../contract/search';
import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aLine, aSitting, aStudy } from '../../../builders/documents';
import { anItem, anItemOut } from '../../../builders/items';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
import { stored } from '../../../builders/stored';
import { outputOf, useStudyWorld } from '../../../worlds/study-world';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';

const world = useStudyWorld();
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);
const OWN = 'branch-1';

type Asked = InputOf<typeof search>;
type Row = OutputOf<typeof search>['rows'][number];

const searched = (memberId: string, words: string, more: Partial<Asked> = {}) =>
  world.phone(memberId).get(search, { words, ...more });
const found = async (memberId: string, words: string, more: Partial<Asked> = {}) =>
  (await searched(memberId, words, more)).rows.map(({ key }) => key);
const codeOf = async (words: string, more: Partial<Asked> = {}) => {
  const reply = await world.phone('member-1').call(search, { words, ...more });
  return reply.ok ? 'found' : reply.code;
};
const memberOf = (memberId: string): Member => stored(world.cloud, 'members', memberId);

/** Of branch-1, everybody asked, its register closed on a day of March 2025. */
function aPastStudy(studyId: string, study: Partial<StudyDocument> = {}): StudyDocument {
  const sitting = aSitting(studyId, NOW - 2 * MS_PER_DAY);
  return aStudy(studyId, {
    branchId: OWN,
    topic: `廉洁 ${studyId}`,
    sittings: [sitting],
    firstStartAtMs: sitting.startAtMs,
    lastCloseAtMs: sitting.closesAtMs,
    ...study,
  });
}
const linesOf = (study: StudyDocument, ...memberIds: readonly string[]) =>
  world.plant('attendances', ...memberIds.map((memberId) => aLine(study, memberOf(memberId))));

test('what is found has its kind, title, day, mark and the page on which it opens', async () => {
  const study = aPastStudy('study', { topic: '廉洁从家出发' });
  await world.plant('studies', study);
  await linesOf(study, 'member-1');
  await world.plant('items', anItemOut('item', 'branch-2', { title: '廉洁小事' }));
  const current = aVersion('v', 'somebody', { title: '廉洁准则', checkedAtMs: NOW - MS_PER_HOUR });
  await world.plant('library_documents', aLibraryDocument('document', OWN, { current }));
  await world.plant('deliveries', aDelivery('told', ['member-1'], { title: '廉洁提醒' }));
  const { rows, nextCursor, lookedBackTo } = await searched('member-1', '廉洁');
  const today = localDay('2025-03-05');
  expect(rows).toEqual<Row[]>([
    {
      key: 'notice-told',
      kind: 'notice',
      title: '廉洁提醒',
      day: today,
      mark: null,
      page: 'packages/star/message/message?messageId=told',
    },
    {
      key: 'document-document',
      kind: 'document',
      title: '廉洁准则',
      day: today,
      mark: null,
      page: 'packages/library/document/document?documentId=document',
    },
    {
      key: 'item-item',
      kind: 'item',
      title: '廉洁小事',
      day: localDay('2025-03-04'),
      mark: 'party',
      page: 'packages/channel/item/item?itemId=item',
    },
    {
      key: 'study-study',
      kind: 'study',
      title: '廉洁从家出发',
      day: localDay('2025-03-03'),
      mark: null,
      page: 'packages/study/detail/detail?studyId=study',
    },
  ]);
  expect([nextCursor, lookedBackTo]).toEqual([null, null]);
  expect(await found('member-1', '廉洁', { kind: 'item' })).toEqual(['item-item']);
});

test('of studies members find those they are asked to, presenters those of the branch, keepers drafts too', async () => {
  const asked = aPastStudy('asked');
  const notAsked = aPastStudy('not-asked', { audience: { kind: 'people', memberIds: ['office'] } });
  const released = aPastStudy('released');
  const joined = aStudy('joined', { branchId: OWN, topic: '廉洁 joined' });
  const draft = aPastStudy('draft', { state: 'draft', publishedAtMs: null });
  const off = aPastStudy('off', { state: 'cancelled', cancelReason: 'rain' });
  const elsewhere = aPastStudy('elsewhere', { branchId: 'branch-2' });
  await world.plant('studies', asked, notAsked, released, joined, draft, off, elsewhere);
  await linesOf(asked, 'member-1');
  await linesOf(off, 'member-1');
  await linesOf(elsewhere, 'member-1');
  const line = { ...aLine(released, memberOf('member-1')), isExpected: false };
  await world.plant('attendances', line);

  const ofMember = await searched('member-1', '廉洁');
  expect(ofMember.rows.map(({ key }) => key)).toEqual(['study-joined', 'study-off', 'study-asked']);
  expect(ofMember.rows.map(({ mark }) => mark)).toEqual([null, 'cancelled', null]);
  const ofBranch = ['joined', 'released', 'off', 'not-asked', 'draft', 'asked'];
  const rows = (await searched('officer', '廉洁')).rows;
  expect(rows.map(({ title }) => title)).toEqual(ofBranch.map((id) => `廉洁 ${id}`));
  expect(rows.find(({ mark }) => mark === 'draft')?.page).toBe(
    'packages/study-office/edit-study/edit-study?studyId=draft',
  );
  await world.alter('members', 'member-2', { roles: ['member', 'publicity-officer'] });
  expect(await found('member-2', '廉洁')).not.toContain('study-draft');
  expect(await found('member-2', '廉洁')).toContain('study-not-asked');
});

test('of items everybody finds what is out, nobody what is withdrawn or on a desk', async () => {
  const withdrawn = { reason: 'wrong', name: 'w', atMs: NOW };
  await world.plant(
    'items',
    anItemOut('out', 'branch-2', { title: '廉洁 out', channel: 'integrity' }),
    anItemOut('away', OWN, { title: '廉洁 away', state: 'withdrawn', withdrawn }),
    anItem('draft', OWN, { title: '廉洁 draft' }),
    anItem('ready', OWN, {
      title: '廉洁 ready',
      state: 'ready',
      issueDay: localDay('2025-03-06'),
    }),
  );
  for (const memberId of ['member-1', 'secretary', 'office']) {
    expect(await found(memberId, '廉洁')).toEqual(['item-out']);
  }
});

test('of documents everybody of the branch finds those in force, by title and number', async () => {
  const titled = (id: string, more: object = {}) =>
    aVersion(`${id}-v`, 'somebody', { title: `廉洁 ${id}`, ...more });
  await world.plant(
    'library_documents',
    aLibraryDocument('shown', OWN, { current: titled('shown', { number: 'GB 123-2026' }) }),
    aLibraryDocument('over', OWN, {
      current: titled('over', { validUntilDay: localDay('2025-03-04') }),
    }),
    aLibraryDocument('down', OWN, {
      current: titled('down'),
      state: 'taken-down',
      takenDown: { by: { memberId: 's', name: 's' }, atMs: NOW, reason: 'old' },
    }),
    aLibraryDocument('elsewhere', 'branch-2', { current: titled('elsewhere') }),
    anOfferedDocument('waits', OWN),
  );
  for (const memberId of ['member-1', 'secretary']) {
    expect(await found(memberId, '廉洁')).toEqual(['document-shown']);
    expect(await found(memberId, 'ｇｂ１２３')).toEqual(['document-shown']);
    expect(await found(memberId, 'title')).toEqual([]);
  }
});

test('of messages everybody finds those that have come to them', async () => {
  const told = (messageId: string, memberIds: readonly string[], more: object = {}) =>
    aDelivery(messageId, memberIds, { branchId: OWN, title: `廉洁 ${messageId}`, ...more });
  const toCome = { atMs: NOW + MS_PER_HOUR, state: 'pending', outcomes: {} } as const;
  const inboxOnly = [{ memberId: 'member-1', because: 'no-credit' }] as const;
  await world.plant(
    'deliveries',
    told('came', ['member-1', 'member-2']),
    told('without-ringing', ['member-1'], {
      groups: [aGroup([], { inboxOnly: [...inboxOnly], outcomes: {} })],
    }),
    told('too-late', ['member-1'], { groups: [], tooLate: ['member-1'] }),
    told('of-others', ['member-2']),
    told('to-come', ['member-1', 'member-2'], {
      groups: [aGroup(['member-2']), aGroup(['member-1'], toCome)],
      lastAtMs: NOW + MS_PER_HOUR,
    }),
    told('taken-back', ['member-1'], { cancelledAtMs: NOW }),
    told('old-edition', ['member-1'], { isSuperseded: true }),
    told('reminder', ['member-1'], { reminds: 'came' }),
  );
  expect(await found('member-1', '廉洁')).toEqual([
    'notice-without-ringing',
    'notice-too-late',
    'notice-came',
  ]);
  expect(await found('member-2', '廉洁')).toEqual([
    'notice-to-come',
    'notice-of-others',
    'notice-came',
  ]);
  expect(await found('secretary', '廉洁')).toEqual([]);
});

test('by a day as people type it what is of that day is found, also by a later sitting', async () => {
  const first = aSitting('twice', instantOf(localDay('2025-03-03'), 14 * 60));
  const second = aSitting('twice', instantOf(localDay('2025-03-12'), 14 * 60));
  const twice = aPastStudy('twice', { topic: '党课', sittings: [first, second] });
  await world.plant('studies', twice);
  await linesOf(twice, 'member-1');
  await world.plant(
    'items',
    anItemOut('named', OWN, { title: '2025年3月12日那天' }),
    anItemOut('year-before', OWN, { title: '旧事', issueDay: localDay('2024-03-12') }),
    anItemOut('other', OWN, { title: '别的', issueDay: localDay('2025-02-12') }),
  );
  for (const words of ['3月12日', '3.12', '３／１２', '三月十二号', '3 月 12 日']) {
    expect(await found('member-1', words)).toEqual(
      words === '3月12日' || words === '3 月 12 日'
        ? ['item-named', 'study-twice', 'item-year-before']
        : ['study-twice', 'item-year-before'],
    );
  }
  const { rows } = await searched('member-1', '2025-03-12');
  expect(rows.map(({ key, day }) => `${key} ${day}`)).toEqual(['study-twice 2025-03-12']);
  expect(await found('member-1', '党课 3月')).toEqual(['study-twice']);
  expect(await found('member-1', '党课 4月')).toEqual([]);
});

test('of words that say nothing, too much or something else the answer is clear', async () => {
  const answers: readonly (readonly [words: string, code: string])[] = [
    ['党', 'too-short'],
    ['···', 'too-short'],
    ['.*', 'too-short'],
    ['', 'bad-input'],
    ['\u200b\u3164', 'bad-input'],
    ['\u0301'.repeat(30), 'bad-input'],
    [`a${'\u0301'.repeat(10_000)}`, 'bad-input'],
    ['党'.repeat(41), 'bad-input'],
    ['.*廉洁|(', 'found'],
    ['a\u0301'.repeat(20), 'found'],
  ];
  for (const [words, code] of answers) expect(await codeOf(words)).toBe(code);
  for (const cursor of ['nonsense', '1_', '1_a b', '99999999999999999_study-1']) {
    expect(await codeOf('廉洁', { cursor })).toBe('bad-input');
  }
});

test('signs of an expression are searched for as they stand', async () => {
  await world.plant('items', anItemOut('item', OWN, { title: '廉洁 (一) a+b' }));
  expect(await found('member-1', '廉.*')).toEqual([]);
  expect(await found('member-1', '[廉]洁')).toEqual([]);
  expect(await found('member-1', '(一)')).toEqual(['item-item']);
  expect(await found('member-1', 'A+B')).toEqual(['item-item']);
});

test('it is two requests, on an instance that knows nothing too', async () => {
  const study = aPastStudy('study');
  await world.plant('studies', study);
  await linesOf(study, 'member-1');
  await world.cloud.host.reload('study');
  world.cloud.counts.reset();
  expect(await found('member-1', '廉洁')).toEqual(['study-study']);
  expect(world.cloud.counts.total).toBe(2);
});

test('who leaves an office finds at the next search only what members find', async () => {
  await world.plant('studies', aPastStudy('study'));
  expect(await found('officer', '廉洁')).toEqual(['study-study']);
  await world.alter('members', 'officer', { roles: ['member'] });
  expect(await found('officer', '廉洁')).toEqual([]);
});

test('older documents of which no search has heard are found, one that does not fit hides no other', async () => {
  const study = aPastStudy('study');
  await world.plant('studies', study, { ...aPastStudy('broken'), topic: 7 } as never);
  await linesOf(study, 'member-1');
  const { about, ...rest } = aDelivery('older', ['member-1'], { title: '廉洁提醒' });
  await world.plant('deliveries', { ...rest, about, schemaVersion: 1 } as never);
  const reply = await world.phone('member-1').call(search, { words: '廉洁' });
  expect(outputOf(reply).rows.map(({ key }) => key)).toEqual(['notice-older', 'study-study']);
});
