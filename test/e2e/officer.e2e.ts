import { demoPeople, demoPerson } from '../../local/world/people';
import { askAs } from './ask-as';
import { startDemoStage, type DemoStage } from './demo-stage';
import { PHONE_SIZE } from './phone';
import type { Scenario } from './scenario';
import {
  asOfficer,
  codeOn,
  PEOPLE,
  press,
  publishedStudy,
  showToCamera,
  writeReason,
} from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const SECRETARY = 'yx01';
const HOUR_MS = 3_600_000;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'the committee office writes a study for the branch that it has chosen',
    played: 'in-soak',
    run: async ({ open }) => {
      const office = await open({ as: PEOPLE.office, path: 'pages/branch/branch' });
      await office.tap('换支部');
      await press(office, '确定');
      await office.see('检修支部');
      await press(office, '学习台账');
      await press(office, '新建学习');
      await office.fill('例如：支部组织生活怎么开', '检修安全怎么讲');
      await press(office, '下一步');
      const people = demoPeople.filter(({ branchId }) => branchId === 'jianxiu');
      await office.see(`名单里有 ${people.length} 人`);
    },
  },
  {
    name: 'what keeps a form from going on is in sight, in the largest type too',
    played: 'in-soak',
    run: async ({ open }) => {
      const forms = [
        { path: 'packages/study-office/edit-study/edit-study', action: '下一步' },
        { path: 'packages/notice-office/notice/notice', action: '看谁什么时候收到' },
        { path: 'packages/branch-office/add-member/add-member', action: '加进名册' },
      ];
      for (const { path, action } of forms) {
        const officer = await open({ as: PEOPLE.officer, path, scale: 1.65 });
        await press(officer, action);
        const problem = officer.shown.locator('.dock__problem');
        await problem.waitFor();
        const box = await problem.boundingBox();
        const isInSight = box !== null && box.y > 0 && box.y + box.height < PHONE_SIZE.height;
        if (!isInSight) throw new Error(`${path} hides its problem`);
      }
    },
  },
  {
    name: 'code, digits and seconds are in sight under a long topic, in the largest type too',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const topic =
        '学习贯彻党的二十届四中全会精神和集团公司安全生产工作会议部署要求专题学习第二次课';
      const study = await publishedStudy(stage, { startsIn: 30, topic });
      const officer = await open({ as: PEOPLE.officer, path: study.codes, scale: 1.65 });
      await officer.see('起才收签到');
      const dock = await officer.shown.locator('.dock').boundingBox();
      for (const part of ['.code__canvas', '.code__digits', '.code__ring']) {
        const box = await officer.shown.locator(part).boundingBox();
        const isInSight = box !== null && dock !== null && box.y + box.height <= dock.y;
        if (!isInSight) throw new Error(`${part} lies under the dock`);
      }
    },
  },
  {
    name: 'a study is written, published, answered, held, closed and corrected on three phones',
    run: async ({ stage, open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/studies/studies' });
      await press(officer, '新建学习');
      await press(officer, '下一步');
      await officer.see('还没写主题。');
      await officer.fill('例如：支部组织生活怎么开', '支部组织生活怎么开');
      await press(officer, '下一步');
      await officer.see('名单里有 48 人');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await officer.see('还没写地点。');
      await officer.fill('例如：集控楼二楼会议室', '行政楼 306');
      await press(officer, '结束');
      await press(officer, '15时');
      await press(officer, '确定');
      await officer.see('15:40');
      await press(officer, '下一步');
      await officer.see('48 人，1 场');
      await press(officer, '发布');
      await officer.see('组织这次学习');

      const member = await open({ as: PEOPLE.free, path: 'pages/studies/studies' });
      await press(member, '支部组织生活怎么开');
      await press(member, '行政楼 306');
      await member.see('已选');
      const onShift = await open({ as: PEOPLE.onShiftTomorrow, path: 'pages/studies/studies' });
      await press(onShift, '支部组织生活怎么开');
      await onShift.see('你在岗（中班 14–20 点）');

      // Tomorrow, ten minutes before two in the afternoon: the time the form proposes.
      await stage.cloud.clock.set(stage.cloud.clock.nowMs() + 27 * HOUR_MS + 38 * 60_000);
      await press(officer, '签到码');
      await officer.see('0/ 48 人');
      await press(member, '签到');
      await showToCamera(member, await codeOn(officer));
      await member.see('已签到');
      await officer.see('1/ 48 人');

      await press(officer, '结束签到');
      await officer.see('现在结束签到？');
      await press(officer, '结束签到');
      await officer.see(/已定稿/);
      await officer.tap(officer.page.getByText('更正', { exact: true }).first());
      await writeReason(officer, '在现场，手机没电');
      await press(officer, '更正');
      await officer.see(/缺席改为已到，在现场，手机没电/);
    },
  },
  {
    name: 'who is missing is entered by hand with a reason while the register is open',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.roll });
      await officer.fill('姓名或值', '二值');
      await press(officer, '登记');
      await press(officer, '迟到');
      await writeReason(officer, '交接班晚');
      await press(officer, '登记');
      await officer.see(/手工登记 · 交接班晚/);
    },
  },
  {
    name: 'the reason stays where an entry did not go out, and where somebody else was quicker',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage);
      const officer = await open({ as: PEOPLE.officer, path: study.roll });
      await officer.fill('姓名或值', demoPerson(PEOPLE.free).name);
      await press(officer, '登记');
      await writeReason(officer, '手机没电');
      await officer.setNetwork('offline');
      await press(officer, '登记');
      await officer.see('网络不通，没等到回答。有网时再试。');
      await officer.see('4 / 100');
      await officer.setNetwork('online');
      await asOfficer(stage, 'markByHand', {
        studyId: study.studyId,
        sittingId: study.sittingId,
        memberId: PEOPLE.free,
        state: 'late',
        reason: '交接班晚',
      });
      await press(officer, '登记');
      await officer.see(/刚有新的登记，这里已经换成最新的/u);
      await officer.see(/^现在是迟到（.+登记）。会记下你的名字和时间。$/u);
      await officer.see('4 / 100');
      await press(officer, '登记');
      await officer.see(/迟到改为已到，手机没电/u);
    },
  },
  {
    name: 'a member asks for leave with a reason and takes it back',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 120 });
      const member = await open({ as: PEOPLE.resting, path: study.detail });
      await press(member, '请假');
      await writeReason(member, '陪家人看病');
      await press(member, '请假');
      await member.see('原因：陪家人看病');
      await press(member, '撤回');
      await member.see('还没回复');
    },
  },
  {
    name: 'a published study is changed and then cancelled with a reason that everybody reads',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 180 });
      const officer = await open({ as: PEOPLE.officer, path: study.detail });
      await press(officer, '修改');
      await officer.fill('例如：支部组织生活怎么开', '换了题目');
      await press(officer, '下一步');
      await officer.see('名单里有 48 人');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await officer.see('时间、地点没有变，不打扰大家。');
      await press(officer, '通知大家');
      await officer.see('48 人会收到：内容有更新，时间地点不变。');
      await press(officer, '保存修改');
      await officer.see('换了题目');
      await officer.see('组织这次学习');
      await press(officer, '取消这次学习');
      await writeReason(officer, '会议室检修');
      await press(officer, '取消学习');
      await officer.see(/原因：会议室检修/);
      const member = await open({ as: PEOPLE.free, path: study.detail });
      await member.see(/不用来了，也不算缺席。原因：会议室检修/);
    },
  },
  {
    name: 'somebody who changes a study meanwhile is not written over, nor is what was typed lost',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const study = await publishedStudy(stage, { startsIn: 180 });
      const officer = await open({ as: PEOPLE.officer, path: study.detail });
      await press(officer, '修改');
      await officer.fill('例如：支部组织生活怎么开', '我的题目');
      const { studyId } = study;
      const draft = { ...study.draft, topic: '别人的题目' };
      await asOfficer(stage, 'changeStudy', { studyId, revision: 1, draft });
      await press(officer, '下一步');
      await officer.see('名单里有 48 人');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await officer.see('48 人，1 场');
      await press(officer, '保存修改');
      await officer.see(/别人刚改过这次学习/);
      await press(officer, '看最新的');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await officer.see('别人的题目');
      await officer.restart('online');
      await press(officer, '修改');
      await officer.tap('换成我写的');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await press(officer, '下一步');
      await officer.see('我的题目');
      await press(officer, '保存修改');
      await officer.see('已保存');
      await press(officer, '修改');
      await officer.see('为什么学');
      await officer.notSee('你写的、还没存的还在。');
    },
  },
  {
    name: 'of two officers on one draft neither saves over the other nor publishes what was not seen',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const { draft, studyId: publishedId } = await publishedStudy(stage, { startsIn: 180 });
      const studyId = `${publishedId}-draft`;
      await asOfficer(stage, 'saveDraft', { studyId, draft: { ...draft, topic: '先写的题目' } });
      const other = (revision: number, topic: string) =>
        askAs(stage, SECRETARY, 'study', 'saveDraft', {
          ...{ studyId, revision },
          draft: { ...draft, topic },
        });
      const path = `packages/study-office/edit-study/edit-study?studyId=${studyId}`;
      const officer = await open({ as: PEOPLE.officer, path });
      const goOn = async (times: number) => {
        for (let done = 0; done < times; done += 1) await press(officer, '下一步');
      };
      await officer.fill('例如：支部组织生活怎么开', '我的题目');
      await other(0, '书记的题目');
      await goOn(1);
      await officer.see('名单里有 48 人');
      await goOn(2);
      await officer.see(/别人刚改过这次学习，你的还没有保存/u);
      await press(officer, '看最新的');
      await officer.see('你写的、还没存的还在。');
      await officer.tap('换成我写的');
      await goOn(3);
      await officer.see('发布后谁先收到');

      await other(2, '书记又改的题目');
      await press(officer, '发布');
      await officer.see(/和你看到的不一样了。看过最新的再发布/u);
      await press(officer, '看最新的');
      await goOn(3);
      await officer.see('书记又改的题目');
      await press(officer, '发布');
      await officer.see('已发布');
    },
  },
  {
    name: 'what was typed is still there after leaving the page',
    played: 'in-soak',
    run: async ({ open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await press(officer, '新建学习');
      await officer.fill('例如：支部组织生活怎么开', '写到一半');
      await press(officer, '类型');
      await press(officer, '支部党员大会');
      await press(officer, '确定');
      await officer.back();
      await officer.see('学习台账');
      await press(officer, '新建学习');
      await officer.see('接着上次没写完的。');
      await officer.see('支部党员大会');
    },
  },
  {
    name: 'members find a colleague in the directory; officers open the register of a study',
    played: 'in-soak',
    run: async ({ open }) => {
      const member = await open({ as: PEOPLE.free, path: 'pages/branch/branch' });
      await member.see('运行支部');
      await member.fill('姓名、值或党小组', '一值');
      await member.see('一值 9 人');
      await member.notSee('学习台账');
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      await press(officer, '新修订的运行规程');
      await officer.see(/应到 48 人/);
    },
  },
];
