import type { OutputOf } from '../../../../contract/action';
import type { makeUpsOf } from '../../../../contract/study/make-up';
import type { ShownMakeUpCause } from '../../../../contract/study/make-up-shapes';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { lastDayText } from '../../../text/make-up-errors';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';

type MakeUps = OutputOf<typeof makeUpsOf>;

export interface Row {
  readonly memberId: string;
  readonly name: string;
  readonly line: string;
  readonly badge: Badge | null;
  /** Their own words. */
  readonly note: string;
  /** What is to be done about it; '' where nothing is. */
  readonly toLookAt: string;
  /** What an officer can do; '' where there is nothing. */
  readonly act: string;
}

export interface Group {
  readonly key: 'open' | 'done' | 'absent';
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly Row[];
}

export interface MakeUpsContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly topic: string;
  readonly line: string;
  readonly content: string;
  readonly groups: readonly Group[];
  readonly empty: string;
  readonly canEdit: boolean;
}

const CAUSE_TEXT: Readonly<Record<ShownMakeUpCause, string>> = {
  'on-duty': '当时在岗',
  excused: '请了假',
  asleep: '场次都在睡觉或当班时',
  away: '借调或长假',
  'by-officer': '',
  newer: '',
};

/** An officer's own is opened by another, as the function has it. docs/rules.md#R-99 */
const OWN_TEXT = '你自己的要别的支部委员来开';

/** @param ownId of who reads it */
export function toView(
  state: Shown<MakeUps>,
  nowMs: number,
  ownId: string,
): Placeholder | MakeUpsContent {
  if (state.kind !== 'known') return state;
  const { topic, isFinal, pieces, questions, people, absent, canOpen } = state.output;
  const open = people.filter(({ doneAtMs }) => doneAtMs === null);
  const done = people.filter(({ doneAtMs }) => doneAtMs !== null);
  const groups: readonly Group[] = [
    {
      key: 'open',
      title: '还没补',
      hint: '期限按各人的休息日算',
      rows: open.map((person) => orOwn(openRow(person, canOpen, nowMs), ownId)),
    },
    { key: 'done', title: '已补学', hint: '', rows: done.map((person) => doneRow(person, nowMs)) },
    {
      key: 'absent',
      title: '缺席',
      hint: canOpen ? '问清楚了可以给他开' : '',
      rows: absent.map((person) => orOwn(absentRow(person, canOpen), ownId)),
    },
  ];
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    topic,
    line: isFinal
      ? `${open.length} 人还没补，${done.length} 人补完了`
      : '点名册定了以后，给没法来的人自动开',
    content: contentText(pieces, questions),
    groups: groups.filter(({ rows }) => rows.length > 0),
    empty: isFinal && people.length + absent.length === 0 ? '没有要补学的人。' : '',
    canEdit: canOpen,
  };
}

const orOwn = (row: Row, ownId: string): Row =>
  row.memberId === ownId && row.act !== ''
    ? { ...row, act: '', line: join(row.line, OWN_TEXT) }
    : row;

function contentText(pieces: number, questions: number): string {
  const parts = [
    pieces === 0 ? '' : `${pieces} 段`,
    questions === 0 ? '没有小测，写几句心得就算补完' : `${questions} 道题`,
  ];
  return parts.filter((part) => part !== '').join('，');
}

function openRow(person: MakeUps['people'][number], canOpen: boolean, nowMs: number): Row {
  const { memberId, name, crewName, cause, startsAtMs, untilAtMs, openedBy } = person;
  const isOver = untilAtMs <= nowMs;
  const until = isOver
    ? `${lastDayText(untilAtMs, nowMs)} 截止了`
    : `${lastDayText(untilAtMs, nowMs)} 前${startsAtMs > nowMs ? '，回来再补' : ''}`;
  const by = openedBy === null ? '' : `${openedBy.name}开的：${openedBy.reason}`;
  return {
    memberId,
    name,
    line: join(crewName, CAUSE_TEXT[cause], by, until),
    badge: isOver ? { text: '已截止', tone: 'warn' } : null,
    note: '',
    toLookAt: '',
    act: isOver && canOpen ? '再开' : '',
  };
}

function doneRow(person: MakeUps['people'][number], nowMs: number): Row {
  const { memberId, name, crewName, doneAtMs, way, note, isNoteUnsure = false } = person;
  const how = way === 'note' ? '写了心得' : way === 'quiz' ? '做完小测' : '';
  const when = doneAtMs === null ? '' : momentText(doneAtMs, nowMs);
  return {
    memberId,
    name,
    line: join(crewName, when, how),
    badge: { text: '补学', tone: 'ok' },
    note: note ?? '',
    toLookAt: isNoteUnsure ? '微信没能查完这段话，请你看看有没有不妥。' : '',
    act: '',
  };
}

const absentRow = (person: MakeUps['absent'][number], canOpen: boolean): Row => ({
  memberId: person.memberId,
  name: person.name,
  line: join(
    person.crewName,
    person.inARow === null ? '' : rowText(person.inARow),
    person.isLeaveRefused === true ? '请了假，没有批' : '',
  ),
  badge: needsWord(person) ? { text: '需要说句话', tone: 'warn' } : null,
  note: '',
  toLookAt: '',
  act: canOpen ? '开补学' : '',
});

const needsWord = ({ inARow }: MakeUps['absent'][number]): boolean => inARow !== null && inARow > 0;

const rowText = (inARow: number): string => (inARow > 1 ? `连续 ${inARow} 次没到` : '');

const join = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

export const unknownMakeUps: Shown<MakeUps> = { kind: 'loading' };
export const opening: Placeholder | MakeUpsContent = { kind: 'loading' };
