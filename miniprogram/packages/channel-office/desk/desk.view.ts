import type { OutputOf } from '../../../../contract/action';
import type { channelDesk } from '../../../../contract/content/channel-editing';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { toDeskRow, type DeskRow } from '../desk-words.view';

export type Desk = OutputOf<typeof channelDesk>;

interface Section {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly DeskRow[];
}

export interface DeskContent {
  readonly kind: 'content';
  readonly sections: readonly Section[];
  readonly canWrite: boolean;
  /** Where there is nothing at all. */
  readonly nothing: string;
  readonly offline: string;
}

export type DeskView = Placeholder | DeskContent;

export const opening: DeskView = { kind: 'loading' };
export const unknownDesk: Shown<Desk> = { kind: 'loading' };

/** What waits for me first, the longest waiting first; then what I write, what others check, what is ready. */
export function toDeskView(state: Shown<Desk>, nowMs: number): DeskView {
  if (state.kind !== 'known') return state;
  const { lines, writesIn } = state.output;
  const rowsOf = (isMeant: (line: Desk['lines'][number]) => boolean) =>
    lines.filter(isMeant).map((line) => toDeskRow(line, nowMs));
  const isInCheck = ({ state: step }: Desk['lines'][number]) =>
    step === 'branch-check' || step === 'committee-check';
  const sections: readonly Section[] = [
    { title: '等你审', note: '先到的在前', rows: rowsOf(({ waitsForMe }) => waitsForMe) },
    { title: '在写的', note: '', rows: rowsOf(({ state: step }) => step === 'draft') },
    {
      title: '在审的',
      note: '支部先审，党委再审',
      rows: rowsOf((line) => isInCheck(line) && !line.waitsForMe),
    },
    {
      title: '定稿，还没刊出',
      note: '',
      rows: rowsOf(({ state: step }) => step === 'ready'),
    },
  ];
  const shown = sections.filter(({ rows }) => rows.length > 0);
  return {
    kind: 'content',
    sections: shown,
    canWrite: writesIn.length > 0,
    nothing: shown.length > 0 ? '' : '没有等你审的，也没有在写的。',
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}
