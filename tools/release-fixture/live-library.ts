import type { InputOf } from '../../contract/action';
import { api } from '../../contract/api';
import { localDay } from '../../domain/time/local-day';
import { type Stage, WHO } from './stage';

const { content } = api;
type Offer = InputOf<typeof content.offerDocument>;

const PASS = { kind: 'pass' } as const;
const EVERYBODY = { kind: 'branch' } as const;

/** Documents that are read, wait, were returned and were taken down; one with a version before. */
export async function fillLibrary(stage: Stage): Promise<void> {
  const { officer, secretary } = phonesOf(stage);
  await show(stage, aDocument(stage, 'live-read', { readers: EVERYBODY }));
  await officer.get(content.offerDocument, aDocument(stage, 'live-waits'));
  await officer.get(content.offerDocument, aDocument(stage, 'live-returned'));
  const back = { kind: 'return', reason: '出处写具体一点' } as const;
  const returned = { documentId: 'live-returned', versionId: 'live-returned-1' };
  await secretary.get(content.checkDocument, { ...returned, verdict: back });
  const link = { kind: 'link', url: 'https://www.12371.cn/live' } as const;
  await show(stage, aDocument(stage, 'live-link', { content: link, validUntilDay: LAST_DAY }));
  const reason = '有了新的';
  await officer.get(content.takeDownDocument, { documentId: 'live-link', reason });
}

/** Every action on documents once at least. */
export async function keepLibrary(stage: Stage): Promise<void> {
  const { officer, secretary, member, office } = phonesOf(stage);
  const dated = aDocument(stage, 'next-dated', { number: 'GB 1-2026', validUntilDay: LAST_DAY });
  await show(stage, dated);
  await officer.isRefused(
    content.offerDocument,
    aDocument(stage, 'next-secret', { title: '机密一份' }),
  );
  await officer.get(content.library, { part: 'all' });
  await member.get(content.library, { part: 'must-read', query: '要点' });
  await office.get(content.libraryOfAll, { part: 'all', query: 'GB 1' });
  const { documentId } = dated;
  const { revision } = await officer.get(content.libraryDocument, { documentId });
  const second = aDocument(stage, 'next-second');
  const { versionId, title, number, source, validUntilDay, readers, declared } = second;
  const next = { versionId, title, number, source, validUntilDay, readers, declared };
  const change = { size: 'major', changed: '第 2 页' } as const;
  await officer.get(content.offerVersion, {
    ...next,
    content: second.content,
    documentId,
    revision,
    change,
  });
  await secretary.get(content.checkDocument, { documentId, versionId, verdict: PASS });
  await member.get(content.libraryDocument, { documentId });
  await member.get(content.documentAddress, { documentId, versionId });
  await officer.get(content.whoHasNotRead, { documentId: 'live-read' });
  await officer.get(content.prolongDocument, {
    documentId,
    validUntilDay: localDay('2027-03-31'),
  });
  await officer.get(content.takeDownDocument, { documentId: 'live-read', reason: '到期' });
}

const LAST_DAY = localDay('2026-03-31');

function phonesOf({ recorder }: Stage) {
  return {
    officer: recorder.phoneOf(WHO.officer),
    secretary: recorder.phoneOf(WHO.secretary),
    member: recorder.phoneOf('yx22'),
    office: recorder.phoneOf(WHO.office),
  };
}

async function show(stage: Stage, offer: Offer): Promise<void> {
  const { officer, secretary } = phonesOf(stage);
  await officer.get(content.offerDocument, offer);
  const { documentId, versionId } = offer;
  await secretary.get(content.checkDocument, { documentId, versionId, verdict: PASS });
}

function aDocument({ cloud }: Stage, name: string, more: Partial<Offer> = {}): Offer {
  const versionId = `${name}-1`;
  const path = `library/202603/${WHO.officer}/${versionId}.pdf`;
  const bytes = Buffer.from(`%PDF-1.7\n% ${name}\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n`);
  return {
    documentId: name,
    versionId,
    title: '学习要点',
    number: null,
    source: '共产党员网',
    content: {
      kind: 'file',
      fileId: cloud.files.write(path, bytes),
      fileName: '学习要点.pdf',
    },
    validUntilDay: null,
    readers: null,
    declared: { isPublic: true, hasNoWorkSecrets: true, isNoStampedPaper: true },
    ...more,
  };
}
