import type { OutputOf } from '../../../../contract/action';
import type { officeNotReached } from '../../../../contract/branch/not-reached';
import type { NotReachedDays } from '../../../../domain/notice/not-reached';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { countsText, reachedText, spanText } from '../not-reached.view';

export type AllNotReached = OutputOf<typeof officeNotReached>;

export interface AllContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly rows: readonly {
    readonly branchId: string;
    readonly name: string;
    readonly note: string;
    readonly people: string;
  }[];
  readonly offline: string;
}

export type AllView = Placeholder | AllContent;

export const opening: AllView = { kind: 'loading' };
export const unknownAll: Shown<AllNotReached> = { kind: 'loading' };

export function toAllView(
  state: Shown<AllNotReached>,
  days: NotReachedDays,
  nowMs: number,
): AllView {
  if (state.kind !== 'known') return state;
  const { branches } = state.output;
  const total = branches.reduce((sum, { people }) => sum + people, 0);
  return {
    kind: 'content',
    title: total === 0 ? reachedText(days) : `${total} 人还有没送到或没确认的`,
    note: `${branches.length} 个支部 · ${spanText(days)}，按名册次序，不是排名`,
    rows: branches.map(({ branchId, name, members, people, counts }) => ({
      branchId,
      name,
      note: people === 0 ? `${members} 人，${reachedText(days)}` : countsText(counts),
      people: people === 0 ? '' : `${people}/${members} 人`,
    })),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}
