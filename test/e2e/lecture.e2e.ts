import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { confirm } from './content-steps';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const WRITER = 'yx33';
const AUTHOR = 'yx22';
const JUDGES = ['yx02', 'yx01', 'yx33'];
const DAY_MS = 24 * 60 * 60_000;

/** As another phone writes and publishes it, taking lectures in; its id. */
async function entering(stage: DemoStage, contestId: string): Promise<string> {
  const startAtMs = stage.cloud.clock.nowMs() + 60_000;
  const draft = {
    title: '微党课，加一季',
    startAtMs,
    endAtMs: startAtMs + DAY_MS,
    judgeByMs: startAtMs + 3 * DAY_MS,
    criteria: [{ criterionId: 'c', title: '联系实际', text: '讲身边的事。', points: 100 }],
    awards: [{ name: '一等奖', places: 1 }],
    tieCriterionId: null,
    judgeIds: JUDGES,
  };
  await askAs(stage, WRITER, 'content', 'saveLectureContest', { contestId, revision: 0, draft });
  await askAs(stage, WRITER, 'content', 'publishLectureContest', { contestId, revision: 1 });
  stage.cloud.clock.jump(startAtMs + 60_000);
  return contestId;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a lecture is entered, its judge is asked on 今日, marks by the criteria or stands aside, and the entrant reads points and reasons',
    run: async ({ stage, open }) => {
      const contestId = await entering(stage, 'e2e-lectures');
      const author = await open({ as: AUTHOR, path: 'pages/branch/branch' });
      await author.tap('竞赛');
      await author.tap('微党课，加一季');
      await author.see('讲身边的事。');
      await press(author, '报一份讲稿');
      await author.fill('题目', '班里的一件事');
      await press(author, '报上');
      await author.see('还没写提纲，评委看不到讲什么。');
      await author.fill('讲几分钟', '15');
      await author.fill(author.shown.locator('textarea').first(), '三点。');
      await press(author, '报上');
      await author.see('改我的讲稿');
      stage.cloud.clock.jump(stage.cloud.clock.nowMs() + DAY_MS);

      const judge = await open({ as: 'yx02', path: 'pages/today/today' });
      await judge.tap(judge.page.getByText('给“微党课，加一季”评分').first());
      await judge.tap('班里的一件事');
      await judge.see('三点。');
      await press(judge, '交分');
      await judge.see('写一句理由，本人看得到。');
      await judge.fill('联系实际给几分', '88');
      await judge.fill(judge.shown.locator('textarea').first(), '事例是班里的。');
      await press(judge, '交分');
      await judge.see('都评过了，到时间前还能改');

      const other = await open({
        as: 'yx01',
        path: `packages/lecture/lecture/lecture?contestId=${contestId}`,
      });
      await other.tap('班里的一件事');
      await other.notSee('事例是班里的。');
      await press(other, '我和这份有关系，不评');
      await other.fill(other.shown.locator('textarea').last(), '他是我徒弟');
      await press(other, '我不评这份');
      await other.see('不评');
      const lecture = await askAs(stage, 'yx33', 'content', 'lectureContest', { contestId });
      const { toJudge } = lecture as { toJudge: { lectureId: string }[] };
      await askAs(stage, 'yx33', 'content', 'judgeLecture', {
        contestId,
        lectureId: toJudge[0]?.lectureId ?? '',
        judgement: {
          kind: 'marks',
          marks: [{ criterionId: 'c', points: 90, reason: '听得懂。' }],
        },
      });

      const back = await open({
        as: AUTHOR,
        path: `packages/lecture/lecture/lecture?contestId=${contestId}`,
      });
      await back.see('89 / 100');
      await back.see('事例是班里的。');
      await press(back, '让大家看到');
      await back.see('同意了，别人看得到题目和得奖');
      await press(back, '收回');
      await back.see('收回了，别人只看得到你参加过');
    },
  },
  {
    name: 'a contest of lectures is written on a phone with its criteria and panel, published, and a judge is relieved',
    played: 'in-soak',
    run: async ({ open }) => {
      const writer = await open({ as: WRITER, path: 'packages/contest/list/list' });
      await press(writer, '办一次党课竞赛');
      await writer.fill('名称', '廉洁微党课');
      await press(writer, '存草稿');
      await writer.see('评委要 3 到 9 位。');
      await writer.fill('第 1 项评什么', '讲得准');
      await writer.fill('第 1 项最多几分', '100');
      await writer.fill(writer.shown.locator('textarea').first(), '出处说清楚。');
      for (const judge of ['yx01', 'yx02', 'yx03', 'yx04']) {
        await writer.tap('加一位评委');
        await press(writer, demoPerson(judge).name);
        await press(writer, '确定');
      }
      await press(writer, '发布');
      await confirm(writer, '发布');
      await writer.tap('廉洁微党课');
      await writer.see('出处说清楚。');
      await writer.tap(writer.shown.getByText('换下', { exact: true }).first());
      await writer.fill(writer.shown.locator('textarea').last(), '这几天出差');
      await press(writer, '不再评');
      await writer.see('不再评：这几天出差');
    },
  },
];
