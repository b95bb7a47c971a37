import { instantOf, localDay } from '../../domain/time/local-day';
import type { DemoStage } from './demo-stage';
import type { Phone } from './phone';
import type { Play } from './scenario';

export const OFFICE = 'jg03';
export const itemPage = (id: string) => `packages/channel/item/item?itemId=${id}`;

/** From the tab of the branch, as the committee office comes to it. */
export async function openTakedown(open: Play<DemoStage>['open']): Promise<Phone> {
  const office = await open({ as: OFFICE });
  await office.tap('支部');
  await office.tap('编辑台');
  await office.tap('到期下架');
  return office;
}

/** The clock in the first night of April. */
export async function nightOfApril({ cloud }: DemoStage): Promise<void> {
  cloud.clock.jump(instantOf(localDay('2026-04-01'), 2 * 60 + 30));
  await cloud.host.reload('clock');
  await cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  cloud.clock.jump(instantOf(localDay('2026-04-01'), 9 * 60));
}
