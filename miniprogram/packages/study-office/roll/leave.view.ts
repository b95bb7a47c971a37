import type { RollLine } from '../../../../contract/study/register';
import type { Study } from '../../../../contract/study/study-shapes';
import type { LeaveVerdict } from '../../../../domain/study/leave';
import { lastStartAtMs } from '../../../../domain/study/sitting';
import { withoutStop } from '../../../../domain/words/without-stop';
import { momentText } from '../../../text/when';

type Leave = NonNullable<RollLine['leave']>;

interface Choice {
  readonly state: LeaveVerdict;
  readonly text: string;
}

/** Leave that nobody has answered, of somebody who has not been entered. */
export function isLeaveWaiting({ leave, way }: RollLine): boolean {
  return leave?.standing === 'waiting' && way === null;
}

/** How leave stands, beside the person's reason; '' where there is nothing to say. */
export function leaveText({ leave, isLeaveOpen }: RollLine): string {
  if (leave === undefined) return isLeaveOpen === true ? '等答复' : '';
  const { standing, answer } = leave;
  if (standing === 'granted') return `${answer?.byName ?? ''}已同意`;
  if (standing !== 'declined' || answer === null) return '';
  return `没有批：${withoutStop(answer.reason)}（${answer.byName}）`;
}

/** What the officer can say of it now: nobody is declined who could not come any more. docs/rules.md#R-105 */
export function leaveChoices(
  { standing }: Leave,
  { sittings }: Study,
  nowMs: number,
): readonly Choice[] {
  const canDecline = standing !== 'declined' && nowMs < lastStartAtMs(sittings);
  const granted = { state: 'granted', text: '同意请假' } as const;
  const declined = { state: 'declined', text: '不同意' } as const;
  return [...(standing === 'granted' ? [] : [granted]), ...(canDecline ? [declined] : [])];
}

export function leaveNote({ reason, askedAtMs, answer, standing }: Leave, nowMs: number): string {
  const why = reason === '' ? '' : `：${reason}`;
  const asked = `${momentText(askedAtMs, nowMs)} 请的假${why}。`;
  if (answer === null) return `${asked}你写的话本人看得到。`;
  const said = standing === 'declined' ? '没有同意' : '同意';
  return `${asked}${momentText(answer.atMs, nowMs)} ${answer.byName}${said}：${answer.reason}。`;
}

/** Words to start from where they are usual. */
export const presetFor = (state: string): string => (state === 'granted' ? '同意' : '');

/** The line with the reasons that were opened, as long as there is one and nothing was entered or asked since. */
export function withReasons(line: RollLine, opened: RollLine | undefined): RollLine {
  const isSame =
    opened !== undefined &&
    line.hasReason === true &&
    opened.atMs === line.atMs &&
    opened.corrections.length === line.corrections.length &&
    opened.leaveAskedAtMs === line.leaveAskedAtMs;
  if (!isSame) return line;
  const { reason, corrections } = opened;
  const leave = line.leave && { ...line.leave, reason: opened.leave?.reason ?? '' };
  return { ...line, hasReason: false, reason, corrections, leave };
}
