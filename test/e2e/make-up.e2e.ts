import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { DEMO_START_MS, startDemoStage, type DemoStage } from './demo-stage';
import { openedMakeUp } from './make-up-steps';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { asOfficer, PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage(DEMO_START_MS);

const MEMBER = PEOPLE.onShiftTomorrow;
const DAY_MS = 86_400_000;
const NAME = demoPerson(MEMBER).name;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'who was at work makes a study up: from 今日 through material and quiz to the roll',
    run: async ({ stage, open }) => {
      await openedMakeUp(stage, 'play-make-up');
      const member = await open({ as: MEMBER });
      await press(member, '去补学');
      await member.see(/15:00 那场你当中班/u);
      await press(member, '先看第 1 段');
      await member.see(/先看票，再看人/u);
      await press(member, '看完了，下一段');
      await member.see('票上谁来签字');
      await member.back();
      await member.see('看到这里');
      await press(member, '接着看第 2 段');
      await press(member, '看完了，下一段');
      await press(member, '看完了');
      await press(member, '去做题');

      await member.see('第 1 题，共 2 题');
      await member.tap('请旁边的同事先看着');
      await press(member, '看一眼材料');
      await member.back();
      await member.see('第 1 题，共 2 题');
      await press(member, '选好了');
      await member.see('你选的');
      await member.see('应该选');
      await member.see(/监护人是票上写了名字的人/u);
      await member.see('这题最后再出一次，选项换个次序');
      await press(member, '下一题');
      await member.see('第 2 题，共 2 题');
      await press(member, '不对');
      await press(member, '选好了');
      await member.see('答对了');
      await press(member, '下一题');
      await member.see('第 1 题，共 2 题，再来一次');
      await member.tap('停下来，等监护人回来再做');
      await press(member, '选好了');
      await member.see('答对了');
      await press(member, '好了');
      await member.see('已补学');
      await member.see(/记成补学，不记成到会/u);
      await press(member, '完成');
      await member.see(/补学完成，学习记录里多了 40 分钟/u);

      const today = await open({ as: MEMBER });
      await today.see('请你做的事');
      await today.notSee('去补学');
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/study-office/roll/roll?studyId=play-make-up',
      });
      await officer.see('补学');
      await officer.see(NAME);
    },
  },
  {
    name: 'what is answered without a network is kept, and counts once it is back',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const path = await openedMakeUp(stage, 'play-offline', undefined, 1);
      const member = await open({ as: MEMBER, path });
      await press(member, '去做题');
      await member.see('第 1 题，共 2 题');
      await member.setNetwork('offline');
      await member.tap('停下来，等监护人回来再做');
      await press(member, '选好了');
      await member.see(/答案存在手机里，有网时送出/u);
      await press(member, '下一题');
      await press(member, '不对');
      await press(member, '选好了');
      await press(member, '好了');
      await member.see('都答了，还没送到');
      await member.setNetwork('online');
      await member.see('已补学');
    },
  },
  {
    name: 'a few words of one’s own end it where the officer has written nothing',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await openedMakeUp(stage, 'play-note', null, 2);
      const member = await open({
        as: MEMBER,
        path: 'packages/study/detail/detail?studyId=play-note',
      });
      await press(member, '补学');
      await press(member, '去写心得');
      await member.see('再写 50 个字就能交');
      const words =
        '我们值上动火前先看风向，把周围的油布收走，监护人站在上风口，灭火器摆在手边，换人就重新交底、重新签字，谁也不能代签。';
      await member.fill(member.page.locator('textarea').filter({ visible: true }), words);
      await press(member, '交了');
      await member.see('已补学');
      await press(member, '完成');
      await member.see(words);
      const { people } = (await askAs(stage, PEOPLE.officer, 'study', 'makeUpsOf', {
        studyId: 'play-note',
      })) as { people: { name: string; note: string | null }[] };
      if (people[0]?.note !== words) throw new Error('the officer does not read what was written');
    },
  },
  {
    name: 'an officer writes what is made up, sees who has one open, and opens one for who was absent',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await openedMakeUp(stage, 'play-office', null, 3);
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/study/detail/detail?studyId=play-office',
      });
      await officer.tap('补学名单');
      await officer.see(NAME);
      await officer.see(/当时在岗/u);
      await press(officer, '材料和小测');
      await officer.fill('第 1 段的标题', '动火前先看什么');
      await officer.fill('几分钟能看完。不写工作秘密和内部文件', '先看票，再看人，最后看周围。');
      await press(officer, '加一道题');
      await press(officer, '保存');
      await officer.see('还没写题目。');
      await press(officer, '对不对');
      await officer.fill(
        '例如：监护人要离开几分钟，你怎么办？',
        '看到冒烟，先把手里的活收好再撤。',
      );
      await officer.tap('第 2 个选项是对的');
      await officer.fill('为什么：答完就给人看', '先撤人，再报告。');
      await press(officer, '保存');
      await officer.see('1 段，1 道题');

      await press(officer, '开补学');
      await officer.see(/本人、支部委员和党小组长都会看到原因/u);
      await writeReason(officer, '那天临时抢修，走不开');
      await press(officer, '开补学');
      await officer.notSee(/^缺席/u);
      const absent = await open({ as: PEOPLE.dayWorker });
      await absent.see(/不补，考勤还按现在记的/u);
      await press(absent, '去补学');
      await absent.see(/现在记的是缺席，补上就改记补学/u);
      await absent.see(/给你开的：那天临时抢修，走不开/u);
      await press(absent, '去做题');
      await press(absent, '不对');
      await press(absent, '选好了');
      await absent.see('先撤人，再报告。');
      await press(absent, '好了');
      await absent.see('已补学');
    },
  },
  {
    name: 'words that end it are kept without a network and go once it is back; after its end they become a note',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const words =
        '我们值上动火前先看风向，把周围的油布收走，监护人站在上风口，灭火器摆在手边，换人就重新交底、重新签字，谁也不能代签。';
      const waitingIn = async (studyId: string, day: number) => {
        const path = await openedMakeUp(stage, studyId, null, day);
        const phone = await open({ as: MEMBER, path });
        await press(phone, '去写心得');
        await phone.fill(phone.page.locator('textarea').filter({ visible: true }), words);
        await phone.setNetwork('offline');
        await press(phone, '交了');
        await phone.see(/存在手机里，有网时自己送出/u);
        return phone;
      };
      const member = await waitingIn('play-words', 4);
      await press(member, '好了');
      await member.see('心得已经交了，存在手机里，有网时自己送出。');
      await member.setNetwork('online');
      await member.see(/写的心得已经送到/u);
      await press(member, '知道了');
      await member.see('已补学');
      await member.see(words);

      const other = await waitingIn('play-late-words', 5);
      await stage.cloud.clock.advance(10 * DAY_MS);
      await other.setNetwork('online');
      await other.see(/补学已经截止，这次没有记上/u);
      await press(other, '知道了');
      await other.see('已截止');
      await other.see(words);
      await press(other, '当心得交');
      await press(other, '提交');
      await other.see('已截止');
      const { notes } = (await askAs(stage, MEMBER, 'note', 'myNotes', {})) as {
        notes: { studyTopic?: string; title: string }[];
      };
      if (!notes.some(({ title }) => words.startsWith(title))) throw new Error('it is not there');
    },
  },
  {
    name: 'words that waited while it was done another way, or the person was entered, become a note',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const words =
        '检修前先把票上的措施念一遍，谁负责哪一条当面认下来，监护人不离开，换人重新交底，收工前清一遍工具，少一件也要找到再走。';
      const waitingIn = async (member: Phone) => {
        await member.fill(member.page.locator('textarea').filter({ visible: true }), words);
        await member.setNetwork('offline');
        await press(member, '交了');
        await member.see(/存在手机里，有网时自己送出/u);
        return async () => {
          await member.setNetwork('online');
          await member.see('补学的心得没有记上');
          await press(member, '知道了');
          await member.see(words);
        };
      };
      const note = (studyId: string) =>
        open({ as: MEMBER, path: `packages/study/make-up-note/make-up-note?studyId=${studyId}` });

      await openedMakeUp(stage, 'play-quiz-first', undefined, 8);
      const member = await note('play-quiz-first');
      const hear = await waitingIn(member);
      for (const [questionId, option] of [
        ['guard', 'b'],
        ['smoke', 'no'],
      ] as const) {
        const answer = { studyId: 'play-quiz-first', questionId, chosen: [option] };
        await askAs(stage, MEMBER, 'study', 'answerMakeUp', answer);
      }
      await hear();
      await member.see('已补学');
      await member.see('你还写了，没有算进补学');
      await press(member, '不要了');
      await member.see('不要写的了');
      await member.tap('删掉');
      await member.notSee(words);

      await openedMakeUp(stage, 'play-entered', null, 9);
      const other = await note('play-entered');
      const told = await waitingIn(other);
      await stage.cloud.clock.advance(2 * 3_600_000);
      const { lines } = (await askAs(stage, PEOPLE.officer, 'study', 'roll', {
        studyId: 'play-entered',
      })) as { lines: readonly { memberId: string; state: string }[] };
      const seen = lines.find(({ memberId }) => memberId === MEMBER)?.state;
      const entry = { memberId: MEMBER, to: 'attended', seen, reason: '本人到会了，漏签' };
      await asOfficer(stage, 'correct', { studyId: 'play-entered', ...entry });
      await told();
      await other.see('不用补了');
      await press(other, '当心得交');
      await press(other, '提交');
      await other.see('现在的学习');
      const { notes } = (await askAs(stage, MEMBER, 'note', 'myNotes', {})) as {
        notes: { title: string }[];
      };
      if (!notes.some(({ title }) => words.startsWith(title))) throw new Error('it is not there');
      const again = await note('play-entered');
      await again.see('不用补了');
      await again.notSee(words);
    },
  },
];
