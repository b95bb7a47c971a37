import { instantOf, localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import { plantSheet } from './play-sheets';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const SECRETARY = 'yx01';
const { free } = PEOPLE;
const nameOf = (memberId: string): string => demoPerson(memberId).name;

async function toSheet(member: Phone): Promise<void> {
  await member.tap('每月之星');
  await member.tap('我的考核表');
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a month is marked with a reason, appealed against, answered by another and read with both',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await plantSheet(stage, free);
      const secretary = await open({ as: SECRETARY, path: 'pages/branch/branch' });
      await secretary.tap('每月之星');
      await secretary.tap('考核');
      await secretary.see('1 人有表。');
      await secretary.tap(nameOf(free));
      await secretary.tap(secretary.shown.getByRole('button', { name: '评岗位职责' }));
      await secretary.tap(secretary.shown.getByRole('button', { name: '少一分' }));
      await secretary.see('扣 1 分');
      await press(secretary, '记下');
      await secretary.see('扣分或加分要写原因，本人看得到。');
      await secretary.fill(secretary.shown.locator('textarea').last(), '2月9日交接班记录漏填一栏');
      await press(secretary, '记下');
      await secretary.see('评好了。');
      await press(secretary, '其余没有扣分');
      await secretary.see('评完了，没有再扣分。');

      const member = await open({ as: free, path: 'pages/branch/branch' });
      await toSheet(member);
      await member.see('2月9日交接班记录漏填一栏');
      await member.see('99');
      await member.fill(
        member.shown.locator('textarea').first(),
        '这个月到会两次，下个月想讲一课。',
      );
      await member.see(/已存$/u);
      await member.restart('online');
      await toSheet(member);
      await member.see(/已存$/u);
      const kept = await member.shown.locator('textarea').first().inputValue();
      if (kept !== '这个月到会两次，下个月想讲一课。') throw new Error(`what was kept is ${kept}`);
      await press(member, '交小结');
      await member.see('小结交了。到期前还能改了再交。');
      await press(member, '申诉');
      await member.fill(member.shown.locator('textarea').last(), '那天换了班，上的是早班');
      await press(member, '送出申诉');
      await member.see('你已申诉');

      const path = `packages/star-office/assess/assess?sheetId=2026-02_${free}`;
      const late = await open({ as: PEOPLE.office, path });
      await late.see('那天换了班，上的是早班');
      await late.fill(late.shown.locator('textarea').first(), '问过值长，那天没有换班');
      await late.tap('维持 29 / 30');
      const inspector = await open({ as: 'yx02', path });
      await inspector.see('那天换了班，上的是早班');
      await inspector.fill(inspector.shown.locator('textarea').first(), '换班记录在班表里');
      await press(inspector, '答复申诉');
      await inspector.see('先选改回还是维持，再答复。');
      await inspector.tap('改回 30 / 30');
      await press(inspector, '答复申诉');
      await inspector.see('答复了，他会收到。');
      await press(late, '答复申诉');
      await late.see('你写的答复没有发出去');
      await late.see('问过值长，那天没有换班');

      await member.restart('online');
      await toSheet(member);
      await member.see('申诉后改回来了');
      await member.see('2月9日交接班记录漏填一栏');
      await member.see('100');
    },
  },
  {
    name: 'own words of two phones stand side by side before one takes the place of the other',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await plantSheet(stage, free);
      const path = 'packages/star/sheet/sheet?month=2026-02';
      const [first, second] = [await open({ as: free, path }), await open({ as: free, path })];
      const field = (phone: Phone) => phone.shown.locator('textarea').first();
      await first.fill(field(first), '第一台写的');
      await second.fill(field(second), '第二台写的');
      await press(first, '交小结');
      await first.see('小结交了。');
      await press(second, '交小结');
      await second.see('另一部手机刚交过小结，在你写的下面。');
      await second.see('第一台写的');
      if ((await field(second).inputValue()) !== '第二台写的') throw new Error('words are gone');
      const stored = () =>
        JSON.stringify(stage.cloud.engine.collection('sheets').get(`2026-02_${free}`));
      if (!stored().includes('第一台写的')) throw new Error('words were replaced unseen');
      await press(second, '再交一次');
      await second.see('小结交了。');
      await second.notSee('第一台写的');
      if (!stored().includes('第二台写的')) throw new Error('words were not handed in');
      // Words that were begun before are not over what has come since, also when the page reads it anew.
      await first.fill(field(first), '第一台改的');
      await first.restart('online');
      await first.see('第二台写的');
      await press(first, '再交一次');
      await first.see('另一部手机刚交过小结，在你写的下面。');
      await press(first, '再交一次');
      await first.see('小结交了。');
      if (!stored().includes('第一台改的')) throw new Error('words were not handed in');
    },
  },
  {
    name: 'of two who mark an item at once the second reads the mark of the first before theirs counts',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      await plantSheet(stage, free);
      const path = `packages/star-office/assess/assess?sheetId=2026-02_${free}`;
      const [first, second] = [
        await open({ as: SECRETARY, path }),
        await open({ as: PEOPLE.office, path }),
      ];
      for (const [phone, reason] of [
        [first, '先评的原因'],
        [second, '后评的原因'],
      ] as const) {
        await phone.tap(phone.shown.getByRole('button', { name: '评岗位职责' }));
        await phone.tap(phone.shown.getByRole('button', { name: '少一分' }));
        await phone.fill(phone.shown.locator('textarea').last(), reason);
      }
      await press(first, '记下');
      await first.see('评好了。');
      await press(second, '记下');
      await second.see('刚刚有人评过这一项，下面是他评的。');
      await second.see(`${nameOf(SECRETARY)}：扣 1 分，先评的原因`);
      const words = await second.shown.locator('textarea').last().inputValue();
      if (words !== '后评的原因') throw new Error(`what was typed is ${words}`);
      await press(second, '记下');
      await second.see('评好了。');
    },
  },
  {
    name: 'a list is taken into use, and when the month is over the sheets are there',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const secretary = await open({
        as: SECRETARY,
        path: 'packages/star-office/standard/standard',
      });
      await secretary.see('还没有用起来');
      await press(secretary, '改清单');
      await press(secretary, '存成新的一版');
      await secretary.see('第 2 版存好了，3月起用');
      await stage.cloud.clock.set(instantOf(localDay('2026-04-01'), 30));
      await stage.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
      const member = await open({ as: PEOPLE.other, path: 'packages/star/sheet/sheet' });
      await member.see('3月考核表');
      await member.see('不计入');
    },
  },
];
