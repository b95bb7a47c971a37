import { instantOf, localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import {
  acknowledgeDocument,
  choosePicture,
  confirm,
  EDITORS,
  letOut,
  openDesk,
  openLibrary,
  replace,
} from './content-steps';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Play, Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

type Open = Play<DemoStage>['open'];

const [ITEM, INTEGRITY, DOCUMENT] = ['交班前再听一遍', '年节前的一条提醒', '有限空间作业要点'];
const [RAISED, CONTEST] = ['工具柜的钥匙夜里找不到', '保密一问'];
const THURSDAY = localDay('2026-03-12');
const on = (hour: number, minute = 0) => instantOf(THURSDAY, hour * 60 + minute);
/** Of the crews that work from 14:00 and from 20:00 on the day of the issue. */
const LEADERS = { middle: 'yx41', front: 'yx32' } as const;

/** From the draft through both checks; by whoever has the desk of the channel. */
async function written(stage: DemoStage, open: Open, by: string, title: string): Promise<Phone> {
  const writer = await open({ as: by, path: 'pages/branch/branch' });
  await openDesk(writer);
  await press(writer, '写一条');
  await choosePicture(writer);
  await writer.fill('图的来源', '值里自己拍的');
  await writer.tap('自己拍的、画的');
  await writer.fill('标题', title);
  await writer.fill(writer.shown.locator('textarea'), '听完再签字，只多半分钟。');
  await writer.fill('文章链接', 'https://mp.weixin.qq.com/s/FAKE-of-the-play');
  await press(writer, '交给支部审');
  await writer.see('在审的');
  await stage.cloud.wechat.content.deliverVerdicts();
  await stage.cloud.wechat.push.settled();
  const secretary = await open({ as: EDITORS.secretary, path: 'packages/study/waits/waits' });
  await secretary.tap(`《${title}》`);
  await press(secretary, '通过');
  await secretary.see('待党委审');
  const office = await open({ as: EDITORS.office, path: 'pages/branch/branch' });
  await openDesk(office);
  await office.tap(title);
  await press(office, '通过');
  await office.see('已定稿');
  await office.back();
  return office;
}

/** Into the issue of Thursday. */
async function planned(office: Phone, channel: string, title: string, forShift: boolean) {
  await office.tap('编辑日历');
  await office.tap(office.shown.getByText(channel, { exact: true }).first());
  await office.tap(office.shown.getByText('周四 3月12日', { exact: true }).first());
  await office.tap(title);
  if (forShift) {
    await press(office, '班前讲');
    await office.see('班前讲这条');
  }
  await press(office, '存下这一期');
  await office.see('12:00 刊出');
}

/** Asked before their own next shift, wherever that lies. */
async function toldToCrew(open: Open, leaderId: string, shift: RegExp): Promise<void> {
  const leader = await open({ as: leaderId, path: 'pages/today/today' });
  await leader.see(`班前五分钟：${ITEM}`);
  await press(leader, '去讲给班里听');
  await leader.see(shift);
  await press(leader, '都在');
  await leader.tap(leader.shown.getByText(/^记下 \d+ 人/u));
  await leader.see('已当面传达');
}

/** Written by the publicity officer in the hours that all crews are awake alike; when it begins. */
async function published(stage: DemoStage, open: Open): Promise<number> {
  const writer = await open({ as: EDITORS.publicity, path: 'pages/branch/branch' });
  await writer.tap('竞赛');
  await press(writer, '办一次竞赛');
  await writer.fill('名称', CONTEST);
  await writer.tap('找一段一样多的');
  await writer.see(/^各值一样多/u);
  await writer.fill(writer.shown.locator('textarea').first(), '手机里能放内部文件吗？');
  await writer.fill('第 1 题的选项 1', '不能');
  await writer.fill('第 1 题的选项 2', '能');
  await writer.tap(writer.shown.getByLabel('删掉选项 3'));
  await writer.fill(writer.shown.locator('textarea').nth(1), '手机连着外网，内部文件不能放。');
  await press(writer, '发布');
  await confirm(writer, '发布');
  await writer.see(CONTEST);
  const { rows } = (await askAs(stage, EDITORS.publicity, 'content', 'contests', {})) as {
    rows: readonly { title: string; startAtMs: number }[];
  };
  return rows.find(({ title }) => title === CONTEST)?.startAtMs ?? 0;
}

async function answered(open: Open, memberId: string): Promise<void> {
  const member = await open({ as: memberId, path: 'pages/branch/branch' });
  await member.tap('竞赛');
  await member.tap(CONTEST);
  await press(member, '开始答题');
  await member.tap(member.shown.locator('.opt').first());
  await member.shown.locator('.opt--chosen').first().waitFor();
  await press(member, '交卷');
  await confirm(member, '交卷');
  await member.see('我的成绩');
}

/** Of 支部, and what stands on the page behind: docs/practice.md. */
const DOORS: readonly (readonly [door: string, behind: RegExp])[] = [
  ['搜索', /^学习、党务清风、廉政清风、文档库/u],
  ['党务清风', /^党务清风$/u],
  ['廉政清风', /^廉政清风$/u],
  ['支部的心得', /心得/u],
  ['我的心得和投稿', /^写一篇$/u],
  ['我的学习记录本', /学时/u],
  ['建言直通车', /^提一条$/u],
  ['竞赛', /竞赛/u],
  ['文档库', /^只限公开资料。/u],
  ['每月之星', /月之星/u],
];

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'every system of the practice stands behind a door of 支部 or 今日',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.other });
      await member.see('接下来');
      await member.tap('支部');
      for (const [door, behind] of DOORS) {
        await member.tap(member.shown.getByText(door, { exact: true }).first());
        await member.shown.getByText(behind).first().waitFor();
        await member.back();
        await member.see('支部的心得');
      }
    },
  },
  {
    name: 'four days of one place: an item up to each crew’s shift, one withdrawn, a document replaced, a suggestion answered, a contest held, and who is left',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { clock } = stage.cloud;
      const office = await written(stage, open, EDITORS.publicity, ITEM);
      await planned(office, '党务清风', ITEM, true);
      await planned(
        await written(stage, open, EDITORS.discipline, INTEGRITY),
        '廉政清风',
        INTEGRITY,
        false,
      );
      const officers = await letOut(open, DOCUMENT);
      const first = await open({ as: PEOPLE.free });
      await acknowledgeDocument(first, DOCUMENT);
      const raiser = await open({ as: PEOPLE.other, path: 'pages/branch/branch' });
      await raiser.tap('建言直通车');
      await press(raiser, '提一条');
      await raiser.fill(raiser.shown.locator('input').first(), RAISED);
      await raiser.fill(raiser.shown.locator('textarea').first(), '钥匙在白班手里。');
      await press(raiser, '提上去');
      await raiser.see(/^提上去了/u);
      const beginsAtMs = await published(stage, open);

      // The second day: the issue comes out, and reaches one crew after the other.
      clock.jump(on(12));
      await clock.advance(6 * 60_000);
      const reader = await open({ as: PEOPLE.dayWorker, path: 'pages/branch/branch' });
      await reader.tap('廉政清风');
      await reader.tap(INTEGRITY);
      await reader.see('打开公众号文章');
      await toldToCrew(open, LEADERS.middle, /^今天 14:00 中班/u);
      const discipline = await open({ as: EDITORS.discipline, path: 'pages/branch/branch' });
      await discipline.tap('廉政清风');
      await discipline.tap(INTEGRITY);
      await discipline.tap('在编辑台打开');
      await discipline.tap('撤回这一条');
      await writeReason(discipline, '日子写错了');
      await press(discipline, '撤回');
      await discipline.see('已撤回');
      await reader.restart('online');
      await reader.tap('廉政清风');
      await reader.see(/撤回了：日子写错了/u);
      await clock.set(on(18));
      await toldToCrew(open, LEADERS.front, /^今天 20:00 前夜班/u);
      const asking = await open({ as: PEOPLE.third, path: 'pages/branch/branch' });
      await asking.tap('党务清风');
      await asking.tap(ITEM);
      await asking.tap('写感悟');
      await asking.fill(asking.shown.locator('textarea'), '交班的人走了问谁？');
      await asking.tap('希望有人回答');
      await press(asking, '交上去');
      await asking.see('交上了，宣传委员看过就显示。');

      // The third day: the answers, and another version of the document.
      await clock.advance(16 * 60 * 60_000);
      const shows = await open({
        as: EDITORS.publicity,
        path: 'packages/channel-office/comments/comments',
      });
      const card = shows.shown.locator('.card').filter({ hasText: '交班的人走了问谁？' });
      await shows.tap(card.getByText('显示', { exact: true }));
      await shows.see('已显示');
      const commentator = await open({
        as: EDITORS.commentator,
        path: 'packages/study/waits/waits',
      });
      await commentator.tap('感悟：交班的人走了问谁？');
      await commentator.fill(commentator.shown.locator('textarea'), '问接班的值长。');
      await press(commentator, '交上去');
      await commentator.see('交上了，宣传委员看过就显示。');
      const secretary = await open({
        as: EDITORS.secretary,
        path: 'packages/suggest/queue/queue',
      });
      await secretary.tap(RAISED);
      await press(secretary, '答复');
      await writeReason(secretary, '从今天起放值长台');
      await press(secretary, '答复');
      await secretary.see('有答复');
      const again = await open({ as: PEOPLE.other, path: 'pages/today/today' });
      await again.tap(again.page.getByText(`《${RAISED}》有答复了`).first());
      await press(again, '可以了');
      await again.see('办结');
      await replace(officers, DOCUMENT, '改了第 2 页');

      // The fourth day: it is read again by who had read it, and by another crew.
      await clock.advance(24 * 60 * 60_000);
      await first.restart('online');
      await openLibrary(first);
      await first.see(/改了第 2 页，请大家再看一次/u);
      await first.tap(DOCUMENT);
      await press(first, '知道了');
      await first.see(/^你 3月14日 已确认$/u);
      await acknowledgeDocument(await open({ as: PEOPLE.onShiftTomorrow }), DOCUMENT);
      const waits = await open({ as: EDITORS.secretary });
      await openLibrary(waits);
      await waits.tap(DOCUMENT);
      await waits.tap(waits.shown.getByText(/还差 \d+ 人/u).first());
      await waits.notSee(demoPerson(PEOPLE.free).name);
      await waits.see(demoPerson(PEOPLE.other).name);
      const sender = await open({ as: EDITORS.office, path: 'pages/branch/branch' });
      await sender.tap('党务清风');
      await sender.tap(ITEM);
      await sender.back();
      await sender.tap('送到了谁');
      await sender.tap('运行支部');
      await sender.see(/^手机 \d+ · 当面 \d+|^当面 \d+/u);

      if (beginsAtMs > clock.nowMs()) clock.jump(beginsAtMs);
      await clock.advance(60_000);
      await answered(open, PEOPLE.free);
      await answered(open, PEOPLE.resting);
      const looks = await open({ as: PEOPLE.dayWorker, path: 'pages/branch/branch' });
      await looks.tap('竞赛');
      await looks.tap(CONTEST);
      await looks.see(/^2 \/ \d+ 人$/u);
    },
  },
];
