import { strFromU8, unzipSync } from 'fflate';
import { recordBookActions } from '../../../../contract/branch/record-book';
import { instantOf, localDay, MS_PER_DAY, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { aNote } from '../../../builders/notes';
import { aMember } from '../../../builders/documents';
import { plant } from '../../../builders/stored';
import { anEnteredLine, aPastStudy } from '../../../builders/register';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { exportMyRecordBook, exportMemberRecordBook } = recordBookActions;
const world = useMemberCloud(['branch']);
const documents = (name: string) =>
  [...world.cloud.engine.collection(name).all()].map(({ document }) => document);

async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/** Words of the document, each paragraph a line. */
function wordsOf(docx: Uint8Array): readonly string[] {
  const parts = unzipSync(docx);
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
  );
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gsu)].map(([, text]) => text).join(''),
  );
}

beforeEach(async () => {
  const study = aPastStudy('january', instantOf(localDay('2025-01-10'), 540), {
    topic: '=1+1 <学习> & "票"',
    minutes: 50,
  });
  await plant(world.cloud, {
    studies: [study],
    attendances: [anEnteredLine(study, aMember('alice'))],
    notes: [
      aNote('note', aMember('alice'), {
        handedInAtMs: instantOf(localDay('2025-02-11'), 600),
        title: 'what I learned',
      }),
    ],
  });
});

test('the own book is a document with every entry and the sums, kept for a day, fetched by an address of minutes', async () => {
  const nowMs = world.cloud.clock.nowMs();
  const made = await world.of('alice').get(exportMyRecordBook, { exportId: 'e1', year: 2025 });
  expect(made).toMatchObject({
    fileName: '学习记录本-Name alice-2025年.docx',
    endsAtMs: nowMs + MS_PER_DAY,
  });
  const docx = await fetched(made.url);
  expect(docx).toHaveLength(made.bytes);
  const words = wordsOf(docx);
  // LibreOffice draws no line whose colour is automatic.
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const lines = xml.match(/<w:(?:top|bottom|left|right|insideH|insideV) w:val="single"[^>]*>/gu);
  expect(lines).not.toBeNull();
  expect(lines?.filter((line) => !line.includes('w:color="000000"'))).toEqual([]);
  expect(words).toEqual(
    expect.arrayContaining([
      '2025年学习记录本',
      'Name alice · name of own',
      '到2025年3月5日：0.8 学时（50 分钟 ÷ 60，不足 0.1 不计），要求 32 学时，还差 31.2 学时',
      '1月 · 0.8 学时（50 分钟）',
      '1月10日 09:00',
      '=1+1 &lt;学习&gt; &amp; &quot;票&quot;',
      '扫码签到',
      '2月 · 0.0 学时（0 分钟）',
      '2月11日 10:00',
      'what I learned',
      '交了学习体会',
    ]),
  );
  await world.cloud.clock.set(nowMs + 6 * MS_PER_MINUTE);
  await expect(fetched(made.url)).rejects.toThrow('403');
});

test('asked again under the same id it is the same file with a new address, said once in the trail', async () => {
  const input = { exportId: 'e1', year: 2025 };
  const first = await world.of('alice').get(exportMyRecordBook, input);
  await world.cloud.clock.set(world.cloud.clock.nowMs() + 6 * MS_PER_MINUTE);
  const again = await world.of('alice').get(exportMyRecordBook, input);
  expect({ ...again, url: '' }).toEqual({ ...first, url: '' });
  expect(await fetched(again.url)).toHaveLength(first.bytes);
  expect(documents('exports')).toHaveLength(1);
  expect(documents('audit_entries')).toHaveLength(1);
});

test('the id of a file of somebody else opens nothing', async () => {
  await world.of('alice').get(exportMyRecordBook, { exportId: 'e1', year: 2025 });
  const reply = await world.of('bob').call(exportMyRecordBook, { exportId: 'e1', year: 2025 });
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
});

test('an officer exports the book of a member, and the trail says who and about whom', async () => {
  const input = { exportId: 'e2', memberId: 'alice', year: 2025 };
  const made = await world.of('secretary').get(exportMemberRecordBook, input);
  expect(wordsOf(await fetched(made.url))).toContain('Name alice · name of own');
  expect(documents('audit_entries')).toMatchObject([
    {
      by: { memberId: 'secretary' },
      what: { kind: 'exported-record-book', year: 2025 },
      memberIds: ['alice'],
    },
  ]);
});
