import type { InputOf } from '../../contract/action';
import { api } from '../../contract/api';
import { HELD } from './live-studies';
import { type Stage, WHO } from './stage';

const { replyToNote, thankForNote, takeBackResponse, removeReply, myResponses } = api.note;
const { handInNote, answerNote, returnNote, askToShare, answerSharing, recordUse } = api.note;

type HandIn = InputOf<typeof handInNote>;

/** Notes in every state: to be read, answered, asked, returned, shared and used, taken back. */
export async function writeNotes(stage: Stage): Promise<void> {
  const officer = stage.recorder.phoneOf(WHO.officer);
  await handIn(stage, 'yx05', 'note-to-read');
  await handIn(stage, 'yx06', 'note-answered', { type: 'study-note', studyId: HELD.studyId });
  const words = { text: '这一句很要紧，转给了值长会。' };
  await officer.get(answerNote, { ...before('note-answered', 'deed-answer'), ...words });
  await handIn(stage, 'yx07', 'note-asked', { type: 'technical' });
  await officer.get(askToShare, { ...before('note-asked', 'deed-ask'), scope: 'branch' });
  await handIn(stage, 'yx08', 'note-returned', { type: 'news' });
  const reason = '第 2 段写了设备编号，去掉就能过';
  await officer.get(returnNote, { ...before('note-returned', 'deed-return'), reason });
  const shared = stage.recorder.phoneOf('yx22');
  await handIn(stage, 'yx22', 'note-used', { pictures: [pictureOf(stage, 'yx22')] });
  await stage.cloud.wechat.content.deliverVerdicts();
  await stage.cloud.wechat.push.settled();
  await officer.get(askToShare, { ...before('note-used', 'deed-share'), scope: 'beyond' });
  await shared.get(answerSharing, { noteId: 'note-used', askId: 'deed-share', answer: 'signed' });
  const used = { ...before('note-used', 'deed-use'), state: 'used' } as const;
  await officer.get(recordUse, { ...used, where: 'channel', text: '3月26日 党务清风' });
  const reader = stage.recorder.phoneOf('yx05');
  const said = { noteId: 'note-used', replyId: 'reply-first', text: '我们值也是先问值长。' };
  await reader.get(replyToNote, said);
  await reader.get(thankForNote, { noteId: 'note-used', isThanking: true });
  await handIn(stage, 'yx09', 'note-hazard', { type: 'hazard' });
  await handIn(stage, 'yx10', 'note-back', { text: '一句假时政词' });
  await stage.recorder.phoneOf('yx10').get(api.note.withdrawNote, {
    noteId: 'note-back',
    what: 'note',
  });
}

/** Every action on notes once at least, on what the first days have left. */
export async function reviewNotes(stage: Stage): Promise<void> {
  const officer = stage.recorder.phoneOf(WHO.officer);
  const author = stage.recorder.phoneOf('yx22');
  const noteId = 'note-next-day';
  await handIn(stage, 'yx22', noteId, { title: '一句假低俗词' });
  await author.isRefused(handInNote, aHandIn('note-refused', { text: '一句假辱骂词' }));
  await author.get(api.note.myNotes, {});
  await author.get(api.note.sharedNotes, {});
  await author.get(api.note.noteDetail, { noteId: 'note-used' });
  await stage.recorder.phoneOf('yx05').get(api.note.noteDetail, { noteId: 'note-used' });
  await exchangeOnNote(stage);
  const { month } = await officer.get(api.note.branchNotes, {});
  await officer.get(api.note.notesInState, { month, state: 'to-read' });
  await officer.get(api.note.noteDetail, { noteId: 'note-to-read' });
  await officer.get(api.note.approveNote, before(noteId, 'next-approve'));
  await officer.get(answerNote, { ...before(noteId, 'next-answer'), text: '看了' });
  const answered = { ...before(noteId, 'next-ask'), state: 'answered' } as const;
  await officer.get(askToShare, { ...answered, scope: 'beyond' });
  await author.get(answerSharing, { noteId, askId: 'next-ask', answer: 'unsigned' });
  const used = { ...before(noteId, 'next-use'), state: 'used' } as const;
  await officer.get(recordUse, { ...used, where: 'elsewhere', text: '厂报第 5 期' });
  await author.get(api.note.withdrawNote, { noteId, what: 'sharing' });
  await officer.get(returnNote, { ...used, deedId: 'next-return', reason: '换一张图再交' });
}

/** Below a note that the first days have left shared. */
async function exchangeOnNote({ recorder }: Stage): Promise<void> {
  const noteId = 'note-used';
  const reader = recorder.phoneOf('yx05');
  for (const replyId of ['reply-next', 'reply-other']) {
    await reader.get(replyToNote, { noteId, replyId, text: '记下来了。' });
  }
  await reader.isRefused(replyToNote, { noteId, replyId: 'reply-refused', text: '一句假辱骂词' });
  await reader.get(takeBackResponse, { responseId: 'reply-next' });
  const reason = '写了别人的名字';
  const officer = recorder.phoneOf(WHO.officer);
  await officer.get(removeReply, { noteId, replyId: 'reply-other', reason });
  await reader.get(thankForNote, { noteId, isThanking: false });
  await reader.get(myResponses, {});
}

function handIn({ recorder }: Stage, memberId: string, noteId: string, more: Partial<HandIn> = {}) {
  return recorder.phoneOf(memberId).get(handInNote, aHandIn(noteId, more));
}

function aHandIn(noteId: string, more: Partial<HandIn>): HandIn {
  return {
    noteId,
    versionId: `${noteId}-1`,
    basedOn: null,
    type: 'reflection',
    studyId: null,
    title: '多问一句，少走一趟',
    text: '夜里两点接班，表计和票上对不上。停下来问了值长，原来上一值换过表，票没改。',
    pictures: [],
    ...more,
  };
}

/** As an officer has the first version of a note before them that nobody has read. */
const before = (noteId: string, deedId: string) =>
  ({ noteId, version: 1, state: 'to-read', deedId }) as const;

function pictureOf({ cloud }: Stage, memberId: string): HandIn['pictures'][number] {
  const path = `notes/202603/${memberId}/picture.jpg`;
  return { pictureId: 'picture', fileId: cloud.files.write(path, Buffer.from('a picture')) };
}
