import type { Member } from '../_store/people/member-document';
import { deliveries } from '../_store/delivery/deliveries';
import { readRotas, type Rotas } from '../_store/people/organisation';
import { planNotice, type NoticeContent } from './plan-notice';

/**
 * Plans a message for these people and stores it, once however often it is called. When the first of
 * them hears of it, null when nobody does; without people nothing is read.
 */
export async function deliver(
  content: NoticeContent,
  people: readonly Member[],
  nowMs: number,
  rotas?: Pick<Rotas, 'scheduleOf'>,
): Promise<number | null> {
  if (people.length === 0) return null;
  const { documents } = await planNotice(content, people, rotas ?? (await readRotas()), nowMs);
  await deliveries.insertAbsent(documents);
  const instants = documents.flatMap(({ groups }) => groups.map(({ atMs }) => atMs));
  return instants.length === 0 ? null : Math.min(...instants);
}
