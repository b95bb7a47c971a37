import type { Request } from 'playwright-core';
import { instantOf, localDay } from '../../domain/time/local-day';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { sentNotice } from './play-notices';
import { PEOPLE, press, publishedStudy } from './study-steps';

const WEDNESDAY = localDay('2026-03-11');

/** A Wednesday at nine. */
export const start = (): Promise<DemoStage> => startDemoStage(instantOf(WEDNESDAY, 9 * 60));

/** Awake and off duty on that morning. */
const [READER, REFUSING, ACCEPTING] = ['yx34', 'yx35', 'yx36'] as const;

const badge = (phone: Phone) => phone.page.locator('.phone-tabs__badge');
const seeBadge = (phone: Phone, text: string) => badge(phone).getByText(text).waitFor();
const seeNoBadge = (phone: Phone) => badge(phone).waitFor({ state: 'detached' });

/** Names of the functions that are called while a tab is opened, until the page has its answer. */
async function callsOfOpening(phone: Phone, tab: string): Promise<readonly string[]> {
  const calls: string[] = [];
  const note = (request: Request): void => {
    const [, name] = /\/preview\/call\/(.+)$/u.exec(request.url()) ?? [];
    if (name !== undefined) calls.push(name);
  };
  phone.page.on('request', note);
  const answered = phone.page.waitForResponse(/\/preview\/call\//u);
  await press(phone, tab);
  await (await answered).finished();
  // Two frames: what the page asks because of the answer is under way by then.
  for (let frame = 0; frame < 2; frame += 1) {
    await phone.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  phone.page.off('request', note);
  return calls;
}

/** The page of reminders has asked how many are left; back on the page before it. */
async function lookAtReminders(phone: Phone, count: string): Promise<void> {
  await press(phone, '我的');
  await press(phone, '免打扰与提醒');
  await phone.see(count);
  await phone.back();
}

/** The button of one must-read among several. */
const knownOf = (phone: Phone, title: string) =>
  phone.shown.locator('.card').filter({ hasText: title }).getByText('知道了');

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the number of unread goes with reading, stays away, and an answer without network waits',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const member = await open({ as: READER, path: 'pages/today/today' });
      await press(member, '我的');
      await press(member, '免打扰与提醒');
      await press(member, '多要几次提醒');
      await press(member, '允许');
      await member.see('还有 1 次');
      await member.back();

      await sentNotice(stage, { title: '周五下午打扫泵房', to: [READER] });
      await press(member, '今日');
      await seeBadge(member, '1');
      await press(member, '消息');
      await member.see('周五下午打扫泵房');
      await seeNoBadge(member);
      const calls = await callsOfOpening(member, '今日');
      if (calls.join() !== 'study') throw new Error(`the today page called ${calls.join()}`);
      await seeNoBadge(member);

      await sentNotice(stage, { kind: 'must-read', title: '换届程序图解', to: [READER] });
      await press(member, '消息');
      await member.see('换届程序图解');
      await seeBadge(member, '1');
      await member.setNetwork('offline');
      await press(member, '知道了');
      await member.see(/已记下，有网时送出/);
      await seeNoBadge(member);
      await member.setNetwork('online');
      await member.see(/你已确认/);
    },
  },
  {
    name: 'reminders are asked for in the tap that means something else, whatever is answered',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await publishedStudy(stage, { startsIn: 30 * 60 });
      const refusing = await open({ as: REFUSING, path: 'pages/today/today' });
      await lookAtReminders(refusing, '没有了');
      await press(refusing, '今日');
      await press(refusing, '我参加');
      await refusing.see('允许发送一次以下消息');
      await press(refusing, '取消');
      await refusing.see(/你会来/);
      await lookAtReminders(refusing, '没有了');

      await sentNotice(stage, { kind: 'must-read', title: '换届程序图解', to: [ACCEPTING] });
      const accepting = await open({ as: ACCEPTING, path: 'pages/today/today' });
      await lookAtReminders(accepting, '没有了');
      await press(accepting, '消息');
      await press(accepting, '知道了');
      await accepting.see('允许发送一次以下消息');
      await press(accepting, '允许');
      await accepting.see(/你已确认/);
      await lookAtReminders(accepting, '还有 1 次');
    },
  },
  {
    name: 'a must-read is reminded of once, reworded in silence, sent as a new edition, and withdrawn',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/notice-office/notice/notice',
      });
      await press(officer, '必读');
      await officer.fill('标题，一句话说清什么事', '周五大扫出');
      await press(officer, '看谁什么时候收到');
      await officer.see('发出后谁先收到');
      await press(officer, '发出');
      await officer.see('还没确认的人');

      const member = await open({ as: REFUSING, path: 'pages/me/me' });
      await press(member, '免打扰与提醒');
      await member.see('没有了');
      await member.back();
      await press(member, '消息');
      await member.see('周五大扫出');
      await member.tap(knownOf(member, '周五大扫出'));
      await press(member, '允许');
      await member.see(/你已确认/);

      const other = await open({
        as: PEOPLE.officer,
        path: 'packages/notice-office/notice-log/notice-log',
      });
      await press(other, '周五大扫出');
      await other.see('1/48');
      await press(officer, '提醒未确认的人');
      await officer.see(/会再提醒 \d+ 人。/);
      await officer.see(/以后可以再提醒，12 小时里只提醒一次/);
      await press(other, '提醒未确认的人');
      await other.see('12 小时内提醒过了，过一阵再提醒，或当面说一声。');
      await press(other, '已当面传达');
      await press(other, '已传达');
      await other.see(/由你当面传达/);
      await other.see('2/48');

      await press(officer, '修改');
      await officer.see('改错字、补半句，原地换掉。2 人已确认的，照样算数。');
      await officer.fill('标题，一句话说清什么事', '周五大扫除');
      await press(officer, '改好了');
      await officer.see('小改过 1 次');
      await officer.see('2/48');
      await press(member, '今日');
      await press(member, '消息');
      await member.see('周五大扫除');
      await member.see(/你已确认/);

      await press(officer, '修改');
      await press(officer, '大改，重新请大家确认');
      await officer.see(/48 人重新确认，已确认的 2 人也要再点一次/);
      await press(officer, '看谁什么时候收到');
      await officer.see('写一句改了什么，大家不用自己找。');
      await officer.fill('例如：时间改到周五下午三点', '改到下午三点');
      await press(officer, '看谁什么时候收到');
      await officer.see('发出后谁先收到');
      await officer.see(/^\d+ 人按上面的时间收到微信提醒，\d+ 人打开清风才看到/u);
      await press(officer, '发出新的一版');
      await officer.see('第 2 版');
      await officer.see('改了：改到下午三点');
      await officer.see('0/48');
      await press(member, '今日');
      await press(member, '消息');
      await member.see('更新：周五大扫除');
      await member.see('这次改了：改到下午三点');
      await member.tap(knownOf(member, '更新：周五大扫除'));
      await member.see(/你已确认/);

      await press(officer, '撤回这条通知');
      await press(officer, '撤回');
      await officer.see(/已撤回。/);
      await press(member, '今日');
      await press(member, '消息');
      await member.notSee('更新：周五大扫除');
    },
  },
];
