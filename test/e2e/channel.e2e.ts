import { demoPeople, demoPerson } from '../../local/world/people';
import { instantOf, localDay } from '../../domain/time/local-day';
import { askAs } from './ask-as';
import { choosePicture, EDITORS, openDesk } from './content-steps';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { publicity: WRITER, secretary: SECRETARY, office: OFFICE } = EDITORS;
/** Of the crew that works from 14:00 on the day of the issue. */
const LEADER = leaderOfGroup(demoPerson(PEOPLE.onShiftTomorrow).groupId);
const TITLE = '交班前再听一遍';

function leaderOfGroup(groupId: string): string {
  const leader = demoPeople.find(
    (person) => person.groupId === groupId && person.roles.includes('group-leader'),
  );
  return leader?.memberId ?? '';
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an item goes from its draft through both checks into an issue, and reaches a reader in their own time',
    run: async ({ stage, open }) => {
      const writer = await open({ as: WRITER, path: 'pages/branch/branch' });
      await openDesk(writer);
      await press(writer, '写一条');
      await choosePicture(writer);
      await writer.fill('图的来源', '二值自己拍的');
      await writer.tap('自己拍的、画的');
      await writer.fill('标题', TITLE);
      await writer.fill(writer.shown.locator('textarea'), '听完再签字，只多半分钟。');
      await writer.fill('文章链接', 'https://example.com/a');
      await press(writer, '交给支部审');
      await writer.see(/链接不是公众号文章/u);
      await writer.fill('文章链接', 'https://mp.weixin.qq.com/s/FAKE-of-the-play');
      await press(writer, '交给支部审');
      await writer.see('在审的');
      await stage.cloud.wechat.content.deliverVerdicts();
      await stage.cloud.wechat.push.settled();
      await writer.tap(TITLE);
      await writer.see('待支部审');
      await writer.see('你写过这一条，请另一位来审。');

      const secretary = await open({ as: SECRETARY, path: 'pages/today/today' });
      await secretary.tap(secretary.shown.locator('.today__all'));
      await secretary.see(/先来的在前/u);
      await secretary.tap(`《${TITLE}》`);
      await secretary.see('听完再签字，只多半分钟。');
      await press(secretary, '通过');
      await secretary.see('审过了');
      await secretary.see('待党委审');
      await secretary.back();
      await secretary.see(/办完一件就少一件/u);
      await secretary.notSee(`《${TITLE}》`);

      const office = await open({ as: OFFICE, path: 'pages/branch/branch' });
      await openDesk(office);
      await office.tap(TITLE);
      await press(office, '通过');
      await office.see('已定稿');
      await office.back();
      await office.tap('编辑日历');
      await office.see(/还空着/u);
      // The same day stands again below, with who is on duty.
      await office.tap(office.shown.getByText('周四 3月12日', { exact: true }).first());
      await office.tap(TITLE);
      await press(office, '班前讲');
      await office.see('班前讲这条');
      await press(office, '存下这一期');
      await office.see('12:00 刊出');

      stage.cloud.clock.jump(instantOf(localDay('2026-03-12'), 12 * 60));
      await stage.cloud.clock.advance(6 * 60_000);
      const reader = await open({ as: PEOPLE.dayWorker, path: 'pages/branch/branch' });
      await reader.tap('党务清风');
      await reader.see('今天 1 条，约 2 分钟');
      await reader.tap(TITLE);
      await reader.see('图：二值自己拍的');
      await reader.see('打开公众号文章');

      // Who works from 14:00 is asked before, and marks whoever was there.
      const leader = await open({ as: LEADER, path: 'pages/today/today' });
      await leader.see(`班前五分钟：${TITLE}`);
      await press(leader, '去讲给班里听');
      await leader.see('今天 14:00 中班 · 约 2 分钟');
      await leader.see('听完再签字，只多半分钟。');
      await press(leader, '都在');
      await leader.tap(leader.shown.getByText(/^记下 \d+ 人/u));
      await leader.see(/人由你当面传达/u);
      await leader.see('已当面传达');
      await leader.back();
      await leader.see('接下来');
      await leader.notSee(`班前五分钟：${TITLE}`);
      const sender = await open({ as: SECRETARY, path: 'pages/branch/branch' });
      await sender.tap('党务清风');
      await sender.tap('送到了谁');
      await sender.see(/人还没送到$/u);
      await sender.see(/^当面 \d+ · 还没|^手机 \d+ · 当面 \d+|^当面 \d+$/u);
      await sender.see(/^今天 \d+:\d\d 送/u);
      await sender.tap(sender.shown.getByText('已当面传达', { exact: true }).first());
      await press(sender, '讲过了');
      await sender.see(/记上了。$/u);
    },
  },
  {
    name: 'what is withdrawn says why to its readers and is not to be read any more',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const title = '夜餐窗口开到 20:45';
      const reader = await open({ as: PEOPLE.dayWorker, path: 'pages/branch/branch' });
      await reader.tap('党务清风');
      await reader.see(title);
      // Of an earlier day: its issue first, then the item.
      await reader.tap(title);
      await reader.see('前夜班接班前也能吃上热的。');
      await reader.tap(title);
      await reader.see(/^没有点赞数/u);
      await reader.notSee('在编辑台打开');
      const [item] = [...stage.cloud.engine.collection('items').all()].filter(
        ({ document }) => document['title'] === title,
      );
      const itemId = String(item?.document._id);
      const path = `packages/channel/item/item?itemId=${itemId}`;
      const office = await open({ as: OFFICE, path });
      await office.tap('在编辑台打开');
      await office.see(demoPerson(WRITER).name);
      await office.tap('撤回这一条');
      await writeReason(office, '窗口的时间写错了');
      await press(office, '撤回');
      await office.see('已撤回');
      const later = await open({ as: PEOPLE.dayWorker, path });
      await later.see(/撤回了：窗口的时间写错了/u);
      await later.notSee(title);
    },
  },
  {
    name: 'a writer chooses a document of the library, which readers of the branch open and others do not',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/channel-office/write/write?itemId=party-draft';
      const writer = await open({ as: WRITER, path });
      await writer.tap('文档库的文件');
      await writer.fill('找文件', '心肺');
      await writer.notSee('换届程序图解');
      await writer.tap('心肺复苏四步图');
      await writer.see('《心肺复苏四步图》');
      await writer.notSee('文章链接');
      await press(writer, '存草稿');
      await writer.see('草稿存好了');
      const again = await open({ as: WRITER, path });
      await again.see('《心肺复苏四步图》');
      await press(again, '不带这份文件');
      await again.see('文章链接');

      const item = 'packages/channel/item/item?itemId=party-2026-03-10-1';
      const reader = await open({ as: PEOPLE.dayWorker, path: item });
      await reader.see('《换届程序图解》，在文档库里打开');
      await press(reader, '打开文件');
      await reader.see('换届程序图解');
      await reader.see('出处');
      const foreign = await open({ as: PEOPLE.foreign, path: item });
      await foreign.see(/只有那个支部的人打得开/u);
      await foreign.notSee('打开文件');
    },
  },
  {
    name: 'an item that is returned says why, and is handed in again',
    played: 'in-soak',
    run: async ({ open }) => {
      const title = '给水泵的一条线';
      const path = 'packages/channel-office/check/check?itemId=party-branch-check';
      const secretary = await open({ as: SECRETARY, path });
      await press(secretary, '退回');
      await writeReason(secretary, '第 2 句没有出处');
      await press(secretary, '退回');
      await secretary.see('已退回，写的人会收到');
      const writer = await open({ as: WRITER, path: 'packages/channel-office/desk/desk' });
      await writer.see('退回：第 2 句没有出处');
      await writer.tap(title);
      await press(writer, '接着改');
      await writer.fill('署名', '二值一位同志');
      await press(writer, '交给支部审');
      await writer.see('待支部审');
      await writer.see('二值一位同志');
    },
  },
  {
    name: 'what another editor has saved meanwhile stands beside what was typed, and the writer says which stays',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/channel-office/write/write?itemId=party-draft';
      const writer = await open({ as: WRITER, path });
      await writer.fill('署名', '二值一位同志');
      const other = await open({ as: WRITER, path });
      await other.fill('图的来源', '三值拍的');
      await press(other, '存草稿');
      await other.see('草稿存好了');

      await press(writer, '存草稿');
      await writer.see('另一位编辑存过新的一版');
      await writer.see('三值拍的');
      // The app ended before the writer had chosen.
      await writer.restart('online');
      await writer.see('另一位编辑存过新的一版');
      await press(writer, '留我写的');
      await writer.notSee('另一位编辑存过新的一版');
      await press(writer, '存草稿');
      await writer.see('草稿存好了');

      const again = await open({ as: WRITER, path });
      await again.see('存草稿');
      const byline = again.shown.getByPlaceholder('谁的名字，可以不写');
      if ((await byline.inputValue()) !== '二值一位同志') throw new Error('words are lost');
    },
  },
  {
    name: 'what one editor saves over of another stays below the item, with who saved it and when',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const roles = (...own: readonly string[]) =>
        askAs(stage, OFFICE, 'member', 'setRoles', { memberId: PEOPLE.third, roles: own });
      await roles('member', 'publicity-officer');
      const path = 'packages/channel-office/write/write?itemId=party-draft';
      const writer = await open({ as: WRITER, path });
      await writer.fill('图的来源', '二值画的');
      const other = await open({ as: PEOPLE.third, path });
      await other.fill('图的来源', '五值拍的');
      await press(other, '存草稿');
      await other.see('草稿存好了');
      await press(writer, '存草稿');
      await writer.see('五值拍的');
      await press(writer, '留我写的');
      await press(writer, '存草稿');
      await writer.see('草稿存好了');

      const check = 'packages/channel-office/check/check?itemId=party-draft';
      const later = await open({ as: PEOPLE.third, path: check });
      await later.see('二值画的');
      await later.see('改掉的前几版');
      await later.see(new RegExp(`^${demoPerson(PEOPLE.third).name} .*存的$`, 'u'));
      await later.see(new RegExp(`^${demoPerson(WRITER).name} .*改过$`, 'u'));
      await later.see('图的来源：五值拍的');
      await roles('member');
      const member = await open({ as: PEOPLE.third, path: check });
      await member.notSee('五值拍的');
    },
  },
];
