import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DocumentKind,
  type DocumentSchema,
  readDocument,
} from '../../cloudfunctions/_store/document-kind';
import { api } from '../../contract/api';
import type { InputOf } from '../../contract/action';
import type { Document } from '../../local/cloud/engine/document';
import { startTestCloud, type TestCloud } from '../worlds/test-cloud';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { phone } from '../client';
import { everyKind } from '../cloudfunctions/_store/every-kind';
import { callOf, pagesOf, type Release, releases } from './releases';

const { inbox, noticeLog, noticesOf } = api.notify;
const { checkIn, myStudies, presenterCodes, roll, today } = api.study;

const APP = new URL('../../miniprogram/app.json', import.meta.url);

/** A copy of the release's data folder, opened by the local cloud and the functions of today. */
async function opened(release: Release, dataDir: string): Promise<TestCloud> {
  const startAtMs = release.endMs;
  return startTestCloud({ dataDir, startAtMs, templates: LOCAL_TEMPLATES });
}

function upgraded({ upgrades }: DocumentKind<DocumentSchema>, stored: Document): object {
  const { schemaVersion } = stored as unknown as { schemaVersion: number };
  return upgrades
    .slice(schemaVersion - 1)
    .reduce<Readonly<Record<string, unknown>>>((older, upgrade) => upgrade(older), stored);
}

const documentsOf = ({ engine }: TestCloud, name: string): Document[] =>
  [...engine.collection(name).all()].map(({ document }) => document);

describe.each(releases)('the data folder of release $version', (release) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'two-versions-'));
  let cloud: TestCloud;
  beforeAll(async () => {
    release.unpack('data', dataDir);
    cloud = await opened(release, dataDir);
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(dataDir, { recursive: true });
  });

  const collections = Object.keys(release.documents);
  const { openId } = callOf(release, 'checkIn');
  // Names study and sitting of a register that was open when the folder was closed.
  const sitting = callOf(release, 'presenterCodes').data.input as InputOf<typeof presenterCodes>;
  const officer = () => phone(cloud, callOf(release, 'presenterCodes').openId);
  const member = () => phone(cloud, openId);

  test('opens as it was closed', () => {
    for (const [name, documents] of Object.entries(release.documents)) {
      const byId = new Map(documentsOf(cloud, name).map((each) => [each._id, each]));
      expect(documents.map(({ _id }) => byId.get(_id))).toEqual(documents);
    }
  });

  test.each(collections)(
    'has only %s that fit what they are today, and loses no field of them',
    async (name) => {
      const kind = (await everyKind()).find(({ collection }) => collection === name);
      if (kind === undefined) throw new Error(`nothing reads ${name} any more`);
      const stored = documentsOf(cloud, name);
      expect(stored.length).toBeGreaterThan(0);
      for (const document of stored) {
        // Upgrades may drop or rename a field, nothing else may: an unknown one would be lost unseen.
        expect(readDocument(kind, document)).toMatchObject(upgraded(kind, document));
      }
    },
  );

  test('leads to pages that there are', () => {
    const pages = pagesOf(JSON.parse(readFileSync(APP, 'utf8')) as object);
    const named = documentsOf(cloud, 'deliveries').map(({ page }) => page);
    const led = named.flatMap((page) => (typeof page === 'string' ? [page.split('?')[0]] : []));
    expect(led.length).toBeGreaterThan(0);
    expect(led.filter((page) => !pages.includes(page ?? ''))).toEqual([]);
  });

  test('is lived in on the next day, and nothing of it is lost', async () => {
    const before = collections.map((name) => documentsOf(cloud, name).map(({ _id }) => _id));
    const waiting = documentsOf(cloud, 'deliveries').filter(isDueBy(release.endMs));
    const sentBefore = cloud.wechat.messages.outbox.length;

    const { studies } = await member().get(today, {});
    expect(studies.map(({ studyId }) => studyId)).toContain(sitting.studyId);
    expect((await member().get(myStudies, { month: '2026-03' })).studies).not.toEqual([]);
    expect((await member().get(inbox, {})).items).not.toEqual([]);
    const { slots } = await officer().get(presenterCodes, sitting);
    const scan = { way: 'scan' as const, payload: slots[0]?.payload ?? '' };
    expect(await member().get(checkIn, scan)).toMatchObject({ state: 'attended', wasIn: false });
    const { notices } = await officer().get(noticesOf, {});
    expect(notices).not.toEqual([]);
    for (const { messageId } of notices) {
      const { counts } = await officer().get(noticeLog, { messageId });
      expect(counts.recipients).toBeGreaterThan(0);
    }

    await cloud.clock.advance(60_000);
    expect(waiting).not.toEqual([]);
    expect(documentsOf(cloud, 'deliveries').filter(isDueBy(cloud.clock.nowMs()))).toEqual([]);
    expect(cloud.wechat.messages.outbox.length).toBeGreaterThan(sentBefore);
    expect(cloud.lines).toEqual([]);

    await cloud.stop();
    cloud = await opened(release, dataDir);
    collections.forEach((name, index) => {
      const after = documentsOf(cloud, name).map(({ _id }) => _id);
      expect(after).toEqual(expect.arrayContaining(before[index]!));
    });
    const { lines } = await officer().get(roll, sitting);
    const me = documentsOf(cloud, 'members').find(({ account }) => account === openId);
    const mine = lines.filter((line) => line.memberId === me?._id);
    expect(mine).toMatchObject([{ state: 'attended', way: 'scan' }]);
  });
});

/** What a run of the clock at this instant has to look at. */
const isDueBy = (atMs: number) => (document: Document) =>
  Number(document['nextAtMs']) <= atMs &&
  document['cancelledAtMs'] === null &&
  document['isSuperseded'] === false;
