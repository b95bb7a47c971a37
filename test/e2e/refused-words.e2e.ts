import { instantOf, localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { PEOPLE, press, publishedStudy, writeReason } from './study-steps';

/** A Wednesday at nine. docs/rules.md#R-313 */
export const start = (): Promise<DemoStage> =>
  startDemoStage(instantOf(localDay('2026-03-11'), 9 * 60));

const REFUSED = '有的话没通过微信的检查，改一下再试。';
/** Has the early shift on Thursday; the other has the front night. */
const ASKING = 'yx10';
const ASKED = 'yx37';

/** Whether the words stand in a field of the page, or of the sheet on it. */
async function mustStand(phone: Phone, words: string): Promise<void> {
  const values = await phone.page
    .locator('input, textarea')
    .filter({ visible: true })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  if (!values.includes(words)) throw new Error(`what was written is gone: ${values.join(' | ')}`);
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a reason that WeChat refuses stays on its sheet, and goes in other words',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 2 * 24 * 60 });
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await press(member, '请假');
      await writeReason(member, '去听假辱骂词');
      await press(member, '请假');
      await member.see(REFUSED);
      await mustStand(member, '去听假辱骂词');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('请假已提出，等答复');
    },
  },
  {
    name: 'leave that was asked without a network and that WeChat refuses is still there to be said in other words',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 2 * 24 * 60 });
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await member.see('请假');
      await member.setNetwork('offline');
      await press(member, '请假');
      await writeReason(member, '去听假辱骂词');
      await press(member, '请假');
      await member.see(/有网时送出/u);
      await member.setNetwork('online');
      await member.see(/你写的还在，打开这次学习，点“请假”就能改/u);
      await press(member, '知道了');
      await member.restart('online');
      await press(member, '请假');
      await member.see(REFUSED);
      await mustStand(member, '去听假辱骂词');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('请假已提出，等答复');
    },
  },
  {
    name: 'a notice that WeChat refuses is not sent and stays in its form',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const officer = await open({
        as: PEOPLE.officer,
        path: 'packages/notice-office/notice/notice',
      });
      const title = '假欺诈词，点开领钱';
      await officer.fill('标题，一句话说清什么事', title);
      await press(officer, '看谁什么时候收到');
      await officer.see(/不会吵醒任何人/u);
      await press(officer, '发出');
      await officer.see(REFUSED);
      if (stage.cloud.wechat.messages.outbox.length > 0) throw new Error('it was sent');
      await press(officer, '再改改');
      await mustStand(officer, title);
    },
  },
  {
    name: 'a swap whose reason WeChat is not sure of is proposed without it',
    played: 'in-soak',
    run: async ({ open }) => {
      const asking = await open({ as: ASKING, path: 'packages/roster/month/month' });
      await asking.tap(asking.page.getByLabel(/3月12日，早班/u).filter({ visible: true }));
      await press(asking, '和同事换班');
      await asking.tap(demoPerson(ASKED).name);
      await asking.fill('原因', '一句假时政词');
      await press(asking, '提出换班');
      await asking.see('微信拿不准你说的这句');
      await mustStand(asking, '一句假时政词');
      await asking.fill('原因', '');
      await press(asking, '提出换班');
      await asking.see('等答复');
    },
  },
];
