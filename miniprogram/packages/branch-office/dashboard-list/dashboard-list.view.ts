import type { OutputOf } from '../../../../contract/action';
import type {
  dashboardLines,
  dashboardMakeUps,
  dashboardPeople,
  MakeUpPart,
} from '../../../../contract/branch/dashboard';
import { OUTCOMES, type Outcome } from '../../../../domain/branch/outcome';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder } from '../../../state/shown';
import type { Badge, Tone } from '../../../text/fit';
import { lastDayText } from '../../../text/make-up-errors';
import { ROLL_STATE_TEXT, studyTitle } from '../../../text/study';
import { toWordRows, type WordPage } from '../word.view';
import { fullDayText, monthText } from '../../../text/when';

type LinesPage = OutputOf<typeof dashboardLines>;
type PeoplePage = OutputOf<typeof dashboardPeople>;
type MakeUpsPage = OutputOf<typeof dashboardMakeUps>;
type State = LinesPage['lines'][number]['state'];

export interface Row {
  readonly key: string;
  /** Of its study, where it is the first of the page; otherwise ''. */
  readonly head: string;
  readonly name: string;
  readonly note: string;
  readonly badge: Badge | null;
}

export interface Pill {
  /** An outcome, or where a make-up is; '': all of them. */
  readonly of: string;
  readonly text: string;
  readonly isOn: boolean;
}

/** A page of rows that goes below those that are shown, and what stands above them all. */
export interface ListPage {
  readonly head: ListHead;
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

export interface ListHead {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly pills: readonly Pill[];
}

export const opening: Placeholder | ListHead = { kind: 'loading' };
export const noRows: readonly Row[] = [];
/** Chooses none of the studies, and none of the pills: all of them. */
export const noStudies: readonly string[] = [];
export const everybody = '';

/** As an input takes what a pill stands for. */
export function outcomeOf(chosen: string): { readonly outcome?: Outcome } {
  const outcome = OUTCOMES.find((each) => each === chosen);
  return outcome === undefined ? {} : { outcome };
}
export function partOf(chosen: string): { readonly part?: MakeUpPart } {
  const part = PARTS.find((each) => each === chosen);
  return part === undefined ? {} : { part };
}

const IN_ORDER = '按值和姓名排，不分先后';

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  came: '到了',
  'made-up': '补学',
  missed: '没到',
  'on-leave': '请假',
  'on-duty': '在岗',
  asleep: '睡觉时间',
  'to-confirm': '待确认',
};

const TONE: Readonly<Partial<Record<State, Tone>>> = {
  attended: 'ok',
  late: 'warn',
  'made-up': 'ok',
  absent: 'warn',
  'to-confirm': 'warn',
};

/** @param chosen '' of all outcomes */
export function toLinesPage(
  page: LinesPage,
  chosen: string,
  month: string,
  nowMs: number,
): ListPage {
  const { nextCursor } = page;
  const { asleep = 0, 'made-up': madeUp = 0 } = page.counts;
  const counts = { ...page.counts, asleep, 'made-up': madeUp };
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const pill = pillsOf(chosen);
  const there = OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === chosen);
  return {
    head: {
      kind: 'content',
      title: `${monthText(month, dayOfInstant(nowMs))}到会`,
      note: `${all} 人次，${IN_ORDER}`,
      pills: [
        pill('', '全部', all),
        ...there.map((outcome) => pill(outcome, OUTCOME_TEXT[outcome], counts[outcome])),
      ],
    },
    rows: page.lines.map((line, index) => ({
      key: `${line.studyId}_${line.memberId}`,
      head: line.studyId === page.lines[index - 1]?.studyId ? '' : headOf(line, page, nowMs),
      name: line.name,
      note: line.crewName ?? '没有值',
      badge: { text: ROLL_STATE_TEXT[line.state], tone: TONE[line.state] ?? 'plain' },
    })),
    nextCursor,
  };
}

const pillsOf =
  (chosen: string) =>
  (of: string, text: string, count: number): Pill => ({
    of,
    text: `${text} ${count}`,
    isOn: of === chosen,
  });

export function toPeoplePage(page: PeoplePage, month: string, nowMs: number): ListPage {
  return {
    head: {
      kind: 'content',
      title: `${monthText(month, dayOfInstant(nowMs))}应参加`,
      note: `${page.total} 人，${IN_ORDER}${burdenText(page)}`,
      pills: [],
    },
    rows: page.people.map(({ memberId, name, crewName, studies, minutes }) => ({
      key: memberId,
      head: '',
      name,
      note: `${crewName ?? '没有值'} · 请了 ${studies} 次，${minutes} 分钟`,
      badge: null,
    })),
    nextCursor: page.nextCursor,
  };
}

const burdenText = ({ burden }: PeoplePage): string =>
  burden === undefined || burden.highestMinutes === 0
    ? ''
    : `。每人约 ${burden.medianMinutes} 分钟，最多 ${burden.highestMinutes} 分钟`;

const PARTS: readonly MakeUpPart[] = ['open', 'over', 'done'];
const PART_TEXT: Readonly<Record<MakeUpPart, string>> = {
  open: '还能补',
  over: '截止了没补',
  done: '补完',
};

/** @param chosen a part; '' of what is not done */
export function toMakeUpsPage(page: MakeUpsPage, chosen: string, month: string): ListPage {
  const { nowMs, total, counts, people, nextCursor } = page;
  const pill = pillsOf(chosen);
  const { part } = partOf(chosen);
  return {
    head: {
      kind: 'content',
      title: `${monthText(month, dayOfInstant(nowMs))}补学${part === undefined ? '未完成' : PART_TEXT[part]}`,
      note: `${total} 人，${IN_ORDER}`,
      pills:
        counts === undefined
          ? []
          : [
              pill('', '未完成', counts.open + counts.over),
              ...PARTS.filter((each) => counts[each] > 0 || each === part).map((each) =>
                pill(each, PART_TEXT[each], counts[each]),
              ),
            ],
    },
    rows: people.map(({ memberId, name, crewName, makeUps }) => ({
      key: memberId,
      head: '',
      name,
      note: [crewName ?? '没有值', ...makeUps.map((makeUp) => makeUpText(makeUp, nowMs))].join(
        ' · ',
      ),
      badge: makeUps.every(({ untilAtMs, doneAtMs }) => !doneAtMs && untilAtMs <= nowMs)
        ? IS_OVER
        : null,
    })),
    nextCursor,
  };
}

const IS_OVER: Badge = { text: '已截止', tone: 'warn' };

/** '3月12日 主题党日，周五 3月27日 前补'. */
function makeUpText(makeUp: MakeUpsPage['people'][number]['makeUps'][number], nowMs: number) {
  const { untilAtMs, startAtMs, doneAtMs } = makeUp;
  const today = dayOfInstant(nowMs);
  const day = fullDayText(dayOfInstant(startAtMs), today);
  if (doneAtMs !== undefined) {
    return `${day} ${studyTitle(makeUp)}，${fullDayText(dayOfInstant(doneAtMs), today)} 补完`;
  }
  const until = lastDayText(untilAtMs, nowMs);
  return `${day} ${studyTitle(makeUp)}，${until} ${untilAtMs > nowMs ? '前补' : '截止了'}`;
}

/** The study over the first of its rows, on each page of them. */
function headOf({ studyId }: LinesPage['lines'][number], { studies }: LinesPage, nowMs: number) {
  const study = studies.find((each) => each.studyId === studyId);
  if (study === undefined) return '';
  const day = fullDayText(dayOfInstant(study.startAtMs), dayOfInstant(nowMs));
  return `${day} ${studyTitle(study)}`;
}

export function toWordsPage(page: WordPage): ListPage {
  return {
    head: {
      kind: 'content',
      title: '需要说句话的人',
      note: `${page.total} 人，每类${IN_ORDER}`,
      pills: [],
    },
    rows: toWordRows(page).map(({ memberId, head, name, crewName, notes }) => ({
      key: memberId,
      head,
      name,
      note: [crewName, ...notes].join(' · '),
      badge: null,
    })),
    nextCursor: page.nextCursor,
  };
}
