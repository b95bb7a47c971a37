import { byNextSitting, openFor, toMyStudy, withMore } from '../mine/my-study';
import type { Asker } from './asker';

export async function studiesToday(asker: Asker) {
  const { member, nowMs, readsLeniently, rotas: reading } = asker;
  const [rotas, asked] = await Promise.all([reading, openFor(member, nowMs)]);
  const schedule = rotas.scheduleOf(member);
  return {
    studies: [...asked].sort(byNextSitting(nowMs)).map((one) => {
      const mine = toMyStudy(one, schedule, nowMs, asker);
      return readsLeniently ? withMore(mine, one, nowMs) : mine;
    }),
  };
}
