import type { Phone } from './phone';
import { press } from './study-steps';

/** Comes to the third step of a new study, where its sittings are planned. */
export async function comeToSittings(
  phone: Phone,
  topic: string,
  shown: string | RegExp = /1 场，\d+ 人能来/u,
): Promise<void> {
  await phone.fill('例如：支部组织生活怎么开', topic);
  await press(phone, '下一步');
  await phone.see(/名单里有 \d+ 人/u);
  await press(phone, '下一步');
  await phone.see(shown);
}

/** Has the fewest sittings found for everybody of the branch. */
export async function findSittings(phone: Phone, topic = '支部组织生活怎么开'): Promise<void> {
  await comeToSittings(phone, topic);
  await press(phone, '找最少的场次');
  await phone.see('2 场，就能让每个人都有机会');
}

/** Types the place of the first sitting; those that have none yet take it over. */
export async function writePlace(phone: Phone, place: string): Promise<void> {
  const field = phone.shown.locator('input[placeholder="例如：集控楼二楼会议室"]').first();
  await phone.fill(field, place);
}
