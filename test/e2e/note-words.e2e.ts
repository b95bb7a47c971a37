import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import { choosePictures, notesOf, sizesOf } from './play-notes';
import type { Scenario } from './scenario';
import { press } from './study-steps';

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
];
