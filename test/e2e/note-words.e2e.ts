import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import { choosePictures, noteBy, notesOf, sizesOf } from './play-notes';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const words = (phone: Phone) => phone.shown.locator('textarea');

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'what is pasted into a note and is too long is kept whole, said, and handed in once it is short enough',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const author = 'yx36';
      const pasted = '夜里两点接班，先对表计再签字。'.repeat(175) + '说完了。';
      const member = await open({ as: author, path: 'packages/note/mine/mine' });
      await member.tap('学习体会');
      await member.see('边写边存在手机');
      await member.fill('标题', '长的一篇');
      await member.fill(words(member), pasted);
      await member.see(`多了 ${pasted.length - 2000} 字，删短才能交`);
      await member.see(`${pasted.length} / 2000`);
      await press(member, '提交');
      await member.see(`最多 2000 字，删掉 ${pasted.length - 2000} 字再交。`);

      await member.restart('online');
      await member.tap('长的一篇');
      await member.see(`多了 ${pasted.length - 2000} 字，删短才能交`);
      if ((await words(member).inputValue()) !== pasted) throw new Error('not kept whole');
      await member.fill(words(member), pasted.slice(-2000));
      await member.notSee(/^多了/u);
      await press(member, '提交');
      await member.see('学习体会 · 今天交');
      const [note] = notesOf(stage, author);
      if (note?.['text'] !== pasted.slice(-2000)) throw new Error('other words came');
    },
  },
  {
    name: 'a note of a study that the branch does not hold becomes a 学习体会 with its words and its picture',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const author = 'yx37';
      const topic = encodeURIComponent('原来支部的一课');
      const path = `packages/note/write/write?studyId=study-of-another-branch&topic=${topic}`;
      const member = await open({ as: author, path });
      await member.see('原来支部的一课');
      await member.fill(words(member), '换了支部，记下的还在。');
      await choosePictures(member, ['docs/screenshots/today.jpg'], true);
      await member.see('还可加 8 张');
      await press(member, '提交');
      await member.see(
        '这次学习不是你现在的支部办的，心得交不到这里。改成学习体会交，字和图都带过去。',
      );
      await press(member, '改成学习体会交');
      await member.see('已交');
      const [note, ...others] = notesOf(stage, author);
      if (note === undefined || others.length > 0) throw new Error('not one note');
      const { type, studyId, text } = note;
      if (type !== 'reflection' || studyId !== null) throw new Error(`a ${String(type)}`);
      if (text !== '换了支部，记下的还在。' || sizesOf(stage, note).length !== 1) {
        throw new Error('words or picture did not go along');
      }
    },
  },
  {
    name: 'an officer reads what was handed in, answers, asks, returns and deals with a hazard',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const writer = 'yx33';
      await noteBy(stage, writer, 'e2e-read', { title: '看差压，不看单边' });
      await noteBy(stage, writer, 'e2e-hazard', { type: 'hazard', title: '西侧平台照明不亮' });
      const reader = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await reader.tap('心得和投稿');
      await reader.see(/^3月 \d+ 篇$/u);
      await reader.tap('看差压，不看单边');
      await press(reader, '回复');
      await writeReason(reader, '这一句要紧，转给了值长会');
      await press(reader, '回复');
      await reader.see(/^已回复/u);
      await reader.see('这一句要紧，转给了值长会');
      await press(reader, '请他同意分享');
      await reader.see(/^已问他要不要分享/u);
      await reader.see(/等他同意，没同意就不放出去/u);

      const author = await open({ as: writer, path: 'packages/note/open/open?noteId=e2e-read' });
      await author.see('这一句要紧，转给了值长会');
      await press(author, '同意，署名');
      await author.see('已经分享，署你的名字。随时能撤回。');

      await reader.back();
      await reader.tap(reader.shown.getByText(/^已采用 \d+$/u).first());
      await reader.tap('看差压，不看单边');
      await press(reader, '退回');
      await press(reader, '有工作秘密：');
      await reader.see('有工作秘密：');
      await press(reader, '退回');
      await reader.see(/^已退回/u);
      const again = await open({ as: writer, path: 'packages/note/mine/mine' });
      await again.see('退回，原稿还在');

      await reader.back();
      // What others have shared stands under 已采用 still, and so does the list.
      await reader.tap(reader.shown.getByText(/^全部 \d+$/u).first());
      await reader.tap('西侧平台照明不亮');
      await press(reader, '写下处理结果');
      await writeReason(reader, '检修换了灯');
      await press(reader, '办结');
      await reader.see(/^已办结/u);
      await reader.see('处理结果：检修换了灯');
    },
  },
];
