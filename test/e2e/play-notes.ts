import { readFileSync } from 'node:fs';
import type { InputOf } from '../../contract/action';
import type { handInNote } from '../../contract/note/writing';
import { askAs } from './ask-as';
import type { DemoStage } from './demo-stage';
import type { Phone } from './phone';
import { press } from './study-steps';

type HandIn = InputOf<typeof handInNote>;

/** Any picture of a phone will do. */
const PICTURE = readFileSync('docs/screenshots/codes.jpg');

/** A note that somebody has handed in on their phone. */
export async function noteBy(
  stage: DemoStage,
  memberId: string,
  noteId: string,
  note: Partial<HandIn> & { readonly pictureCount?: number } = {},
): Promise<string> {
  const { pictureCount = 0, ...rest } = note;
  const pictures = Array.from({ length: pictureCount }, (_, at) => {
    const pictureId = `${noteId}-${at}`;
    const path = `notes/202603/${memberId}/${pictureId}.jpg`;
    return { pictureId, fileId: stage.cloud.files.write(path, PICTURE) };
  });
  await askAs(stage, memberId, 'note', 'handInNote', {
    noteId,
    versionId: `${noteId}-1`,
    basedOn: null,
    type: 'reflection',
    studyId: null,
    title: '多问一句，少走一趟',
    text: '夜里两点接班，照着票走到第 7 项，表计和票上对不上。按以前我会先做完再说。这次停下来问了值长，原来上一值换过表，票没改。\n\n党课讲“票是写给下一个人看的”，我觉得说的就是这件事。',
    pictures,
    ...rest,
  });
  await stage.cloud.wechat.content.deliverVerdicts();
  await stage.cloud.wechat.push.settled();
  return noteId;
}

/** What an officer does to the first version of a note in this state. */
export function deedOn(
  stage: DemoStage,
  officer: string,
  action: 'answerNote' | 'returnNote' | 'askToShare' | 'recordUse',
  noteId: string,
  rest: object,
  state = 'to-read',
): Promise<unknown> {
  const deed = { noteId, version: 1, state, deedId: `${noteId}-${action}` };
  return askAs(stage, officer, 'note', action, { ...deed, ...rest });
}

/** A note of somebody, shared under their name. */
export async function sharedBy(
  stage: DemoStage,
  memberId: string,
  officer: string,
  noteId: string,
  note: Partial<HandIn> = {},
): Promise<string> {
  await noteBy(stage, memberId, noteId, note);
  await deedOn(stage, officer, 'askToShare', noteId, { scope: 'branch' });
  const yes = { noteId, askId: `${noteId}-askToShare`, answer: 'signed' };
  await askAs(stage, memberId, 'note', 'answerSharing', yes);
  return noteId;
}

/** What people of other crews give back to a note. */
export async function responsesTo(stage: DemoStage, noteId: string): Promise<void> {
  const replies = [
    ['yx05', '我们值也编过一个，贴在交接班台上。多一条“走之前回头看一眼”。'],
    ['yx31', '四闻这一条，三值准备写进巡检卡，谢谢提醒。'],
  ] as const;
  for (const [writer, text] of replies) {
    const reply = { noteId, replyId: `${noteId}-${writer}`, text };
    await askAs(stage, writer, 'note', 'replyToNote', reply);
  }
  for (const reader of ['yx31', 'yx05', 'yx22']) {
    await askAs(stage, reader, 'note', 'thankForNote', { noteId, isThanking: true });
  }
}

/** Notes in several states, by several people; read by `officer`. */
export async function severalNotes(stage: DemoStage, officer: string): Promise<void> {
  await noteBy(stage, 'yx31', 'shot-read', {
    title: '我把那道题答错了',
    text: '廉政小测错的那题，其实是我们值上一直那么填的。',
  });
  await noteBy(stage, 'yx32', 'shot-hazard', {
    type: 'hazard',
    title: '西侧平台照明不亮',
    text: '下到 8 米平台的梯子口，灯不亮三天了，先拉了警戒带。',
  });
  await noteBy(stage, 'yx33', 'shot-answered', {
    type: 'technical',
    title: '给水泵密封水压力怎么看',
    text: '看差压，不看单边。',
    pictureCount: 2,
  });
  await deedOn(stage, officer, 'answerNote', 'shot-answered', {
    text: '“看差压”这一句要紧，转给了值长会。',
  });
  await noteBy(stage, 'yx34', 'shot-returned', {
    type: 'news',
    title: '二值换了交接班记录本',
    text: '新的记录本多了一栏“没做完的事”。',
    pictureCount: 3,
  });
  await deedOn(stage, officer, 'returnNote', 'shot-returned', {
    reason: '第 3 张图拍到了设备铭牌，换一张再交',
  });
  await noteBy(stage, 'yx34', 'shot-asked', { pictureCount: 3 });
  await deedOn(stage, officer, 'askToShare', 'shot-asked', { scope: 'beyond' });
  await sharedBy(stage, 'yx34', officer, 'shot-shared', {
    title: '巡检口诀',
    text: '一看二听三摸四闻，差一样都要记下来。',
  });
  await sharedBy(stage, 'yx10', officer, 'shot-other-crew', {
    title: '交接班先说没做完的',
    text: '做完的写在记录里，没做完的当面说，说完再签字。',
  });
  await responsesTo(stage, 'shot-shared');
  await noteBy(stage, 'yx32', 'shot-unsigned', {
    title: '春节替班记',
    text: '替了三个班，学会一件事：交班的话要说给没睡醒的人听。',
  });
  await deedOn(stage, officer, 'askToShare', 'shot-unsigned', { scope: 'branch' });
  const unsigned = {
    noteId: 'shot-unsigned',
    askId: 'shot-unsigned-askToShare',
    answer: 'unsigned',
  };
  await askAs(stage, 'yx32', 'note', 'answerSharing', unsigned);
}

/** What is stored of the notes of somebody. */
export function notesOf({ cloud }: DemoStage, memberId: string) {
  return [...cloud.engine.collection('notes').all()]
    .map(({ document }) => document)
    .filter((note) => note['ownerId'] === memberId);
}

/** Bytes of the pictures of a stored note. */
export function sizesOf({ cloud }: DemoStage, note: Readonly<Record<string, unknown>>): number[] {
  const pictures = note['pictures'] as readonly { readonly fileId: string }[];
  return pictures.map(({ fileId }) => cloud.files.read(fileId)?.length ?? 0);
}

/** Chooses pictures as from the album; the first time the privacy guide is agreed to. */
export async function choosePictures(
  phone: Phone,
  files: readonly string[],
  isFirst: boolean,
): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap(phone.shown.getByText(/^还可加/u));
  if (isFirst) await press(phone, '同意');
  await (await chooser).setFiles([...files]);
}
