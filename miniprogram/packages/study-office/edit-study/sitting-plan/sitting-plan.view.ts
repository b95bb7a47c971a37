import type { OutputOf } from '../../../../../contract/action';
import type { planSittings, ShownHindrance } from '../../../../../contract/study/planning';
import { dayOfInstant } from '../../../../../domain/time/local-day';
import { clockOf, fullDayText } from '../../../../text/when';
import { clashText } from './clash.view';
import { besideOf, toCrewRow, ticksOf, windowOf, type CrewRow, type Tick } from './crew-row.view';

export type Plan = OutputOf<typeof planSittings>;

export interface SittingCard {
  readonly key: string;
  readonly number: number;
  readonly when: string;
  readonly count: string;
  readonly quorum: string;
  readonly isEnough: boolean;
  readonly ticks: readonly Tick[];
  readonly crews: readonly CrewRow[];
  /** '一值下班就来，五值开完就上岗。' */
  readonly beside: string;
  /** What else is held then, and what that means. */
  readonly clashes: readonly string[];
}

export interface PlanView {
  readonly headline: string;
  readonly line: string;
  readonly sittings: readonly SittingCard[];
  /** Whether a chart shows sittings of other studies. */
  readonly hasMeetings: boolean;
  readonly leftTitle: string;
  readonly left: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly why: string;
  }[];
}

export function toPlanView(plan: Plan, nowMs: number): PlanView {
  const today = dayOfInstant(nowMs);
  return {
    headline: headlineOf(plan),
    line: lineOf(plan),
    sittings: plan.sittings.map((sitting, index) => toCard(sitting, index, plan, nowMs)),
    hasMeetings: plan.sittings.some(({ crews }) =>
      crews.some(({ stretches }) => stretches.some(({ state }) => state === 'meeting')),
    ),
    leftTitle: plan.left.length === 0 ? '' : `还剩 ${plan.left.length} 人`,
    left: plan.left.map(({ memberId, name, crewName, why, backDay }) => ({
      memberId,
      name,
      why: [
        crewName ?? '',
        backDay === null ? WHY_LEFT[why] : `不在，${fullDayText(backDay, today)} 回来`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  };
}

/** Of one of the sittings, that to which they would come first; of the others it may be something else. */
const WHY_LEFT: Record<ShownHindrance, string> = {
  'on-duty': '在岗',
  'after-night': '刚下夜班，在休息',
  asleep: '正是睡觉的时候',
  away: '请假或借调在外',
  elsewhere: '碰上别的学习',
  newer: '来不了',
};

function headlineOf({ sittings, canCome, total, isFewest, quorum }: Plan): string {
  if (sittings.length === 0) return '这几天没有一个人能来';
  if (quorum !== null) return isEnough(sittings[0]?.entitled, quorum) ? '够表决' : '还不够表决';
  const count = `${sittings.length} 场`;
  if (isFewest === null) {
    return canCome === total ? `${count}，每个人都有机会` : `${count}，${canCome} 人能来`;
  }
  return canCome === total ? `${count}，就能让每个人都有机会` : `${count}，能来的人都有机会`;
}

function lineOf(plan: Plan): string {
  return `${chanceLine(plan)}${plan.holidays.length > 0 ? '法定假日没有排。' : ''}`;
}

function chanceLine({ sittings, canCome, total, isFewest, quorum }: Plan): string {
  if (sittings.length === 0) return '换几天，或者把钟点放宽再找。';
  if (quorum !== null) {
    const { entitled, needed, neededToElect } = quorum;
    return `有表决权的 ${entitled} 人，过半要 ${needed} 人到会；选举要 ${neededToElect} 人。`;
  }
  const who = canCome === total ? `${total} 人` : `${total} 人里 ${canCome} 人`;
  const line = `${who}至少有一场不在岗、不在睡觉，也没有别的学习。`;
  if (isFewest === null) return line;
  if (!isFewest) return `${line}各人情况很不一样，也许还有更省的排法。`;
  return canCome === total ? `${line}再少一场就有人赶不上。` : `${line}再加场也不会多一个人。`;
}

function toCard(
  sitting: Plan['sittings'][number],
  index: number,
  { quorum }: Plan,
  nowMs: number,
): SittingCard {
  const { startAtMs, endAtMs, canCome, entitled, crews } = sitting;
  const window = windowOf(sitting);
  const hasEnough = quorum === null || isEnough(entitled, quorum);
  return {
    key: String(startAtMs),
    number: index + 1,
    when: `${fullDayText(dayOfInstant(startAtMs), dayOfInstant(nowMs))} ${clockOf(startAtMs)}–${clockOf(endAtMs)}`,
    count: `${canCome} 人能来`,
    quorum: quorum === null ? '' : quorumText(entitled ?? 0, quorum),
    isEnough: hasEnough,
    ticks: ticksOf(window),
    crews: crews.map((crew) => toCrewRow(crew, sitting, window)),
    beside: besideText(crews),
    clashes: sitting.clashes.map(clashText),
  };
}

/** Crews that come in the same way together. */
function besideText(crews: Plan['sittings'][number]['crews']): string {
  const names = new Map<string, string[]>();
  for (const crew of crews) {
    const how = besideOf(crew);
    if (how !== '' && crew.crewName !== null) {
      names.set(how, [...(names.get(how) ?? []), crew.crewName]);
    }
  }
  const parts = [...names].map(([how, crewNames]) => `${crewNames.join('、')}${how}`);
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

function isEnough(entitled: number | null | undefined, { needed }: NonNullable<Plan['quorum']>) {
  return (entitled ?? 0) >= needed;
}

function quorumText(entitled: number, { needed }: NonNullable<Plan['quorum']>): string {
  return entitled >= needed
    ? `够，要 ${needed} 人，预计 ${entitled} 人。`
    : `还差 ${needed - entitled} 人：要 ${needed} 人，预计 ${entitled} 人。换个时间再找。`;
}
