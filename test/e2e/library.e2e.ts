import { aPdf } from '../builders/office-files';
import {
  acknowledgeDocument,
  closeDocument,
  confirm,
  letOut,
  openLibrary,
  replace,
  tickAll,
} from './content-steps';
import { type DemoStage, startDemoStage } from './demo-stage';
import { openedFile } from './opened-file';
import { chooseFile } from './roster-file';
import type { Scenario } from './scenario';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const DAY_MS = 24 * 60 * 60_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a document is brought, looked at by another officer, opened, kept without a network and acknowledged',
    run: async ({ open }) => {
      await letOut(open, '动火作业新规要点');
      const member = await open({ as: PEOPLE.free });
      await openLibrary(member);
      await member.tap('动火作业新规要点');
      await press(member, '打开');
      const file = Buffer.from(await openedFile(member));
      if (!file.equals(aPdf('% 动火作业新规要点'))) throw new Error('another file was opened');
      await closeDocument(member);
      await member.see('在手机里了，没网也能看');
      await member.setNetwork('offline');
      await press(member, '打开');
      await openedFile(member);
      await closeDocument(member);
      await press(member, '知道了');
      await member.see('没有网，先记在手机里，有网就送出。');
      await member.notSee('打开看完再点，谁看了多久没有人记');
      await member.setNetwork('online');
      await member.see('你 3月11日 已确认');
      await member.notSee('没有网，先记在手机里，有网就送出。');
    },
  },
  {
    name: 'the committee office goes from the library of one branch to that of another',
    played: 'in-soak',
    run: async ({ open }) => {
      await letOut(open, '吊装作业要点');
      const office = await open({ as: PEOPLE.office });
      await openLibrary(office);
      await office.notSee('吊装作业要点');
      await office.tap('哪个支部的');
      const wheel = office.page.locator('.t-picker-item__item-label').filter({ visible: true });
      await office.tap(wheel.filter({ hasText: /^运行支部$/u }));
      await press(office, '确定');
      await office.tap('吊装作业要点');
      await office.see(/^还差 \d+ 人$/u);
    },
  },
  {
    name: 'the committee office finds a document without knowing the branch that has it',
    played: 'in-soak',
    run: async ({ open }) => {
      await letOut(open, '高处作业要点');
      const office = await open({ as: PEOPLE.office });
      await openLibrary(office);
      await office.notSee('高处作业要点');
      await office.tap('哪个支部的');
      const wheel = office.page.locator('.t-picker-item__item-label').filter({ visible: true });
      await office.tap(wheel.filter({ hasText: /^所有支部$/u }));
      await press(office, '确定');
      await office.see(/^运行支部 · 第 1 版/u);
      await office.fill('找文件', '高 处');
      await office.see(/^必读 1$/u);
      await office.notSee('传文件');
      await office.tap('高处作业要点');
      await office.see(/^还差 \d+ 人$/u);
    },
  },
  {
    name: 'a major version of a document asks again whoever had acknowledged it',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const officers = await letOut(open, '受限空间作业要点');
      const member = await open({ as: PEOPLE.free });
      await acknowledgeDocument(member, '受限空间作业要点');
      await replace(officers, '受限空间作业要点', '改了第 2 页');

      await stage.cloud.clock.advance(DAY_MS);
      await member.restart('online');
      await openLibrary(member);
      await member.see(/改了第 2 页，请大家再看一次/u);
      await member.tap('受限空间作业要点');
      await member.see('这一版：改了第 2 页');
      await member.notSee('以前的版本');
      await press(member, '知道了');
      await member.see(/^你 3月12日 已确认$/u);
    },
  },
  {
    name: 'a document whose answer was lost is found when the page is opened again, and not brought twice',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/library/offer/offer';
      const officer = await open({ as: PEOPLE.officer, path });
      await officer.tap('链接');
      await officer.fill('https://', 'https://www.12371.cn/lost');
      await officer.fill('标题', '有限空间要点');
      await officer.fill('出处', '官网');
      await tickAll(officer);
      // What is asked arrives; what is answered does not.
      const calls = /\/preview\/call\/content/u;
      await officer.page.route(calls, async (route) => {
        await route.fetch();
        await route.abort();
      });
      await press(officer, '传上去');
      await officer.see(/网络/u);
      await officer.page.unroute(calls);
      await officer.restart('online');
      await officer.see('上一次没等到回音，其实已经传上去了，不用再传。');
      await press(officer, '看传上去的那一份');
      await officer.see('有限空间要点');
    },
  },
  {
    name: 'a title that points to a secret is stopped with the reason, and a file that is not what it says too',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'packages/library/offer/offer' });
      await chooseFile(officer, '选文件', '通报.pdf', Buffer.from('<html></html>'));
      await officer.fill('标题', '机密通报');
      await officer.fill('出处', '厂里');
      await tickAll(officer);
      await press(officer, '传上去');
      await officer.see(/标题里有“机密”，这样的材料不能放在微信里/u);
      await officer.fill('标题', '通报');
      await press(officer, '传上去');
      await officer.see(/文件内容和后缀对不上/u);
    },
  },
  {
    name: 'who has only looked at the page for a next version finds there what is stored by then',
    played: 'in-soak',
    run: async ({ open }) => {
      const path = 'packages/library/offer/offer?documentId=demo-chapter';
      const officer = await open({ as: PEOPLE.officer, path });
      const drafts = () =>
        officer.page.evaluate(
          () =>
            Object.keys(localStorage).filter((key) => /draft:(?:[^:]+:)?library:/u.test(key))
              .length,
        );
      await officer.see('改了什么');
      if ((await drafts()) !== 0) throw new Error('what nobody has typed is kept');
      await officer.fill('改了什么', '改了第 3 页');
      if ((await drafts()) !== 1) throw new Error('what was typed is not kept');
    },
  },
  {
    name: 'a document near its end goes on for a year or is taken down, and who has not acknowledged is told in person',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer });
      await openLibrary(officer);
      await officer.tap('快到期 1');
      await officer.see('党费交纳说明');
      await press(officer, '再用一年');
      await confirm(officer, '再用一年');
      await officer.see('再用一年，改好了。');
      await officer.see('一个月内没有到期的。');
      await officer.tap(officer.shown.getByText(/^全部 \d+$/u));
      await officer.tap('条例第三章摘读');
      await press(officer, '下架');
      await writeReason(officer, '有新的了');
      await press(officer, '下架');
      await officer.see('下架了，大家看不到了。');
      await officer.back();
      await officer.see('已下架 5');
      await officer.tap('礼品登记怎么填');
      await officer.tap(officer.shown.getByText(/已确认$/u).first());
      await officer.see('你看这份名单会记下来，名单里的人看得到。');
      await officer.tap(officer.shown.getByText('已当面传达').first());
      await confirm(officer, '讲过了');
      await officer.see(/记上了。$/u);
    },
  },
];
