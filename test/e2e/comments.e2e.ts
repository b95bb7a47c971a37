import { demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const ITEM = 'packages/channel/item/item?itemId=party-2026-03-10-0';
const [MEMBER, OFFICER, SECRETARY, COMMENTATOR] = [PEOPLE.free, 'yx33', 'yx01', 'yx46'];
const QUESTION = '交班的人已经走了，该问谁？';
const ANSWER = '问接班的值长，他签了字就由他答。';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a member writes under an item, an officer shows it, a commentator answers, and the member reads it',
    run: async ({ open }) => {
      const member = await open({ as: MEMBER, path: ITEM });
      await member.see('多问一句，少走一趟');
      await member.tap('写感悟');
      await member.fill(member.shown.locator('textarea'), QUESTION);
      await member.tap('希望有人回答');
      await press(member, '交上去');
      await member.see('交上了，宣传委员看过就显示。');
      await press(member, '返回');
      await member.see(QUESTION);
      await member.see('待审');

      const officer = await open({ as: OFFICER, path: 'pages/branch/branch' });
      await officer.tap('编辑台');
      await officer.tap('大家写的感悟');
      await officer.see('微信说不准，或者没有回答，请你看仔细再定。');
      const card = officer.shown.locator('.card').filter({ hasText: QUESTION });
      await officer.tap(card.getByText('显示', { exact: true }));
      await officer.see('已显示');
      await officer.notSee(QUESTION);

      const commentator = await open({ as: COMMENTATOR, path: 'packages/study/waits/waits' });
      await commentator.tap(`感悟：${QUESTION}`);
      await commentator.see(demoPerson(MEMBER).name);
      await commentator.fill(commentator.shown.locator('textarea'), ANSWER);
      await press(commentator, '交上去');
      await commentator.see('交上了，宣传委员看过就显示。');
      await press(commentator, '返回');
      await commentator.notSee(`感悟：${QUESTION}`);

      const secretary = await open({
        as: SECRETARY,
        path: 'packages/channel-office/comments/comments',
      });
      await secretary.see(`回答：${QUESTION}`);
      const answer = secretary.shown.locator('.card').filter({ hasText: ANSWER });
      await secretary.tap(answer.getByText('显示', { exact: true }));
      await secretary.notSee(ANSWER);

      const reader = await open({ as: MEMBER, path: ITEM });
      await reader.see(ANSWER);
      await reader.see(`网评员 ${demoPerson(COMMENTATOR).name}`);
    },
  },
  {
    name: 'what is written without a network goes up by itself, and the page says so',
    played: 'in-soak',
    run: async ({ open }) => {
      const words = '没有网的时候也想到一句。';
      const member = await open({ as: PEOPLE.third, path: ITEM });
      await member.tap('写感悟');
      await member.fill(member.shown.locator('textarea'), words);
      await member.setNetwork('offline');
      await press(member, '交上去');
      await member.see('没有网，写的存在手机里了，有网自己交上去。');
      await member.setNetwork('online');
      await member.see('交上了，宣传委员看过就显示。');
      await press(member, '返回');
      await member.see(words);
      await member.notSee(/写了一半/u);
    },
  },
  {
    name: 'what is not shown says why to whoever wrote it, who writes it anew or takes it back',
    played: 'in-soak',
    run: async ({ open }) => {
      const words = '老李又没带票。';
      const member = await open({ as: PEOPLE.other, path: ITEM });
      await member.tap('写感悟');
      await member.fill(member.shown.locator('textarea'), words);
      await press(member, '交上去');
      await member.see('交上了，宣传委员看过就显示。');
      const officer = await open({
        as: OFFICER,
        path: 'packages/channel-office/comments/comments',
      });
      const card = officer.shown.locator('.card').filter({ hasText: words });
      await officer.tap(card.getByText('不显示', { exact: true }));
      await writeReason(officer, '点了别人的名');
      await press(officer, '不显示');
      await officer.see('没有显示，写的人会收到原因');
      await press(member, '返回');
      await member.see('原因：点了别人的名');
      // As it was written: nothing of it is asked for again.
      await member.tap('改了再交');
      await press(member, '交上去');
      await member.see('交上了，宣传委员看过就显示。');
      await press(member, '返回');
      await member.tap('我写的感悟');
      await member.see('原因：点了别人的名');
      await member.tap(member.shown.getByText('收回', { exact: true }).first());
      await press(member, '收回');
      await member.see('收回了');
    },
  },
  {
    name: 'an officer appoints a commentator, and takes down what was shown',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: OFFICER, path: 'packages/channel-office/desk/desk' });
      await officer.tap('网评员');
      await officer.see(demoPerson(COMMENTATOR).name);
      await press(officer, '定下');
      await officer.see('定好了，他会收到。');
      await press(officer, '定下');
      await officer.see(/这段日子已经是网评员了/u);
      const reading = await open({ as: SECRETARY, path: ITEM });
      await reading.tap(reading.shown.getByText('撤下', { exact: true }).first());
      await writeReason(reading, '数字写错了');
      await press(reading, '撤下');
      await reading.see('撤下了，写的人看得到原因');
    },
  },
  {
    name: 'words under an item that was withdrawn before the network came back are told of, and can be copied',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const itemId = 'party-2026-03-08-0';
      const words = '换了我也会多问一句再合闸。';
      const member = await open({ as: MEMBER, path: ITEM.replace('2026-03-10-0', '2026-03-08-0') });
      await member.tap('写感悟');
      await member.fill(member.shown.locator('textarea'), words);
      await member.setNetwork('offline');
      await press(member, '交上去');
      await member.see('没有网，写的存在手机里了，有网自己交上去。');
      const item = [...stage.cloud.engine.collection('items').all()].find(
        ({ document }) => document._id === itemId,
      );
      await askAs(stage, 'jg03', 'content', 'withdrawItem', {
        itemId,
        revision: item?.document['revision'],
        deedId: 'play-withdrawn',
        reason: '写错了时间',
      });
      // Heard while its page is closed: the reason stays with the words all the same.
      await member.back();
      await member.setNetwork('online');
      await member.see('写的没有交上');
      await member.see(/这一条不在栏目里了，写不上去了。写的都还在“我写的感悟”里。/u);
      await press(member, '知道了');
      await member.see(/撤回了：写错了时间/u);
      await member.tap('我写的感悟');
      await member.see('在这部手机里，没交上的');
      await member.see(words);
      await member.see('这一条不在栏目里了，写不上去了。');
      await member.notSee('接着写');
      await member.tap('复制');
      await press(member, '同意');
      await member.see('内容已复制');
      await member.tap('扔掉');
      await member.see('扔掉这些话？');
      await member.tap('扔掉');
      await member.notSee(words);
      await member.notSee('在这部手机里，没交上的');
    },
  },
];
