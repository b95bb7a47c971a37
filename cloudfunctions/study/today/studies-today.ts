import { byNextSitting, openFor, toMyStudy } from '../mine/my-study';
import type { Asker } from './asker';

export async function studiesToday({ member, nowMs, rotas: reading }: Asker) {
  const [rotas, asked] = await Promise.all([reading, openFor(member, nowMs)]);
  const schedule = rotas.scheduleOf(member);
  return {
    studies: [...asked].sort(byNextSitting(nowMs)).map((one) => toMyStudy(one, schedule, nowMs)),
  };
}
