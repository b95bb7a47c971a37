import {
  checkDocument,
  documentAddress,
  library,
  libraryDocument,
  offerDocument,
  prolongDocument,
  takeDownDocument,
  whoHasNotRead,
} from '../../../../contract/content/library';
import { notReachedMessages } from '../../../../contract/branch/not-reached';
import { whoLooked } from '../../../../contract/branch/audit';
import { acknowledge } from '../../../../contract/notice/acknowledge';
import { inbox } from '../../../../contract/notice/inbox';
import { noticeLog, tellInPerson } from '../../../../contract/notice/sending';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { aLibraryDocument, aVersion } from '../../../builders/library-documents';
import { storedDeliveries } from '../../../builders/stored';
import { BRANCH_SIZE } from '../../../worlds/study-world';
import { useLibraryWorld } from '../../../worlds/library-world';

const world = useLibraryWorld('branch');
const member = () => world.phone('member-1');
const officer = () => world.phone('officer');
const EVERYBODY = { kind: 'branch' } as const;

/** What member-1 is asked to acknowledge, once they are awake and off duty. */
async function asked() {
  const { items } = await member().get(inbox, {});
  return items
    .filter(({ kind }) => kind === 'document-to-read')
    .map(({ title, edition, changed, acknowledgedAtMs }) => ({
      title,
      edition,
      changed,
      isOpen: acknowledgedAtMs === null,
    }));
}

const rowOf = async (memberId: string) =>
  (await world.phone(memberId).get(library, { part: 'all' })).rows[0];

async function acknowledged(documentId: string): Promise<void> {
  const { mine } = await member().get(libraryDocument, { documentId });
  const { messageId = '', edition = 0 } = mine ?? {};
  await member().get(acknowledge, { messageId, edition });
}

test('a must-read is asked of its readers, and counted as they acknowledge it', async () => {
  const documentId = await world.shownDocument({ title: 'new rules', readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  expect(await asked()).toEqual([{ title: 'new rules', edition: 1, changed: null, isOpen: true }]);
  await acknowledged(documentId);
  expect(await asked()).toEqual([{ title: 'new rules', edition: 1, changed: null, isOpen: false }]);
  expect((await rowOf('officer'))?.counts).toEqual({ recipients: BRANCH_SIZE, acknowledged: 1 });
  expect(await rowOf('member-1')).toMatchObject({
    counts: null,
    mine: { edition: 1, acknowledgedAtMs: world.nowMs() },
  });
});

test('whoever has left, or is of another branch, is counted on the shelf as little as among the names', async () => {
  const documentId = await world.shownDocument({ readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  await acknowledged(documentId);
  await world.alter('members', 'member-1', { leftDay: localDay('2025-03-05') });
  await world.alter('members', 'member-2', { branchId: 'branch-2' });
  const counts = { recipients: BRANCH_SIZE - 2, acknowledged: 0 };
  expect((await rowOf('officer'))?.counts).toEqual(counts);
  expect((await officer().get(libraryDocument, { documentId })).counts).toEqual(counts);
  const { open, counts: ofNames } = await officer().get(whoHasNotRead, { documentId });
  expect([open.length, ofNames]).toEqual([counts.recipients, counts]);
});

test('a minor version asks nobody again; a major one does, and says what changed', async () => {
  const documentId = await world.shownDocument({ title: 'new rules', readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  await acknowledged(documentId);
  await world.nextVersion(documentId, { title: 'newer rules' });
  await world.later(MS_PER_DAY);
  expect(await asked()).toEqual([
    { title: 'newer rules', edition: 1, changed: null, isOpen: false },
  ]);
  await world.nextVersion(documentId, { change: { size: 'major', changed: 'page 2' } });
  await world.later(MS_PER_DAY);
  expect(await asked()).toEqual([
    { title: 'newer rules', edition: 2, changed: 'page 2', isOpen: true },
  ]);
  expect((await rowOf('officer'))?.counts).toEqual({ recipients: BRANCH_SIZE, acknowledged: 0 });
});

test('a major version that nobody has to read takes the question back; a later one asks anew', async () => {
  const documentId = await world.shownDocument({ readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  const change = { size: 'major', changed: 'page 2' } as const;
  await world.nextVersion(documentId, { change, readers: null });
  expect(await asked()).toEqual([]);
  expect((await rowOf('officer'))?.isMustRead).toBe(false);
  await world.nextVersion(documentId, { change, readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  expect(await asked()).toMatchObject([{ edition: 1, isOpen: true }]);
});

test('what was replaced while people read it is for officers', async () => {
  const documentId = await world.shownDocument({ versionId: 'old' });
  await world.nextVersion(documentId, { versionId: 'new' });
  const old = { documentId, versionId: 'old' };
  expect(await member().call(documentAddress, old)).toMatchObject({ code: 'not-found' });
  expect(await officer().get(documentAddress, old)).toMatchObject({ fileName: 'paper.pdf' });
  const seen = await member().get(libraryDocument, { documentId });
  expect([seen.current?.versionId, seen.earlier]).toEqual(['new', []]);
  const { earlier } = await officer().get(libraryDocument, { documentId });
  expect(earlier.map(({ versionId }) => versionId)).toEqual(['old']);
});

test('an address gives the very file that was offered', async () => {
  const documentId = await world.shownDocument({ versionId: 'only' });
  const { url, bytes } = await member().get(documentAddress, { documentId, versionId: 'only' });
  const content = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(content.length).toBe(bytes);
  expect(content.toString('latin1')).toContain('% only');
});

test('a link has no file', async () => {
  const content = { kind: 'link', url: 'https://example.org/a' } as const;
  const documentId = await world.shownDocument({ versionId: 'link', content });
  const reply = await member().call(documentAddress, { documentId, versionId: 'link' });
  expect(reply).toMatchObject({ code: 'no-file' });
});

test('what is taken down is read by nobody, asked of nobody, and listed for officers with the reason', async () => {
  const documentId = await world.shownDocument({ title: 'old rules', readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  await officer().get(takeDownDocument, { documentId, reason: 'another is in force' });
  await officer().get(takeDownDocument, { documentId, reason: 'another is in force' });
  const others = [
    officer().call(takeDownDocument, { documentId, reason: 'twice' }),
    world.phone('secretary').call(takeDownDocument, { documentId, reason: 'another is in force' }),
  ];
  const refused = { code: 'written-before' };
  expect(await Promise.all(others)).toMatchObject([refused, refused]);
  expect(await world.titlesOf('member-1')).toEqual([]);
  expect(await member().call(libraryDocument, { documentId })).toMatchObject({ code: 'not-found' });
  expect(await asked()).toEqual([]);
  const { rows, counts } = await officer().get(library, { part: 'taken-down' });
  expect([rows.map(({ title }) => title), counts.takenDown, counts.all]).toEqual([
    ['old rules'],
    1,
    0,
  ]);
  const { takenDown } = await officer().get(libraryDocument, { documentId });
  expect(takenDown?.reason).toBe('another is in force');
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'what was taken down after its check was cut off at request %i is asked of nobody by its repetition',
  async (nth) => {
    const offer = world.anOffer({ readers: EVERYBODY });
    await officer().get(offerDocument, offer);
    const { documentId, versionId } = offer;
    const verdict = { kind: 'pass' } as const;
    const pass = () =>
      world.phone('secretary').call(checkDocument, { documentId, versionId, verdict });
    world.cloud.host.faults.killAt('content', { nth, when: 'after' });
    await pass().catch(() => undefined);
    world.cloud.host.faults.clear();
    await officer().get(takeDownDocument, { documentId, reason: 'not so' });
    await pass();
    const left = storedDeliveries(world.cloud).filter(
      ({ cancelledAtMs }) => cancelledAtMs === null,
    );
    expect(left.map(({ kind }) => kind)).toEqual([]);
  },
);

test('a document ends with its last day: officers see it a month before, members no more after', async () => {
  const last = localDay('2025-03-20');
  const documentId = await world.shownDocument({ title: 'till then', validUntilDay: last });
  expect(await rowOf('officer')).toMatchObject({ state: 'ending' });
  expect((await officer().get(library, { part: 'ending' })).rows).toHaveLength(1);
  await world.later(20 * MS_PER_DAY);
  expect(await world.titlesOf('member-1')).toEqual([]);
  expect(await rowOf('officer')).toMatchObject({ state: 'over' });
  const validUntilDay = localDay('2026-03-25');
  await officer().get(prolongDocument, { documentId, validUntilDay });
  expect(await world.titlesOf('member-1')).toEqual(['till then']);
});

test('a must-read can be acknowledged as long as its document can be read', async () => {
  const last = localDay('2025-03-20');
  const offer = { title: 'till then', validUntilDay: last, readers: EVERYBODY };
  const documentId = await world.shownDocument(offer);
  await world.later(MS_PER_DAY);
  const { mine } = await member().get(libraryDocument, { documentId });
  const known = { messageId: mine?.messageId ?? '', edition: 1 };
  await world.later(20 * MS_PER_DAY);
  expect(await asked()).toEqual([]);
  expect(await member().call(acknowledge, known)).toMatchObject({ code: 'no-more-asked' });
  await officer().get(prolongDocument, { documentId, validUntilDay: localDay('2025-04-20') });
  expect(await asked()).toMatchObject([{ title: 'till then', isOpen: true }]);
  await world.nextVersion(documentId, { validUntilDay: localDay('2025-03-27') });
  expect(await asked()).toMatchObject([{ isOpen: true }]);
  await world.later(5 * MS_PER_DAY);
  expect(await asked()).toEqual([]);
  await officer().get(prolongDocument, { documentId, validUntilDay: localDay('2025-04-20') });
  await member().get(acknowledge, known);
  expect(await asked()).toMatchObject([{ isOpen: false }]);
});

test('a must-read without a last day asks nobody after its year: every page says the same of it', async () => {
  const documentId = await world.shownDocument({ title: 'for a year', readers: EVERYBODY });
  await world.later(MS_PER_DAY);
  await acknowledged(documentId);
  const other = world.phone('member-2');
  const { mine } = await other.get(libraryDocument, { documentId });
  const known = { messageId: mine?.messageId ?? '', edition: 1 };
  const howFar = { recipients: BRANCH_SIZE, acknowledged: 1 };
  await world.later(365 * MS_PER_DAY);

  const shelf = async (memberId: string, part: 'all' | 'must-read' = 'all') =>
    world.phone(memberId).get(library, { part });
  expect(await shelf('officer')).toMatchObject({
    counts: { all: 1, mustRead: 0 },
    found: { mustRead: 0, others: 1 },
    rows: [{ state: 'shown', isMustRead: false, mine: null, counts: null, past: howFar }],
  });
  expect((await shelf('officer', 'must-read')).rows).toEqual([]);
  const [row] = (await shelf('member-2')).rows;
  expect(row).toMatchObject({ title: 'for a year', isMustRead: false, mine: null, counts: null });
  expect(row?.past).toBeUndefined();
  // Whoever has acknowledged it goes on seeing that.
  expect((await rowOf('member-1'))?.mine).toMatchObject({ edition: 1 });
  expect(await other.get(libraryDocument, { documentId })).toMatchObject({ mine: null });
  expect(await officer().get(libraryDocument, { documentId })).toMatchObject({ past: howFar });
  expect(await other.call(acknowledge, known)).toMatchObject({ code: 'no-more-asked' });
  expect((await other.get(inbox, {})).toAcknowledge).toBe(0);
  // Who never acknowledged it stands in the list of its own page. docs/rules.md#R-275
  expect((await officer().get(whoHasNotRead, { documentId })).counts).toEqual(howFar);
  const { messages } = await world.phone('secretary').get(notReachedMessages, { days: 30 });
  expect(messages).toEqual([]);

  // What is brought anew asks anew, those who have not.
  await world.nextVersion(documentId);
  expect(await rowOf('officer')).toMatchObject({ isMustRead: true, counts: howFar });
  await other.get(acknowledge, known);
});

test('must-reads that are over their last day are counted among no must-reads', async () => {
  const offer = { validUntilDay: localDay('2025-03-20'), readers: EVERYBODY };
  await world.shownDocument({ ...offer, title: 'over' });
  await world.shownDocument({ title: 'holds', readers: EVERYBODY });
  await world.later(20 * MS_PER_DAY);
  const { counts, found, rows } = await officer().get(library, { part: 'all' });
  expect([counts.mustRead, found.mustRead]).toEqual([1, 1]);
  expect(rows.map(({ title, isMustRead, past }) => [title, isMustRead, past?.recipients])).toEqual([
    ['holds', true, undefined],
    ['over', false, BRANCH_SIZE],
  ]);
});

test('who has not acknowledged is shown to officers and leaders, and the trail says who looked', async () => {
  const readers = { kind: 'groups' as const, groupIds: ['group-1'] };
  const documentId = await world.shownDocument({ title: 'for two', readers });
  await world.later(MS_PER_DAY);
  await acknowledged(documentId);
  const leader = world.phone('leader');
  // From where the page of names is opened.
  expect((await leader.get(libraryDocument, { documentId })).counts).toEqual({
    recipients: 2,
    acknowledged: 1,
  });
  expect((await member().get(libraryDocument, { documentId })).counts).toBeNull();
  const { open, counts, messageId } = await leader.get(whoHasNotRead, { documentId });
  expect([open.map(({ memberId }) => memberId), counts]).toEqual([
    ['member-2'],
    { recipients: 2, acknowledged: 1 },
  ]);
  const { entries } = await world.phone('member-2').get(whoLooked, {});
  expect(entries).toMatchObject([
    { byName: 'leader', what: { kind: 'saw-unread', title: 'for two' } },
  ]);
  expect((await member().get(whoLooked, {})).entries).toEqual([]);
  const log = await officer().get(noticeLog, { messageId });
  expect(log.open.map(({ memberId }) => memberId)).toEqual(['member-2']);
  const { entries: both } = await world.phone('member-2').get(whoLooked, {});
  expect(both.map(({ byName }) => byName).sort()).toEqual(['leader', 'officer']);
  await leader.get(tellInPerson, { messageId, memberIds: ['member-2'] });
  expect((await rowOf('officer'))?.counts).toEqual({ recipients: 2, acknowledged: 2 });
});

test('a look of the same day is one line of the trail, whoever else was named, and its id says nothing of them', async () => {
  const readers = { kind: 'groups' as const, groupIds: ['group-1'] };
  const documentId = await world.shownDocument({ readers });
  await world.later(MS_PER_DAY);
  const look = () => world.phone('leader').get(whoHasNotRead, { documentId });
  expect((await look()).open).toHaveLength(2);
  await acknowledged(documentId);
  expect((await look()).open).toHaveLength(1);
  expect((await world.phone('member-2').get(whoLooked, {})).entries).toHaveLength(1);
});

test('who has left the branch is missing to nobody', async () => {
  const readers = { kind: 'groups' as const, groupIds: ['group-1'] };
  const documentId = await world.shownDocument({ readers });
  await world.later(MS_PER_DAY);
  await acknowledged(documentId);
  await world.alter('members', 'member-2', { leftDay: '2025-03-06' });
  const { open, counts } = await officer().get(whoHasNotRead, { documentId });
  expect([open, counts]).toEqual([[], { recipients: 1, acknowledged: 1 }]);
});

test('where nobody has to read, there is nobody to look for', async () => {
  const documentId = await world.shownDocument();
  const reply = await officer().call(whoHasNotRead, { documentId });
  expect(reply).toMatchObject({ code: 'nobody-asked' });
});

test('documents are found by title and number, whatever white or width they are written in', async () => {
  const document = (id: string, title: string, number: string | null) =>
    aLibraryDocument(id, 'branch-1', {
      current: aVersion(`${id}-1`, 'officer', { title, number }),
    });
  await world.plant(
    'library_documents',
    document('a', '换届程序图解', null),
    document('b', '礼品登记怎么填', '国发〔2026〕3号'),
  );
  const found = async (query: string) =>
    (await member().get(library, { part: 'all', query })).rows.map(({ title }) => title);
  expect(await found('程序')).toEqual(['换届程序图解']);
  expect(await found('礼 品')).toEqual(['礼品登记怎么填']);
  expect(await found('〔2026〕３')).toEqual(['礼品登记怎么填']);
  expect(await found('没有的')).toEqual([]);
});

test('a long library comes in pages: each document once, must-reads first', async () => {
  const documents = Array.from({ length: 75 }, (_, at) =>
    aLibraryDocument(`many-${at}`, 'branch-1'),
  );
  await world.plant('library_documents', ...documents);
  await world.shownDocument({ title: 'first', readers: EVERYBODY });
  const titles: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await member().get(library, {
      part: 'all',
      ...(cursor !== undefined && { cursor }),
    });
    titles.push(...page.rows.map(({ title }) => title));
    cursor = page.nextCursor;
  }
  expect([titles[0], titles.length, new Set(titles).size]).toEqual(['first', 76, 76]);
});
