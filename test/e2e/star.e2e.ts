import { demoPerson } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { countedStar, NOMINATIONS_END_MS, putForward } from './star-steps';
import { PEOPLE, press, writeReason } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const { officer, free, other, third } = PEOPLE;
const nameOf = (memberId: string): string => demoPerson(memberId).name;

const DEED = '2月14日凌晨巡检，听出给水泵声音不对，先报后查，机组没有停。';

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'an officer begins the star of a month, a colleague is nominated and agrees, and the list is drawn',
    run: async ({ stage, open }) => {
      const secretary = await open({ as: officer, path: 'pages/branch/branch' });
      await secretary.tap('每月之星');
      await secretary.see('还没有开始。先定好提名到哪天');
      await press(secretary, '开始这个月的评星');
      await secretary.see('谁不参加评选');
      await secretary.tap('书记');
      await secretary.tap('7 天');
      await press(secretary, '开始');
      await secretary.see('公示 7 天');
      await secretary.see('周六 3月14日 20:00 截止');
      await putForward(stage, third, '2月一直带新来的同志看图纸。');

      const member = await open({ as: free, path: 'pages/branch/branch' });
      await member.tap('每月之星');
      await member.see('2月之星');
      await member.notSee('改时间和规则');
      await member.tap('提名');
      await member.see('你还没有提名，也没有人提你');
      await press(member, '提一位同志');
      await member.tap('选一位');
      await member.tap(member.page.getByText(new RegExp(`^${nameOf(other)}`, 'u')).last());
      await press(member, '确定');
      await member.fill(member.shown.locator('textarea'), DEED);
      await press(member, '提名，请他同意');
      await member.see('等他回复');

      const nominated = await open({ as: other, path: 'pages/today/today' });
      await nominated.tap(`${nameOf(free)}推荐你做2月之星候选人`);
      await nominated.see(DEED);
      await press(nominated, '同意');
      await nominated.see('同意了');

      await stage.cloud.clock.set(NOMINATIONS_END_MS);
      await secretary.tap('提名');
      await secretary.see('同意的 2 人');
      await secretary.notSee(nameOf(free));
      // A record that stands beside the deeds opens what it is.
      await secretary.tap(secretary.shown.getByText(/^到会 · /u).first());
      await secretary.see('场次');
      await secretary.back();
      await press(secretary, '定候选名单');
      await press(secretary, '定名单');
      await secretary.see('次序怎么来的');
      await secretary.see(nameOf(other));
      await secretary.see(nameOf(third));
    },
  },
  {
    name: 'the committee accepts, an objection is answered, the clock announces, and the star keeps a certificate',
    run: async ({ stage, open }) => {
      const star = demoPerson('rl10');
      await countedStar(stage, star);
      const officerPhone = await open({ as: 'rl07', path: 'packages/star/month/month' });
      await officerPhone.tap('支委会');
      await officerPhone.see('2月之星 · 待支委会');
      await press(officerPhone, '同意，开始公示');
      await press(officerPhone, '开始公示');
      await officerPhone.see('2月之星 · 公示中');

      const member = await open({ as: 'rl11', path: 'packages/star/month/month' });
      await member.tap('支委会');
      await press(member, '对结果有异议');
      await writeReason(member, '那天是检修班先发现的');
      await press(member, '提出来');
      await member.see('等答复');

      await officerPhone.back();
      await officerPhone.tap('支委会');
      await officerPhone.see('那天是检修班先发现的');
      await press(officerPhone, '答复，公示照常');
      await writeReason(officerPhone, '查过记录，是他先报的');
      await press(officerPhone, '答复，公示照常');
      await officerPhone.see('有答复');

      await stage.cloud.clock.set(stage.cloud.clock.nowMs() + 7 * 24 * 60 * 60_000);
      const own = await open({ as: star.memberId, path: 'packages/star/month/month' });
      await own.tap('通报和存档');
      await own.see('1 条意见，都答复了');
      await press(own, '看证书');
      await press(own, '存到相册');
      await own.see('这一步要用到手机的相册');
      await press(own, '不同意');
      await own.see('没有同意隐私保护指引，用不了相册');
      // WeChat asks again after a while.
      await own.restart('online');
      await own.tap('通报和存档');
      await press(own, '看证书');
      await press(own, '存到相册');
      await press(own, '同意');
      await press(own, '允许');
      await own.see('已存到相册');
      await own.notSee('已存到相册');
      await press(own, '海报');
      await press(own, '存到相册');
      await own.see('已存到相册');
    },
  },
  {
    name: 'a meeting of the ledger is named the special one, its minutes written on the way, and the branch reads them',
    played: 'in-soak',
    run: async ({ open }) => {
      const officerPhone = await open({ as: 'jx11', path: 'packages/star/month/month' });
      await officerPhone.tap('专题会');
      await officerPhone.see('台账里的会');
      await press(officerPhone, '定稿');
      await officerPhone.see('地点和说了什么还没写，写上再存。');
      await officerPhone.fill(officerPhone.shown.getByLabel('地点'), '检修楼一楼会议室');
      await officerPhone.tap(officerPhone.shown.getByText('去写').first());
      await officerPhone.see('来自点名册，不用再填');
      const said = '四个组各说了一件事，提了三个人';
      await officerPhone.fill(officerPhone.shown.getByPlaceholder(/^谁讲了什么/u), said);
      await press(officerPhone, '保存');
      await officerPhone.see('已保存');
      await officerPhone.back();
      await officerPhone.tap(officerPhone.shown.getByText('就是它').first());
      await officerPhone.see('不用再写一遍');
      await officerPhone.tap(officerPhone.page.locator('.t-dialog__button').last());
      await officerPhone.see(said);
      await officerPhone.see('台账里的会议记录');

      const member = await open({ as: 'jx12', path: 'packages/star/month/month' });
      await member.tap('专题会');
      await member.see(said);
      await member.notSee('台账里的会议记录');
    },
  },
];
