import { addDays } from '../../../domain/time/local-day';
import { crewIdOn, MOST_CREW_CHANGES, type Member } from './member-document';

type CrewHistory = Member['crewHistory'];

/** From the day on this crew and no other: what was planned for later days goes. */
export function withCrew(member: Member, change: CrewHistory[number]): CrewHistory {
  const kept = member.crewHistory.filter(({ fromDay }) => fromDay < change.fromDay);
  const isSame = crewIdOn(member, addDays(change.fromDay, -1)) === change.crewId;
  return isSame ? kept : [...kept, change].slice(-MOST_CREW_CHANGES);
}
