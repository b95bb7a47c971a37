import { DESKS } from '../../domain/content/channel/desks';
import { demoPeople } from '../../local/world/people';
import { type DemoStage, startDemoStage } from './demo-stage';
import type { Scenario } from './scenario';
import { press } from './study-steps';

export const start = (): Promise<DemoStage> => startDemoStage();

const OFFICE = 'jg03';
/** Two days after the day of the demo; nothing is meant for it. */
const DAY = '3月13日';
const DUTY = 'party_2026-03-13';

/** Who is on duty for that day, as it is stored. */
function holderOf({ cloud }: DemoStage): string {
  const stored = cloud.engine.collection('channel_duties').get(DUTY);
  const memberId = stored?.document['memberId'];
  const person = demoPeople.find((each) => each.memberId === memberId);
  if (!person?.roles.some((role) => DESKS.party.writes.includes(role))) {
    throw new Error(`${String(memberId)} is on duty and does not write for the channel`);
  }
  return person.memberId;
}

export const scenarios: readonly Scenario<DemoStage>[] = [
  {
    name: 'a day that is empty changes hands, and is asked of who has it now',
    played: 'in-soak',
    run: async ({ stage, open }) => {
      const before = holderOf(stage);
      const office = await open({ as: OFFICE, path: 'pages/branch/branch' });
      await office.tap('编辑台');
      await office.tap('编辑日历');
      await office.see('空着的，提前两天告诉值班的人');
      await office.tap(`周五 ${DAY}`);
      await office.see('还没有稿。');
      await press(office, '换人');
      await press(office, '换');
      await office.see('换好了。');
      const now = holderOf(stage);
      if (now === before) throw new Error('nobody else is on duty');

      const editor = await open({ as: now, path: 'pages/today/today' });
      await editor.tap(`${DAY} 党务清风还空着`);
      await editor.see('管到 12:00 刊出，还空着就补上一条');
      await press(editor, '写一条');
      await editor.see('交给支部审');
      await editor.see(`周五 ${DAY}`);

      const old = await open({ as: before, path: 'packages/study/waits/waits' });
      await old.see(/等你办的|要办的事/u);
      await old.notSee(`${DAY} 党务清风还空着`);
    },
  },
];
