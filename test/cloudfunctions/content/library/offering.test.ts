import {
  checkDocument,
  library,
  offerDocument,
  offerVersion,
} from '../../../../contract/content/library';
import { LIBRARY_LIMITS } from '../../../../domain/content/library/library-rules';
import { localDay } from '../../../../domain/time/local-day';
import { today } from '../../../../contract/today';
import { aLibraryDocument } from '../../../builders/library-documents';
import { aPackage, aPdf } from '../../../builders/office-files';
import { useLibraryWorld, type Offer } from '../../../worlds/library-world';

const world = useLibraryWorld();
const officer = () => world.phone('officer');
const secretary = () => world.phone('secretary');
const stored = () => [...world.cloud.engine.collection('library_documents').all()];

test('a document is read by nobody else before a second officer has looked at it', async () => {
  const offer = world.anOffer({ title: 'new rules' });
  await officer().get(offerDocument, offer);
  expect(await world.titlesOf('member-1')).toEqual([]);
  expect(await world.titlesOf('secretary')).toEqual(['new rules']);
  const { documentId, versionId } = offer;
  const check = { documentId, versionId, verdict: { kind: 'pass' } } as const;
  expect(await officer().call(checkDocument, check)).toMatchObject({ code: 'own-upload' });
  expect(await world.titlesOf('member-1')).toEqual([]);
  await secretary().get(checkDocument, check);
  expect(await world.titlesOf('member-1')).toEqual(['new rules']);
});

test('the secretary is asked to look at it on the today page until somebody has', async () => {
  const asks = async () => {
    const { toAnswer = [] } = await secretary().get(today, {});
    return toAnswer.map(({ page }) => page);
  };
  const offer = world.anOffer();
  await officer().get(offerDocument, offer);
  const { documentId, versionId } = offer;
  expect(await asks()).toEqual([`packages/library/document/document?documentId=${documentId}`]);
  const verdict = { kind: 'return', reason: 'a name too many' } as const;
  await secretary().get(checkDocument, { documentId, versionId, verdict });
  expect(await asks()).toEqual([]);
});

test('what was returned is not read, and may be offered again under another version', async () => {
  const offer = world.anOffer({ title: 'with a fault' });
  await officer().get(offerDocument, offer);
  const { documentId, versionId } = offer;
  const verdict = { kind: 'return', reason: 'a name too many' } as const;
  await secretary().get(checkDocument, { documentId, versionId, verdict });
  expect(await world.titlesOf('member-1')).toEqual([]);
  await world.nextVersion(documentId, { title: 'mended', change: null });
  expect(await world.titlesOf('member-1')).toEqual(['mended']);
});

test.each<[where: string, offer: Partial<Offer>]>([
  ['title', { title: '机 密 通报' }],
  ['title', { title: '关于厂办发〔2026〕12号' }],
  ['number', { number: '厂密〔2026〕3号' }],
  ['source', { source: '内部资料' }],
])('a word that points to a secret in the %s stops it', async (where, offer) => {
  const reply = await officer().call(offerDocument, world.anOffer(offer));
  expect(reply).toMatchObject({ code: 'points-to-secret', detail: { where } });
  expect(stored()).toEqual([]);
});

test('a word that points to a secret in the name of the file stops it', async () => {
  const content = { ...world.inStorage('officer', 'v1'), fileName: '绝密.pdf' };
  const reply = await officer().call(offerDocument, world.anOffer({ versionId: 'v1', content }));
  expect(reply).toMatchObject({ code: 'points-to-secret', detail: { where: 'file-name' } });
});

test('a word that points to a secret in what changed stops the version', async () => {
  const documentId = await world.shownDocument();
  const change = { size: 'minor', changed: '补了涉密一节' } as const;
  const reply = await officer().call(offerVersion, world.aNextOffer(documentId, { change }));
  expect(reply).toMatchObject({ code: 'points-to-secret', detail: { where: 'changed' } });
});

test('without all three ticks nothing is offered', async () => {
  const offer = world.anOffer();
  const declared = { ...offer.declared, hasNoWorkSecrets: false };
  expect(await officer().callWith(offerDocument, { ...offer, declared })).toMatchObject({
    code: 'bad-input',
  });
});

test.each<[code: string, content: Buffer, type: string]>([
  ['file-not-what-it-says', aPackage('word'), 'pdf'],
  ['file-locked', aPdf('<< /Encrypt 5 0 R >>'), 'pdf'],
  ['file-cut', aPdf().subarray(0, 40), 'pdf'],
  ['file-has-macros', aPackage('word', ['word/vbaProject.bin']), 'docx'],
  ['file-too-large', Buffer.alloc(LIBRARY_LIMITS.fileBytes + 1), 'pdf'],
  ['file-of-other-kind', Buffer.from('an image'), 'jpg'],
])('%s: refused, and nothing is kept', async (code, bytes, type) => {
  const versionId = `bad-${code}`;
  const content = world.inStorage('officer', versionId, bytes, type);
  const reply = await officer().call(offerDocument, world.anOffer({ versionId, content }));
  expect(reply).toMatchObject({ ok: false, code });
  expect(stored()).toEqual([]);
  expect(world.cloud.files.read(content.fileId)).toBeUndefined();
});

test.each<[code: string, offer: Partial<Offer>]>([
  ['points-to-secret', { title: '绝密' }],
  ['valid-day-unfit', { validUntilDay: localDay('2025-03-04') }],
  ['bad-audience', { readers: { kind: 'groups', groupIds: ['group-9'] } }],
  ['already-there', {}],
])('%s: what the phone has put into storage goes', async (code, offer) => {
  const bytes = aPdf('once');
  await world.shownDocument({ versionId: 'v1', content: world.inStorage('officer', 'v1', bytes) });
  const content = world.inStorage('officer', 'v2', bytes);
  const reply = await officer().call(
    offerDocument,
    world.anOffer({ ...offer, versionId: 'v2', content }),
  );
  expect(reply).toMatchObject({ code });
  expect(world.cloud.files.read(content.fileId)).toBeUndefined();
});

test('of a version that came too late, and of one that was taken, nothing stays where the phone put it', async () => {
  const documentId = await world.shownDocument();
  const stale = world.aNextOffer(documentId, { versionId: 'stale', revision: 1 });
  expect(await officer().call(offerVersion, stale)).toMatchObject({ code: 'changed-meanwhile' });
  const good = world.aNextOffer(documentId, { versionId: 'good' });
  await officer().get(offerVersion, good);
  for (const { content } of [stale, good]) {
    expect(content.kind === 'file' && world.cloud.files.read(content.fileId)).toBeUndefined();
  }
});

test('what is read is brought as no other document while its next version waits, which can be returned', async () => {
  const bytes = aPdf('the first');
  const content = world.inStorage('officer', 'v1', bytes);
  const documentId = await world.shownDocument({ versionId: 'v1', content, title: 'the first' });
  await officer().get(offerVersion, world.aNextOffer(documentId, { versionId: 'v2' }));
  const again = world.anOffer({
    versionId: 'v3',
    content: world.inStorage('officer', 'v3', bytes),
  });
  expect(await officer().call(offerDocument, again)).toMatchObject({ code: 'already-there' });
  const waiting = async () => {
    const { counts, rows } = await officer().get(library, { part: 'all' });
    return [counts.waiting, rows[0]?.hasOffered];
  };
  expect(await waiting()).toEqual([1, true]);
  const verdict = { kind: 'return', reason: 'a name too many' } as const;
  await secretary().get(checkDocument, { documentId, versionId: 'v2', verdict });
  expect(world.document(documentId).offered?.returned?.reason).toBe('a name too many');
  expect(await waiting()).toEqual([0, false]);
});

test('a file that is not in storage, and one of somebody else, are no file of the offer', async () => {
  const there = world.inStorage('officer', 'v1');
  const gone = { ...there, fileId: there.fileId.replace('v1.pdf', 'v2.pdf') };
  const asked = (content: Offer['content'], versionId: string) =>
    officer().call(offerDocument, world.anOffer({ versionId, content }));
  expect(await asked(gone, 'v2')).toMatchObject({ code: 'file-missing' });
  expect(await asked(there, 'v3')).toMatchObject({ code: 'bad-input' });
  const others = world.inStorage('secretary', 'v4');
  expect(await asked(others, 'v4')).toMatchObject({ code: 'bad-input' });
  expect(world.cloud.files.read(others.fileId)).toBeDefined();
});

test('what was checked cannot be changed by putting another file in its place', async () => {
  const documentId = await world.shownDocument({ versionId: 'v1' });
  const { content } = world.document(documentId).current!;
  world.inStorage('officer', 'v1', aPdf('another'));
  expect(content.kind === 'file' && content.fileId).toMatch(/\/library-kept\//u);
});

test('sent twice, as a phone does after a lost answer, it is one document', async () => {
  const offer = world.anOffer();
  const [first, again] = await Promise.all([
    officer().call(offerDocument, offer),
    officer().call(offerDocument, offer),
  ]);
  expect([first.ok, again.ok]).toEqual([true, true]);
  expect(await officer().call(offerDocument, offer)).toMatchObject({ ok: true });
  expect(stored()).toHaveLength(1);
});

test('R-287: brought again under its id in other words, what came first stands, and it is said', async () => {
  const offer = world.anOffer();
  await officer().get(offerDocument, offer);
  const others: Partial<Offer>[] = [
    { title: 'another title' },
    { validUntilDay: localDay('2025-12-31') },
    { readers: { kind: 'branch' } },
    { content: { kind: 'link', url: 'https://example.org/a' } },
  ];
  for (const other of others) {
    expect(await officer().call(offerDocument, { ...offer, ...other })).toMatchObject({
      code: 'written-before',
    });
  }
  expect(await officer().call(offerDocument, offer)).toMatchObject({ ok: true });
  const { documentId, versionId } = offer;
  await secretary().get(checkDocument, { documentId, versionId, verdict: { kind: 'pass' } });
  const next = world.aNextOffer(documentId);
  await officer().get(offerVersion, next);
  expect(await officer().call(offerVersion, next)).toMatchObject({ ok: true });
  const change = { size: 'major', changed: 'a letter' } as const;
  expect(await officer().call(offerVersion, { ...next, change })).toMatchObject({
    code: 'written-before',
  });
});

test('R-287: returned again with another reason, the first stands, and it is said', async () => {
  const offer = world.anOffer();
  await officer().get(offerDocument, offer);
  const { documentId, versionId } = offer;
  const giveBack = (reason: string) =>
    secretary().call(checkDocument, { documentId, versionId, verdict: { kind: 'return', reason } });
  expect(await giveBack('a name too many')).toMatchObject({ ok: true });
  expect(await giveBack('a name too many')).toMatchObject({ ok: true });
  expect(await giveBack('a name too few')).toMatchObject({ code: 'written-before' });
  expect(world.document(documentId).offered?.returned?.reason).toBe('a name too many');
});

test('one file from two phones is one document: the second is told which', async () => {
  const bytes = aPdf('the same');
  const offers = ['officer', 'secretary'].map((memberId) => {
    const versionId = `of-${memberId}`;
    const content = world.inStorage(memberId, versionId, bytes);
    return { memberId, offer: world.anOffer({ versionId, content, title: 'the same' }) };
  });
  const replies = await Promise.all(
    offers.map(({ memberId, offer }) => world.phone(memberId).call(offerDocument, offer)),
  );
  expect(stored()).toHaveLength(1);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({
    code: 'already-there',
    detail: { title: 'the same' },
  });
});

test('one next version from two phones is one version', async () => {
  const documentId = await world.shownDocument();
  const bytes = aPdf('the next');
  const offers = ['officer', 'secretary'].map((memberId) => {
    const versionId = `next-${memberId}`;
    const content = world.inStorage(memberId, versionId, bytes);
    return { memberId, offer: world.aNextOffer(documentId, { versionId, content }) };
  });
  const replies = await Promise.all(
    offers.map(({ memberId, offer }) => world.phone(memberId).call(offerVersion, offer)),
  );
  expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(replies.filter((reply) => !reply.ok && reply.code !== 'waits-for-check')).toEqual([]);
  const { current, offered, earlier } = world.document(documentId);
  expect([current?.edition, offered?.version.edition, earlier.length]).toEqual([1, 2, 0]);
});

test('a version is not offered over one that waits, nor after what the officer has not seen', async () => {
  const documentId = await world.shownDocument();
  const stale = world.aNextOffer(documentId);
  const offer = world.aNextOffer(documentId);
  await officer().get(offerVersion, offer);
  expect(await officer().call(offerVersion, stale)).toMatchObject({ code: 'waits-for-check' });
  const { versionId } = offer;
  await secretary().get(checkDocument, { documentId, versionId, verdict: { kind: 'pass' } });
  expect(await officer().call(offerVersion, stale)).toMatchObject({ code: 'changed-meanwhile' });
});

test('who has lost the office meanwhile checks nothing', async () => {
  const offer = world.anOffer();
  await officer().get(offerDocument, offer);
  await world.alter('members', 'secretary', { roles: ['member'] });
  const { documentId, versionId } = offer;
  const check = { documentId, versionId, verdict: { kind: 'pass' } } as const;
  expect(await secretary().call(checkDocument, check)).toMatchObject({ code: 'not-allowed' });
  expect(world.document(documentId).state).toBe('waiting');
});

test('a version that another has replaced meanwhile is not passed', async () => {
  const offer = world.anOffer();
  await officer().get(offerDocument, offer);
  const { documentId } = offer;
  const check = { documentId, versionId: 'another', verdict: { kind: 'pass' } } as const;
  expect(await secretary().call(checkDocument, check)).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('who is asked to read has to be there, and the last day ahead', async () => {
  const asked = (offer: Partial<Offer>) => officer().call(offerDocument, world.anOffer(offer));
  const nobody = { kind: 'groups' as const, groupIds: ['group-9'] };
  expect(await asked({ readers: nobody })).toMatchObject({ code: 'bad-audience' });
  const past = { validUntilDay: localDay('2025-03-04') };
  expect(await asked(past)).toMatchObject({ code: 'valid-day-unfit' });
});

test('a library that is full takes no more', async () => {
  await world.plant(
    'library_documents',
    ...Array.from({ length: LIBRARY_LIMITS.documents }, (_, at) =>
      aLibraryDocument(`full-${at}`, 'branch-1'),
    ),
  );
  expect(await officer().call(offerDocument, world.anOffer())).toMatchObject({
    code: 'library-full',
  });
});

test('another file sent after a lost answer: the first stands, and only who has brought it is told so', async () => {
  const offer = world.anOffer({
    versionId: 'v1',
    content: world.inStorage('officer', 'v1', aPdf('wrong')),
  });
  await officer().get(offerDocument, offer);
  const content = world.inStorage('officer', 'v2', aPdf('right'));
  const other = { ...offer, versionId: 'v2', content };
  expect(await officer().call(offerDocument, other)).toMatchObject({ code: 'written-before' });
  expect(stored()).toHaveLength(1);
  expect(world.cloud.files.read(content.fileId)).toBeUndefined();
  expect(await secretary().call(offerDocument, other)).toMatchObject({ code: 'bad-input' });

  // As it is told: once the first was returned, the other is its next version.
  const { documentId } = offer;
  const verdict = { kind: 'return', reason: 'the wrong file' } as const;
  await secretary().get(checkDocument, { documentId, versionId: 'v1', verdict });
  await world.nextVersion(documentId, { title: 'the right one', change: null });
  expect(await world.titlesOf('member-1')).toEqual(['the right one']);
});
