import type { Invited } from '../../../domain/study/sittings-for';
import { isEntitled, type Member } from './members';
import type { Rotas } from './organisation';

/** Those with one rota and nothing of their own are one group: planning looks at them once. */
export function bySchedule(
  people: readonly Member[],
  { scheduleOf }: Pick<Rotas, 'scheduleOf'>,
): readonly Invited[] {
  const known = new Map<string, Invited>();
  for (const member of people) {
    const { crewHistory, overrides, sleepPreference } = member;
    const key = JSON.stringify([crewHistory, overrides, sleepPreference]);
    const group = known.get(key);
    known.set(key, {
      schedule: group?.schedule ?? scheduleOf(member),
      people: (group?.people ?? 0) + 1,
      entitled: (group?.entitled ?? 0) + (isEntitled(member) ? 1 : 0),
    });
  }
  return [...known.values()];
}
