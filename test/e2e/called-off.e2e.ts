import { askAs } from './ask-as';
import { DEMO_START_MS, startDemoStage, type DemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { asOfficer, PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage(DEMO_START_MS);

interface Row {
  readonly studyId: string;
  readonly topic: string;
  readonly state: string;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'what was typed of a draft that somebody has called off becomes a new study',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const officer = await open({ as: PEOPLE.officer, path: 'pages/branch/branch' });
      const rows = async () => {
        const listed = await askAs(stage, PEOPLE.officer, 'study', 'branchStudies', {});
        return (listed as { studies: readonly Row[] }).studies;
      };
      const goOn = async (times: number) => {
        for (let done = 0; done < times; done += 1) await press(officer, '下一步');
      };
      await press(officer, '新建学习');
      await officer.fill('例如：支部组织生活怎么开', '先写的题目');
      await goOn(2);
      await officer.fill('例如：集控楼二楼会议室', '值班室旁边');
      await press(officer, '下一步');
      await officer.see('发布后谁先收到');
      for (let back = 0; back < 3; back += 1) await press(officer, '上一步');
      await officer.fill('例如：支部组织生活怎么开', '我后来的题目');
      const first = (await rows()).find(({ topic }) => topic === '先写的题目');
      const studyId = first?.studyId ?? '';
      await asOfficer(stage, 'cancelStudy', { studyId, reason: '书记取消' });
      await goOn(3);
      await officer.see(/有人取消了这次学习，你的没有保存/u);
      await press(officer, '排成新的');
      await officer.see(/原来那次已经取消。这是一次新的/u);
      await goOn(3);
      await officer.see('发布后谁先收到');
      await press(officer, '发布');
      await officer.see('已发布');
      const published = (await rows()).find(({ topic }) => topic === '我后来的题目');
      if (published?.state !== 'published') throw new Error('it was not published');
      if (published.studyId === studyId) throw new Error('it is the one that was called off');
    },
  },
];
