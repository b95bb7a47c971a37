import type { PollCrew } from '../../../contract/star/ballot-shapes';
import { chipOf, type Chip } from '../../text/fit';
import { momentText } from '../../text/when';

const NO_CREW_TEXT = '没排班的';

export interface CrewRow {
  readonly key: string;
  readonly name: string;
  readonly chip: Chip | null;
  /** Of the bar, per cent. */
  readonly width: number;
  readonly text: string;
  readonly isShort: boolean;
}

/** '3.5 小时': halves and tenths of an hour, as people count them. */
export const hoursText = (minutes: number): string => `${Math.round(minutes / 6) / 10}`;

export function crewRows(crews: readonly PollCrew[], neededMinutes: number): readonly CrewRow[] {
  return crews.map(({ crewId, name, shift, doneMinutes }) => {
    const isShort = doneMinutes < neededMinutes;
    return {
      key: crewId ?? 'none',
      name: crewName(name),
      chip: chipOf(shift),
      width: neededMinutes === 0 ? 100 : Math.min(100, (doneMinutes * 100) / neededMinutes),
      text: isShort ? `${hoursText(doneMinutes)} / ${hoursText(neededMinutes)} 小时` : '够了',
      isShort,
    };
  });
}

export interface Missing {
  readonly title: string;
  readonly text: string;
}

/** Of the crew that is ready last, what it still needs and when it has it; null where all have their hours. */
export function missingOf(
  crews: readonly PollCrew[],
  neededMinutes: number,
  nowMs: number,
): Missing | null {
  const short = crews.filter(({ doneMinutes }) => doneMinutes < neededMinutes);
  const [last] = [...short].sort((a, b) => b.readyAtMs - a.readyAtMs);
  if (last === undefined) return null;
  const name = crewName(last.name);
  const left = hoursText(neededMinutes - last.doneMinutes);
  const done = hoursText(last.doneMinutes);
  const sum = last.stretchMinutes.map(hoursText).join(' + ');
  const past = last.stretchMinutes.length > 1 ? `${sum} = ${done} 小时` : `${done} 小时`;
  const next =
    last.nextFreeAtMs === null ? '现在有空' : `${momentText(last.nextFreeAtMs, nowMs)} 起再有空`;
  return {
    title: `${name}还差 ${left} 小时`,
    text: `规则是每个值都要有 ${hoursText(neededMinutes)} 小时醒着又不在岗。${last.doneMinutes === 0 ? '' : `${name}开始后只有过 ${past}。`}${next}，${momentText(last.readyAtMs, nowMs)} 够数。`,
  };
}

const crewName = (name: string | null): string => name ?? NO_CREW_TEXT;
