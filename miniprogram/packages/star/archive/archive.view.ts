import type { OutputOf } from '../../../../contract/action';
import type { starArchive } from '../../../../contract/star/after';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';

type Archive = OutputOf<typeof starArchive>;

export type ArchiveView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly title: string;
      readonly note: string;
      readonly rows: readonly {
        readonly month: string;
        readonly label: string;
        readonly names: string;
        readonly note: string;
      }[];
      /** Of other branches, where the reader is the star. docs/rules.md#R-321 */
      readonly mine: readonly {
        readonly branchId: string;
        readonly month: string;
        readonly label: string;
        readonly where: string;
      }[];
    };
export const opening: ArchiveView = { kind: 'loading' };
export const unknownArchive: Shown<Archive> = { kind: 'loading' };

export function toView(state: Shown<Archive>, year: number, nowMs: number): ArchiveView {
  if (state.kind !== 'known') return state;
  const { branchName, months, mine = [] } = state.output;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${year} 年`,
    note: months.length === 0 ? `${branchName} · ${nothingText(year, nowMs)}` : branchName,
    rows: months.map(({ month, stars, reason }) => ({
      month,
      label: `${Number(month.slice(5))}月`,
      names: stars.length === 0 ? '没有评' : stars.map(({ name }) => name).join('、'),
      note: stars.length === 0 ? (reason ?? '') : (stars.flatMap(({ deeds }) => deeds)[0] ?? ''),
    })),
    mine: mine.map(({ branchId, month, branchName: where }) => ({
      branchId,
      month,
      label: `${Number(month.slice(5))}月`,
      where,
    })),
  };
}

const nothingText = (year: number, nowMs: number): string =>
  year > Number(dayOfInstant(nowMs).slice(0, 4)) ? '这一年还没到' : '这一年还没有';
