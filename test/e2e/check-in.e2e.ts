import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import {
  asOfficer,
  codeOn,
  digitsOn,
  PEOPLE,
  press,
  publishedStudy,
  showToCamera,
  typeDigits,
} from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const MINUTE_MS = 60_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the code on the officer phone is scanned by a member and the roll counts up',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      await officer.see('0/ 48 人');
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await press(member, '签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('已签到');
      await member.see('集控楼二楼会议室');
      await officer.see('1/ 48 人');
      await press(officer, '点名册');
      await officer.see(/扫码/);
      await press(member, '完成');
      await member.see(study.topic);
    },
  },
  {
    name: 'phones whose clocks are wrong show and take the right code',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes, skewMinutes: 10 });
      const member = await open({ as: PEOPLE.other, path: study.checkIn, skewMinutes: -10 });
      await press(member, '扫码签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('已签到');
      await officer.see('1/ 48 人');
    },
  },
  {
    name: 'a member types the six digits of the screen, in dark and large type',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const member = await open({
        as: PEOPLE.other,
        path: study.checkIn,
        dark: true,
        scale: 1.65,
      });
      await member.see('输入屏幕上的数字');
      await typeDigits(member, await digitsOn(officer));
      await member.see('已签到');
      await officer.see('1/ 48 人');
    },
  },
  {
    name: 'the officer scans the code of a member, whose phone turns green',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const member = await open({ as: PEOPLE.third, path: study.checkIn });
      await press(member, '让主持人扫我');
      const code = await codeOn(member);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      await press(officer, '扫成员码');
      await showToCamera(officer, code);
      await officer.see(/是本人就登记/u);
      await press(officer, '不是');
      await officer.notSee('不是');
      await officer.see('0/ 48 人');
      await press(officer, '扫成员码');
      await showToCamera(officer, await codeOn(member));
      await press(officer, '是，登记');
      await officer.see(/已签到$/);
      await officer.see('1/ 48 人');
      await member.see('已记入你的学习记录本');
    },
  },
  {
    name: 'five wrong codes lock typing, scanning still works',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const right = await digitsOn(officer);
      const wrong = right === '000000' ? '000001' : '000000';
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await typeDigits(member, wrong);
      await member.see(/还可以再输 4 次/);
      for (const left of [3, 2, 1]) {
        await press(member, '重新输入');
        await typeDigits(member, wrong);
        await member.see(new RegExp(`还可以再输 ${left} 次`));
      }
      await press(member, '重新输入');
      await typeDigits(member, wrong);
      await member.see('这场只能扫码了');
      await press(member, '重新扫码');
      await showToCamera(member, await codeOn(officer));
      await member.see('已签到');
    },
  },
  {
    name: 'an old code is refused and says what to do instead',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const old = await codeOn(officer);
      await stage.cloud.clock.advance(MINUTE_MS);
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await press(member, '扫码签到');
      await showToCamera(member, old);
      await member.see('码已过期');
      await member.see('对着屏幕重新扫');
      await member.see(/这场签到到 .* 截止/);
      await press(member, '输入屏幕上的数字');
      await member.see('后排扫不到时用，输满自动签到');
    },
  },
  {
    name: 'hours before, 签到 says when it opens instead of opening the camera',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 7 * 60 });
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await press(member, '签到');
      await member.see('还没开始签到');
      await member.see(/起可以签到，到时这里会自动打开/);
      await member.notSee('粘贴码的内容');
      await press(member, '知道了');
    },
  },
  {
    name: 'a code that is scanned early says when it opens, and works once it is open',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 60 });
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      await officer.see(/起才收签到/);
      const member = await open({ as: PEOPLE.free, path: 'packages/study/check-in/check-in' });
      await press(member, '扫码签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('还没开始签到');
      await member.see(/起可以签到。这次没有记录/);
      await press(member, '知道了');
    },
  },
  {
    name: 'closed, cancelled, foreign and unknown codes each say exactly that',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const closed = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: closed.codes });
      const code = await codeOn(officer);
      const stranger = await open({ as: PEOPLE.foreign, path: 'packages/study/check-in/check-in' });
      await press(stranger, '扫码签到');
      await showToCamera(stranger, code);
      await stranger.see('这场学习没有你的名字');

      const { studyId, sittingId } = closed;
      await asOfficer(stage, 'closeSitting', { studyId, sittingId });
      const late = await open({ as: PEOPLE.other, path: 'packages/study/check-in/check-in' });
      await press(late, '扫码签到');
      await showToCamera(late, code);
      await late.see('签到已截止');
      await press(late, '知道了');

      const cancelled = await publishedStudy(stage);
      const presenter = await open({ as: PEOPLE.officer, path: cancelled.codes });
      const lost = await codeOn(presenter);
      await asOfficer(stage, 'cancelStudy', {
        studyId: cancelled.studyId,
        reason: '会议室检修',
      });
      const reader = await open({ as: PEOPLE.third, path: 'packages/study/check-in/check-in' });
      await press(reader, '扫码签到');
      await showToCamera(reader, lost);
      await reader.see('这次学习已取消');
      await press(reader, '知道了');

      const other = await open({ as: PEOPLE.third, path: 'packages/study/check-in/check-in' });
      await press(other, '扫码签到');
      await showToCamera(other, 'https://example.com/menu');
      await other.see('这不是签到码');
    },
  },
  {
    name: 'a scan without network waits in the phone and ends as to be confirmed',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const code = await codeOn(officer);
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await member.see('输入屏幕上的数字');
      await member.setNetwork('offline');
      await press(member, '扫码签到');
      await showToCamera(member, code);
      await member.see('已保存在手机');
      await press(member, '知道了');
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      await member.setNetwork('online');
      await member.see('等书记确认');
      await press(member, '知道了');
      await press(officer, '点名册');
      await officer.see('扫过码，当时在场吗');
      await press(officer, '确认');
      await officer.see(/离线扫的码，是屏幕上 .+ 的那个。/u);
      await press(officer, '登记');
      await officer.notSee('扫过码，当时在场吗');
    },
  },
  {
    name: 'who comes after being marked absent waits for the officer, who sees both and decides',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const code = await codeOn(officer);
      await asOfficer(stage, 'markByHand', {
        studyId: study.studyId,
        sittingId: study.sittingId,
        memberId: PEOPLE.free,
        state: 'absent',
        reason: '签完就走',
      });
      const member = await open({ as: PEOPLE.free, path: study.checkIn });
      await press(member, '扫码签到');
      await showToCamera(member, code);
      await member.see('等书记确认');
      await press(member, '完成');
      await press(officer, '点名册');
      await officer.see(/本人签到 · 登记为缺席：签完就走/u);
      await press(officer, '确认');
      await officer.see(/本人签到，之前登记为缺席/u);
      await press(officer, '登记');
      await officer.notSee('扫过码，当时在场吗');
      await officer.see(/缺席改为已到，已核对，当时在场/u);
    },
  },
  {
    name: 'a scan without network counts after a restart of a phone whose clock is wrong',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const member = await open({ as: PEOPLE.free, path: study.checkIn, skewMinutes: -10 });
      await member.see('输入屏幕上的数字');
      await member.restart('offline');
      await member.see('扫码签到');
      await press(member, '扫码签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('已保存在手机');
      await stage.cloud.clock.advance(2 * MINUTE_MS);
      await member.setNetwork('online');
      await member.see('等书记确认');
      // Below what the app says of it, the page says so too.
      await press(member, '知道了');
      await member.see('你到了的时间已送到，书记确认后记入记录本');
    },
  },
  {
    name: 'once the clock has passed the closing time, the register is final by itself',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      await stage.cloud.clock.advance(3 * 60 * MINUTE_MS);
      const officer = await open({ as: PEOPLE.officer, path: study.roll });
      await officer.see(/已定稿/u);
    },
  },
  {
    name: 'in a branch of more than 66 people eight digits are typed, of which the phone learns on the way',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      for (let index = 0; index < 20; index += 1) {
        await askAs(stage, PEOPLE.officer, 'member', 'addMember', {
          memberId: `crowd-${index}`,
          name: '新同志',
          staffNumber: `CROWD${100 + index}`,
          groupId: null,
          crewId: null,
          standing: 'member',
        });
      }
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.codes });
      const member = await open({ as: PEOPLE.third, path: study.checkIn });
      await member.see('输入屏幕上的数字');
      const digits = await digitsOn(officer);
      await typeDigits(member, digits.slice(0, 6));
      await member.see('这场是 8 位数字，请接着输完');
      await typeDigits(member, await digitsOn(officer));
      await member.see('已签到');
    },
  },
];
