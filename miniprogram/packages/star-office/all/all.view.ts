import type { OutputOf } from '../../../../contract/action';
import type { officeStars } from '../../../../contract/star/after';
import type { ShownStarStep, ShownStepState } from '../../../../contract/star/star-shapes';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { STAR_STEP_TEXT, unbroken } from '../../../text/star';
import { fullDayText, monthText } from '../../../text/when';

export type OfficeStars = OutputOf<typeof officeStars>;

interface Cell {
  /** Its place: steps of later versions have one name. */
  readonly at: number;
  readonly step: ShownStarStep;
  readonly look: ShownStepState;
  readonly character: string;
  readonly label: string;
}

export interface AllContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly title: string;
  readonly note: string;
  readonly hasLater: boolean;
  readonly heads: readonly { readonly at: number; readonly text: string }[];
  readonly rows: readonly {
    readonly branchId: string;
    readonly name: string;
    readonly cells: readonly Cell[];
    readonly star: string;
  }[];
  /** Branches of which a step has passed its day: '燃料支部：专题会过了日子'. */
  readonly late: readonly { readonly branchId: string; readonly text: string }[];
}
export type AllView = Placeholder | AllContent;
export const opening: AllView = { kind: 'loading' };
export const unknownStars: Shown<OfficeStars> = { kind: 'loading' };

const HEAD: Readonly<Record<ShownStarStep, string>> = {
  assessment: '考核',
  meeting: '专题',
  nomination: '提名',
  ballot: '投票',
  decision: '支委',
  'public-notice': '公示',
  announcement: '存档',
  newer: '其他',
};
const LOOK: Readonly<Record<ShownStepState, readonly [character: string, name: string]>> = {
  done: ['✓', '完成'],
  now: ['在', '正在做'],
  late: ['等', '过了日子'],
  'to-come': ['·', '还没到'],
  'left-out': ['无', '没有办'],
  newer: ['?', '升级后查看'],
};

export function toView(state: Shown<OfficeStars>, nowMs: number): AllView {
  if (state.kind !== 'known') return state;
  const { branches, month } = state.output;
  const today = dayOfInstant(nowMs);
  const [first] = branches;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${monthText(month, today)}之星`,
    note: `${branches.length} 个支部，${unbroken(`今天 ${fullDayText(today, today)}`)}`,
    hasLater: month < monthOf(today),
    heads: (first?.steps ?? []).map(({ step }, at) => ({ at, text: HEAD[step] })),
    rows: branches.map(({ branchId, name, steps, stars }) => ({
      branchId,
      name: name.replace(/党?支部$/u, ''),
      cells: steps.map(({ step, state: look }, at) => ({
        at,
        step,
        look,
        character: LOOK[look][0],
        label: `${STAR_STEP_TEXT[step]}${LOOK[look][1]}`,
      })),
      star: stars.join('、'),
    })),
    late: branches.flatMap(({ branchId, name, steps }) => {
      const late = steps.filter((each) => each.state === 'late');
      if (late.length === 0) return [];
      const which = late.map(({ step }) => STAR_STEP_TEXT[step]).join('、');
      return [{ branchId, text: `${name}：${which}过了日子` }];
    }),
  };
}
