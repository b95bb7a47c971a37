import { demoInvitations } from '../../local/world/people';
import { askAs } from './ask-as';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Scenario } from './scenario';
import { codeOn, PEOPLE, press, publishedStudy, showToCamera, writeReason } from './study-steps';

const MINUTE_MS = 60_000;

export const start = (): Promise<DemoStage> => startDemoStage();

/** What a guest of the demo organisation has on paper. */
function slip(index: number) {
  const invitation = demoInvitations[index];
  if (invitation === undefined) throw new Error('the demo has too few guests');
  return invitation;
}

async function fillIn(
  phone: Phone,
  { name, staffNumber, invitationCode }: ReturnType<typeof slip>,
) {
  await phone.fill('和花名册一致', name);
  await phone.fill('员工卡上的号码', staffNumber);
  await phone.fill('向支部书记要，7 天有效', invitationCode);
}

/** The red button at the bottom of the binding page. */
async function bind(phone: Phone): Promise<void> {
  await phone.tap(phone.shown.locator('.primary-action'));
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a guest reads what this is, looks around, binds, and sees a day of their own',
    run: async ({ open }) => {
      const guest = slip(0);
      const phone = await open({ as: guest.openId });
      await phone.see('给倒班党员用的支部助手');
      await phone.see('绑定后，这里是你的今日');
      await phone.tap('我的');
      await phone.see('绑定身份后，这里显示你支部的内容。');
      await phone.tap('去绑定');
      await phone.tap('先看看，不绑定');
      await phone.tap('绑定身份');
      await bind(phone);
      await phone.see('请写上姓名，和花名册一致。');
      await phone.see('请先看隐私说明，再勾选。');
      await fillIn(phone, guest);
      await phone.tap(phone.shown.locator('.bind__link'));
      await phone.see('我们存什么，为什么，给谁看');
      await phone.back();
      await phone.tap('我已读隐私说明');
      await bind(phone);
      await phone.see(`绑定好了，你是${guest.name}`);
      await phone.see('请你做的事');
      await phone.tap('我的');
      await phone.see(guest.name);
    },
  },
  {
    name: 'what does not fit is refused without saying which part, and what was typed stays',
    played: 'in-soak',
    run: async ({ open }) => {
      const guest = slip(1);
      const phone = await open({ as: guest.openId, path: 'packages/me/bind/bind', scale: 1.65 });
      await fillIn(phone, { ...guest, staffNumber: `${guest.staffNumber}9` });
      await phone.tap('我已读隐私说明');
      await bind(phone);
      await phone.see(/三项合不上/);
      await phone.tap('先看看，不绑定');
      await phone.tap('绑定身份');
      await phone.fill('员工卡上的号码', guest.staffNumber);
      await phone.tap('我已读隐私说明');
      await bind(phone);
      await phone.see('请你做的事');
    },
  },
  {
    name: 'one tap on the card answers, and the card makes room',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 180, only: PEOPLE.free });
      const phone = await open({ as: PEOPLE.free });
      await phone.see(study.topic);
      const card = phone.page.locator('.ask-card').filter({ hasText: study.topic });
      await phone.tap(card.getByText('我参加'));
      await card.waitFor({ state: 'detached' });
      await phone.see(/今天 13:\d\d · 集控楼二楼会议室 · 你会来/);
      await phone.tap(`主题党日：${study.topic}`);
      await phone.see('集控楼二楼会议室');
    },
  },
  {
    name: 'an answer without network is kept, shown as given, and sent when it is back',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 280, only: PEOPLE.other });
      const phone = await open({ as: PEOPLE.other });
      const card = phone.page.locator('.ask-card').filter({ hasText: study.topic });
      await card.waitFor();
      await phone.setNetwork('offline');
      await phone.tap(card.getByText('我参加'));
      await phone.see(/没有取到新的，显示的是.* 的内容；1 项已保存在手机/);
      await card.waitFor({ state: 'detached' });
      await phone.setNetwork('online');
      await phone.notSee(/已保存在手机/);
      const again = await open({ as: PEOPLE.other });
      const row = again.page.locator('.list-row').filter({ hasText: study.topic });
      await row.getByText('你会来').waitFor();
    },
  },
  {
    name: 'of two phones the one on which the person decided last is right, whichever is heard first',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 280, only: PEOPLE.other });
      const phone = await open({ as: PEOPLE.other });
      const card = phone.page.locator('.ask-card').filter({ hasText: study.topic });
      await card.waitFor();
      await phone.setNetwork('offline');
      await phone.tap(card.getByText('我参加'));
      await phone.see(/1 项已保存在手机/u);
      await stage.cloud.clock.advance(MINUTE_MS);

      const other = await open({ as: PEOPLE.other, path: study.detail });
      await press(other, '请假');
      await writeReason(other, '陪家人看病');
      await press(other, '请假');
      await other.see('请假已提出，等答复');

      await phone.setNetwork('online');
      await phone.see('你后来又改过回复');
      await press(phone, '知道了');
      const row = phone.page.locator('.list-row').filter({ hasText: study.topic });
      await row.getByText('请假等答复').waitFor();
    },
  },
  {
    name: 'leave kept without network is leave on 今日 after a restart, and taken back asks again',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 100, only: PEOPLE.resting });
      const phone = await open({ as: PEOPLE.resting });
      const card = phone.page.locator('.ask-card').filter({ hasText: study.topic });
      const row = phone.page.locator('.list-row').filter({ hasText: study.topic });
      await phone.tap(row);
      await phone.see('还没回复');
      await phone.setNetwork('offline');
      await press(phone, '请假');
      await writeReason(phone, '陪家人看病');
      await press(phone, '请假');
      await phone.see('已请假（有网时送出）');
      await phone.restart('offline');
      await row.getByText('你已请假').waitFor();
      await card.waitFor({ state: 'detached' });
      await phone.tap(row);
      await press(phone, '撤回');
      await phone.see('还没回复');
      await phone.back();
      await card.waitFor();
      await phone.notSee('你已请假');
    },
  },
  {
    name: 'a scan that waits in the phone is asked for nowhere again, and said to be there',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { only: PEOPLE.other });
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const code = await codeOn(officer);
      const member = await open({ as: PEOPLE.other, path: 'pages/studies/studies' });
      await member.see(study.topic);
      await member.tap('今日');
      await member.see('请你做的事');
      await member.tap(member.shown.getByText(study.topic).first());
      await member.see('我的状态');
      await member.setNetwork('offline');
      await press(member, '签到');
      await showToCamera(member, code);
      await press(member, '知道了');
      await member.see('已扫码（有网时送出）');
      await member.back();
      await member.see('已扫码，待确认');
      await member.tap('学习');
      await member.see('待确认');
    },
  },
  {
    name: 'my attendance turns by month and names the sums',
    played: 'in-soak',
    run: async ({ open }) => {
      const phone = await open({ as: PEOPLE.free, path: 'pages/me/me' });
      await phone.tap('我的考勤');
      await phone.see('3月');
      await phone.tap('上个月');
      await phone.see('2月');
      await phone.see('公平到会率');
      await phone.see(/^\d+\/\d+，只算你能到的$/);
      await phone.tap('下个月');
      await phone.see('3月');
    },
  },
  {
    name: 'my data can be read and copied, and leaving asks first',
    played: 'in-soak',
    run: async ({ open }) => {
      const guest = slip(2);
      const phone = await open({ as: guest.openId, path: 'packages/me/bind/bind' });
      await fillIn(phone, guest);
      await phone.tap('我已读隐私说明');
      await bind(phone);
      await phone.see('请你做的事');
      await phone.tap('我的');
      await phone.tap('我的数据');
      await phone.see(guest.staffNumber);
      await phone.tap('复制成文字');
      await phone.see('先看一下隐私说明');
      await phone.tap(phone.shown.locator('#privacy-agree'));
      await phone.see('内容已复制');
      await phone.tap('解除绑定');
      await phone.tap('不解除');
      // One that is opened while the last one fades is closed with it.
      await phone.notSee('不解除');
      await phone.tap('解除绑定');
      await phone.tap(phone.page.getByText('解除', { exact: true }));
      await phone.see('给倒班党员用的支部助手');
    },
  },
  {
    name: 'an officer gives out a new code, and the old one is void at once',
    played: 'in-soak',
    run: async ({ open }) => {
      const guest = slip(0);
      const officer = await open({ as: PEOPLE.officer, path: 'pages/me/me' });
      await officer.tap('邀请码');
      const code = officer.page.locator('.invitation__code');
      await code.waitFor();
      const before = await code.innerText();
      await officer.tap('换一个新的');
      await officer.tap('换新的');
      await officer.page.waitForFunction(
        (old) => document.querySelector('.invitation__code')?.textContent !== old,
        before,
      );
      const late = await open({ as: 'somebody-late', path: 'packages/me/bind/bind' });
      await fillIn(late, { ...guest, invitationCode: before });
      await late.tap('我已读隐私说明');
      await bind(late);
      await late.see(/三项合不上/);
    },
  },
  {
    name: 'an officer releases a binding with a reason; that phone is a guest again, and then another’s',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const member = await open({ as: PEOPLE.third, path: 'pages/me/me' });
      await member.see('我的考勤');
      const officer = await open({
        as: PEOPLE.officer,
        path: `packages/branch-office/member/member?memberId=${PEOPLE.third}`,
        dark: true,
      });
      await officer.tap('解除微信绑定');
      await officer.fill('原因，比如：换了新手机', '换了新手机');
      await officer.tap('解除');
      await officer.see('已解除。这个人可以用新的微信再绑定。');
      await officer.see('未绑定');
      await member.tap('今日');
      await member.see('给倒班党员用的支部助手');
      await member.tap('绑定身份');
      await askAs(stage, PEOPLE.officer, 'member', 'addMember', {
        memberId: 'newcomer',
        name: '新来的同志',
        staffNumber: 'NEW001',
        groupId: null,
        crewId: null,
        standing: 'member',
      });
      const { code } = (await askAs(stage, PEOPLE.officer, 'member', 'invitation', {
        renew: true,
      })) as { code: string };
      await fillIn(member, {
        ...slip(0),
        name: '新来的同志',
        staffNumber: 'NEW001',
        invitationCode: code,
      });
      await member.tap('我已读隐私说明');
      await bind(member);
      // The functions knew this account as the other's a moment ago.
      await member.see('还没有你的班表');
    },
  },
];
