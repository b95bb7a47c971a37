import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { exportMinutes } from '../../../../contract/branch/minutes';
import { paperStyleActions } from '../../../../contract/branch/paper-style';
import { exportMyRecordBook } from '../../../../contract/branch/record-book';
import { exportRegister } from '../../../../contract/study/register';
import { PAPER_LIMITS } from '../../../../domain/branch/paper-style';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aMember } from '../../../builders/documents';
import { someMinutes } from '../../../builders/minutes';
import { aNote } from '../../../builders/notes';
import { aPaperStyle, someStyle } from '../../../builders/paper-styles';
import { anEnteredLine, aPastStudy } from '../../../builders/register';
import { plant } from '../../../builders/stored';
import { useMemberCloud } from '../../../worlds/member-cloud';

const { paperStyles, savePaperStyle } = paperStyleActions;
const world = useMemberCloud(['branch', 'study']);
const save = { forAll: false, revision: 0, style: someStyle() };

const fetched = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const wordsOf = (docx: Uint8Array) =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

/** A meeting of two days ago at which alice was, with minutes, and a note of hers. */
async function held() {
  const startAtMs = world.cloud.clock.nowMs() - 2 * MS_PER_DAY;
  const study = aPastStudy('held', startAtMs, { topic: 'what was read' });
  await plant(world.cloud, {
    studies: [study],
    attendances: [anEnteredLine(study, aMember('alice'))],
    minutes: [someMinutes('held')],
    notes: [aNote('note', aMember('alice'), { handedInAtMs: startAtMs, title: 'her note' })],
  });
}

test('what a branch sets is its own; the committee office sets for all', async () => {
  await world.of('organiser').get(savePaperStyle, save);
  const style = { papers: someStyle().papers, hidden: null, closing: 'for all' };
  await world.of('office').get(savePaperStyle, { ...save, forAll: true, style });
  const input = { branchId: 'own' };
  expect(await world.of('organiser').get(paperStyles, input)).toMatchObject({
    own: someStyle(),
    common: { closing: 'for all', organisation: '' },
    revision: { own: 1, common: 1 },
  });
  expect(await world.of('office').get(paperStyles, { branchId: 'other' })).toMatchObject({
    own: { organisation: '', hidden: null },
    common: { closing: 'for all' },
    revision: { own: 0, common: 1 },
  });
});

test('nobody but the committee office sets for all', async () => {
  const reply = await world.of('secretary').call(savePaperStyle, { ...save, forAll: true });
  expect(reply).toMatchObject({ ok: false, code: 'not-allowed' });
});

test('a repeated save writes once; of two at once the second is told', async () => {
  const organiser = world.of('organiser');
  for (let times = 0; times < 2; times += 1) {
    const saved = await organiser.get(savePaperStyle, save, { requestId: 'save-1' });
    expect(saved).toEqual({ revision: 1 });
  }
  const both = await Promise.all(
    ['a', 'b'].map((closing) =>
      organiser.call(savePaperStyle, { ...save, revision: 1, style: someStyle({ closing }) }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

const head = { title: '', signers: [] };
const of = (minutes: { title: string; signers: string[] }) => ({
  papers: { 'record-book': head, register: head, minutes },
});
const long = (characters: number) => 'a'.repeat(characters);

test.each([
  ['an organisation that is too long', { organisation: long(PAPER_LIMITS.organisation + 1) }],
  ['a title that is too long', of({ title: long(PAPER_LIMITS.title + 1), signers: [] })],
  ['a signer without a name', of({ title: '', signers: [' '] })],
  ['a signer that is too long', of({ title: '', signers: [long(PAPER_LIMITS.signer + 1)] })],
  ['too many signers', of({ title: '', signers: ['a', 'b', 'c', 'd', 'e'] })],
  ['a closing that is too long', { closing: long(PAPER_LIMITS.closing + 1) }],
  ['a part that there is not', { hidden: ['topic'] as never }],
])('%s is bad input, and nothing is written', async (_what, wrong) => {
  const style = someStyle(wrong);
  const reply = await world.of('organiser').call(savePaperStyle, { ...save, style });
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
  expect([...world.cloud.engine.collection('paper_styles').all()]).toEqual([]);
});

test('the record book has the head, the parts, the signers and the words that are set', async () => {
  await held();
  const year = 2025;
  const plain = await world.of('alice').get(exportMyRecordBook, { exportId: 'plain', year });
  const before = wordsOf(await fetched(plain.url));
  for (const part of ['2025年学习记录本', '项目', 'her note', '支部核对：']) {
    expect(before).toContain(part);
  }
  await plant(world.cloud, {
    paper_styles: [aPaperStyle('own', { hidden: ['sums', 'notes', 'way'] })],
  });
  const made = await world.of('alice').get(exportMyRecordBook, { exportId: 'set', year });
  const words = wordsOf(await fetched(made.url));
  for (const part of [
    'Power Station',
    '2025年Book',
    'what was read',
    'Member：____________　　Secretary：____________',
    'kept by the branch',
    '学时 = 分钟',
  ]) {
    expect(words).toContain(part);
  }
  for (const part of ['项目', 'her note', '怎么记的', '扫码签到', '支部核对：']) {
    expect(words).not.toContain(part);
  }
});

test('minutes and register have the head and the signers of the committee, where the branch has none', async () => {
  await held();
  await plant(world.cloud, { paper_styles: [aPaperStyle()] });
  const organiser = world.of('organiser');
  const input = { exportId: 'minutes', studyId: 'held' };
  const words = wordsOf(await fetched((await organiser.get(exportMinutes, input)).url));
  for (const part of ['Power Station', 'Minutes', 'Chair：____________']) {
    expect(words).toContain(part);
  }
  expect(words).not.toContain('主持人');
  const roll = await organiser.get(exportRegister, { exportId: 'roll', studyId: 'held' });
  const rows = await readSheet(Buffer.from(await fetched(roll.url)));
  expect(rows.slice(0, 3).map(([first]) => first)).toEqual([
    'Power Station',
    'Roll',
    'what was read',
  ]);
  expect(rows.at(-1)?.[0]).toBe('Caller：____________');
});
