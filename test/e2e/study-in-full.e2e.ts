import { readSheet } from 'read-excel-file/node';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import { documentWords, openedFile } from './opened-file';
import { findSittings, writePlace } from './plan-steps';
import type { Scenario } from './scenario';
import { codeOn, PEOPLE, press, showToCamera, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const SECRETARY = 'yx01';
const TOPIC = '两票执行里的老毛病';
const { officer: OFFICER, free: FIRST, resting: SECOND, onShiftTomorrow: LATER } = PEOPLE;

interface Published {
  readonly studyId: string;
  readonly sittings: readonly {
    readonly sittingId: string;
    readonly startAtMs: number;
    readonly closesAtMs: number;
  }[];
}

/** What the planner's proposal became when it was published. */
function publishedOf({ cloud }: DemoStage): Published {
  const study = [...cloud.engine.collection('studies').all()]
    .map(({ document }) => document)
    .find(({ topic }) => topic === TOPIC);
  if (study === undefined) throw new Error('nothing was published');
  return { studyId: String(study['_id']), sittings: study['sittings'] as Published['sittings'] };
}

/** Ten in the morning of the last day of somebody's make-up, a day on which they rest. */
function restDayOf({ cloud }: DemoStage, studyId: string, memberId: string): number {
  const line = [...cloud.engine.collection('attendances').all()]
    .map(({ document }) => document)
    .find((document) => document['studyId'] === studyId && document['memberId'] === memberId);
  const { untilAtMs } = line!['makeUp'] as { readonly untilAtMs: number };
  return untilAtMs - 14 * MS_PER_HOUR;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a study from the planner through two sittings, a make-up and a note to what the secretary reads and exports',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { clock } = stage.cloud;
      const planner = await open({ as: OFFICER, path: 'pages/studies/studies' });
      await press(planner, '新建学习');
      await findSittings(planner, TOPIC);
      await writePlace(planner, '行政楼 306');
      await press(planner, '下一步');
      await planner.see('发布后谁先收到');
      await press(planner, '发布');
      await planner.see('组织这次学习');
      const { studyId, sittings } = publishedOf(stage);
      if (sittings.length !== 2) throw new Error(`${sittings.length} sittings`);

      for (const [at, memberId] of [FIRST, SECOND].entries()) {
        const { sittingId = '', startAtMs = 0 } = sittings[at] ?? {};
        await clock.set(startAtMs + MS_PER_MINUTE);
        const query = `studyId=${studyId}&sittingId=${sittingId}`;
        const screen = await open({
          as: OFFICER,
          path: `packages/study-office/codes/codes?${query}`,
        });
        const member = await open({
          as: memberId,
          path: `packages/study/check-in/check-in?${query}`,
        });
        await press(member, '扫码签到');
        await showToCamera(member, await codeOn(screen));
        await member.see('已签到');
      }
      await clock.set((sittings.at(-1)?.closesAtMs ?? 0) + 2 * MS_PER_MINUTE);

      const detail = `packages/study/detail/detail?studyId=${studyId}`;
      const opener = await open({ as: OFFICER, path: detail });
      await opener.tap('补学名单');
      const absent = opener.shown.locator('.list-row').filter({ hasText: demoPerson(LATER).name });
      await opener.tap(absent.getByText('开补学', { exact: true }));
      await writeReason(opener, '那两场都在抢修');
      await press(opener, '开补学');
      await absent.getByText('开补学', { exact: true }).waitFor({ state: 'detached' });
      await clock.set(restDayOf(stage, studyId, LATER));
      const resting = await open({ as: LATER });
      await resting.see(/今天休息/u);
      const later = await open({ as: LATER, path: detail });
      await press(later, '补学');
      await press(later, '去写心得');
      const made =
        '动火前先看风向，把周围的油布收走，监护人站在上风口，灭火器摆在手边，换人就重新交底、重新签字，谁也不能代签。';
      await later.fill(later.page.locator('textarea').filter({ visible: true }), made);
      await press(later, '交了');
      await later.see('已补学');

      const writer = await open({ as: FIRST, path: detail });
      await writer.tap('写心得');
      await writer.setNetwork('offline');
      await writer.see('离线，已保存在手机');
      await writer.fill('标题', '一张票看三遍');
      await writer.fill(writer.shown.locator('textarea'), '夜里两点接班，表计和票上对不上。');
      await press(writer, '提交');
      await writer.see(/已保存在手机，有网时自动送出/u);
      await writer.setNetwork('online');
      await writer.see('交了，等负责人看');
      const mine = await open({ as: FIRST, path: 'packages/note/mine/mine' });
      await mine.see('一张票看三遍');
      await mine.see('交了，等负责人看');
      const reader = await open({ as: OFFICER, path: 'pages/branch/branch' });
      await reader.tap('心得和投稿');
      await reader.tap('一张票看三遍');
      await press(reader, '请他同意分享');
      await reader.see(/^已问他要不要分享/u);
      const author = await open({ as: FIRST });
      await press(author, '去答复');
      await author.tap(author.page.getByText(/^同意，只写“/u));
      await author.see(/已经分享，没有写你的名字/u);

      const secretary = await open({ as: SECRETARY, path: 'pages/branch/branch' });
      await secretary.tap(secretary.shown.getByText('看板', { exact: true }));
      await secretary.see('到会率');
      await secretary.tap('补学未完成');
      await secretary.see(/按值和姓名排/u);

      const roll = await open({ as: SECRETARY, path: 'pages/branch/branch' });
      await press(roll, '学习台账');
      await press(roll, TOPIC);
      await roll.tap('导出点名册');
      await roll.see('文件做好了');
      await press(roll, '打开');
      const rows = await readSheet(Buffer.from(await openedFile(roll)));
      for (const [memberId, state] of [
        [FIRST, '已到'],
        [SECOND, '已到'],
        [LATER, '补学'],
      ] as const) {
        const row = rows.find((cells) => cells.includes(demoPerson(memberId).name));
        if (row?.includes(state) !== true) throw new Error(`${memberId} is not ${state}`);
      }

      const book = await open({ as: SECRETARY, path: 'pages/branch/branch' });
      await press(book, '名册');
      await book.fill('姓名、值或党小组', demoPerson(LATER).name);
      await book.tap(book.shown.locator('.branch__person'));
      await book.tap('学习记录本');
      await book.see('今年学时');
      await book.tap('导出打印');
      await book.see('文件做好了');
      await press(book, '打开');
      const words = documentWords(await openedFile(book));
      for (const part of [demoPerson(LATER).name, TOPIC, '补学']) {
        if (!words.includes(part)) throw new Error(`the book lacks ${part}`);
      }
    },
  },
];
