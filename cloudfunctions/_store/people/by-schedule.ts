import type { Invited } from '../../../domain/study/sittings-for';
import type { OtherSittings } from '../study/other-sittings';
import { isEntitled, type Member } from './member-document';
import type { Rotas } from './organisation';

/**
 * Those with one rota, nothing of their own and the same other sittings are one group: planning looks
 * at them once.
 */
export function bySchedule(
  people: readonly Member[],
  { scheduleOf }: Pick<Rotas, 'scheduleOf'>,
  others: Pick<OtherSittings, 'of'>,
): readonly Invited[] {
  const known = new Map<string, Invited>();
  for (const member of people) {
    const { crewHistory, overrides, sleepPreference } = member;
    const sits = others.of(member);
    const times = sits.map(({ startAtMs, endAtMs }) => [startAtMs, endAtMs]);
    const key = JSON.stringify([crewHistory, overrides, sleepPreference, times]);
    const group = known.get(key);
    known.set(key, {
      schedule: group?.schedule ?? scheduleOf(member),
      people: (group?.people ?? 0) + 1,
      sits,
      entitled: (group?.entitled ?? 0) + (isEntitled(member) ? 1 : 0),
    });
  }
  return [...known.values()];
}
