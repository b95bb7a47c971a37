import { daysThatMatter } from '../shift/claims';
import { crewOn } from '../shift/each-roster-day';
import { LazyTimeline } from '../shift/lazy-timeline';
import type { PersonSchedule, Roster } from '../shift/person-schedule';
import type { LocalDay } from '../time/local-day';
import { dayOfNumber } from '../time/local-day';
import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { DeliverySituation } from './delivery-situation';
import type { Moment } from './plan-delivery';
import { momentOn } from './plan-delivery';

interface Crew {
  readonly timeline: LazyTimeline;
  /** The moment of everybody in the crew who has nothing of their own that matters. */
  moment?: Moment;
}

interface Crews {
  /** Days [fromDay, toDay) whose shifts decide the interval. */
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  readonly byId: Map<string, Crew>;
}

/**
 * The moments of one message. People who follow their crew and nothing else share its timeline, and
 * those with no earlier deliveries or choices of their own share the moment too. Lives as long as one
 * planning.
 */
export class CrewMoments {
  private readonly message: DeliveryMessage;
  private readonly nowMs: number;
  private readonly rules: DeliveryRules;
  private readonly byRoster = new Map<Roster, Crews>();

  constructor(message: DeliveryMessage, nowMs: number, rules: DeliveryRules) {
    this.message = message;
    this.nowMs = nowMs;
    this.rules = rules;
  }

  momentOf(situation: DeliverySituation): Moment {
    const { schedule } = situation;
    const crew = this.crewOf(schedule);
    if (crew === undefined) {
      return this.momentFor(new LazyTimeline(schedule, this.nowMs), situation);
    }
    if (!hasNothingOfTheirOwn(situation)) return this.momentFor(crew.timeline, situation);
    crew.moment ??= this.momentFor(crew.timeline, situation);
    return crew.moment;
  }

  private momentFor(timeline: LazyTimeline, situation: DeliverySituation): Moment {
    return momentOn(timeline, situation, this.message, this.nowMs, this.rules);
  }

  /** The crew whose days are the person's around the message; undefined when some day differs. */
  private crewOf(schedule: PersonSchedule): Crew | undefined {
    const crews = this.crewsOf(schedule.roster);
    if (!followsCrewOnly(schedule, crews.fromDay, crews.toDay)) return undefined;
    const crewId = crewOn(schedule, crews.fromDay) ?? '';
    let crew = crews.byId.get(crewId);
    if (crew === undefined) {
      crew = { timeline: new LazyTimeline(schedule, this.nowMs) };
      crews.byId.set(crewId, crew);
    }
    return crew;
  }

  private crewsOf(roster: Roster): Crews {
    let crews = this.byRoster.get(roster);
    if (crews === undefined) {
      const plain: PersonSchedule = { roster, memberships: [], overrides: [] };
      const toAtMs = Math.max(this.nowMs, this.message.deadlineAtMs);
      const [first, end] = daysThatMatter(plain, this.nowMs, toAtMs);
      crews = { fromDay: dayOfNumber(first), toDay: dayOfNumber(end), byId: new Map() };
      this.byRoster.set(roster, crews);
    }
    return crews;
  }
}

function followsCrewOnly(schedule: PersonSchedule, fromDay: LocalDay, toDay: LocalDay): boolean {
  if (schedule.sleepPreference !== undefined) return false;
  for (const override of schedule.overrides) {
    if (override.fromDay < toDay && fromDay < override.toDay) return false;
  }
  for (const membership of schedule.memberships) {
    if (fromDay < membership.fromDay && membership.fromDay < toDay) return false;
  }
  return true;
}

function hasNothingOfTheirOwn(situation: DeliverySituation): boolean {
  if (situation.preferences !== undefined || situation.pendingDigest !== undefined) return false;
  return Object.keys(situation.countsByDay).length === 0;
}
