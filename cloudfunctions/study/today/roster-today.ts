import { DAYS_ON_TODAY } from '../../../contract/limits';
import { dayOfInstant } from '../../../domain/time/local-day';
import { crewIdOn } from '../../_store/people/member-document';
import { quietAt } from '../../_store/roster/quiet-at';
import { shiftsFrom } from '../person-days';
import type { Asker } from './asker';

export async function rosterToday({ member, nowMs, rotas: reading }: Asker) {
  const rotas = await reading;
  const schedule = rotas.scheduleOf(member);
  const day = dayOfInstant(nowMs);
  return {
    crewName: rotas.crewName(crewIdOn(member, day)),
    days: shiftsFrom(schedule, nowMs, DAYS_ON_TODAY),
    quiet: quietAt(schedule, nowMs),
  };
}
