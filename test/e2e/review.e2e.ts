import { demoPerson } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { PEOPLE, press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const SECRETARY = 'yx01';
const { free } = PEOPLE;

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a grade of a year is entered without a word, and its member is told and finds it',
    played: 'in-soak',
    run: async ({ open }) => {
      const secretary = await open({ as: SECRETARY, path: 'packages/star-office/year/year' });
      await secretary.see('你的等次由另一位书记或党委工作部记');
      await secretary.tap(secretary.shown.getByText(demoPerson(free).name));
      await secretary.tap('不合格');
      await secretary.see('写了原因才能点“记下”');
      await secretary.tap(secretary.page.getByRole('radio', { name: '优秀' }));
      await press(secretary, '记下');
      await secretary.see('优秀 1 人');
      const member = await open({ as: free, path: 'pages/inbox/inbox' });
      await member.tap('2025年评议：优秀');
      await member.see('2025 年评议');
      const own = await open({ as: free, path: 'packages/star/review/review' });
      await own.see('2026 年评议');
      await press(own, '看 2025 年的等次');
      await own.see('2025 年评议');
      await own.see('优秀');
    },
  },
];
