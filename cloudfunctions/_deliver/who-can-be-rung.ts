import { hasCreditFor } from '../../domain/delivery/credits';
import { DEFAULT_DELIVERY_RULES } from '../../domain/delivery/delivery-rules';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { KIND_RULES } from '../../domain/notice/notice-kinds';
import { deliveries } from '../_store/delivery/deliveries';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import { startOfDay } from './plan-notice';
import { situationsOf } from './situations';

/**
 * Of these, by id, whose phone an urgent message of a kind can ring now: bound, with a credit that no
 * other message which waits takes first. One request. docs/rules.md#R-330
 */
export async function whoCanBeRung(
  kind: NoticeKind,
  people: readonly Member[],
  rotas: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const { importance, templateKey: creditKind } = KIND_RULES[kind];
  const ids = people.map(({ _id }) => _id);
  const known = await deliveries.naming(ids, startOfDay(nowMs));
  const situations = situationsOf(people, rotas, known);
  return new Set(
    ids.filter((memberId) => {
      const situation = situations.get(memberId);
      if (situation === undefined || !situation.isBound) return false;
      const { credits, claims } = situation;
      return hasCreditFor({ importance, creditKind }, credits, claims, DEFAULT_DELIVERY_RULES);
    }),
  );
}
