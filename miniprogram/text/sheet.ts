import type {
  ShownAssessors,
  ShownItem,
  ShownLeftOut,
  ShownProof,
  ShownSetApart,
  ShownStage,
} from '../../contract/star/sheet-shapes';
import { addDays, dayOfInstant } from '../../domain/time/local-day';
import { LEAVE_TEXT } from './roster';
import { shiftName } from './shift';
import type { Badge } from './fit';
import { clockOf, fullDayText } from './when';

const STANDING_FOR: Readonly<Record<ShownAssessors['marks'], string>> = {
  leader: '组长',
  secretary: '书记',
  'other-officer': '另一位支委',
  newer: '别人',
};
/** Of functions that do not say it yet. */
const USUAL: ShownAssessors = { marks: 'leader', settles: 'secretary' };

/** Of what a sheet waits for, as its person reads it. */
export function stageBadge(stage: ShownStage, assessors: ShownAssessors = USUAL): Badge {
  switch (stage) {
    case 'set-apart':
      return { text: '另列', tone: 'plain' };
    case 'appeal':
      return { text: '等答复', tone: 'warn' };
    case 'waits-leader':
      return { text: `等${STANDING_FOR[assessors.marks]}评`, tone: 'plain' };
    case 'waits-member':
      return { text: '等你的小结', tone: 'must' };
    case 'waits-secretary':
      return { text: `等${STANDING_FOR[assessors.settles]}定`, tone: 'plain' };
    case 'settled':
      return { text: '已定', tone: 'ok' };
    case 'newer':
      return { text: '升级后看', tone: 'plain' };
  }
}

/** Of one's own sheet, for who marks others: '自己的表自己不评，由书记来评、来定'. */
export function ownSheetText({ marks, settles }: ShownAssessors = USUAL): string {
  const [marking, settling] = [STANDING_FOR[marks], STANDING_FOR[settles]];
  return marks === settles
    ? `自己的表自己不评，由${marking}来评、来定`
    : `自己的表自己不评，由${marking}评，${settling}定`;
}

/** '87', '17.5': tenths of a point. */
export function pointsText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** '96.7', of tenths of a percent. */
export const percentText = (permille: number): string => (permille / 10).toFixed(1);

/** '4月3日 周五 24:00 前', of a term that is over at the end of that day. */
export function untilDayText(untilMs: number, nowMs: number): string {
  const day = addDays(dayOfInstant(untilMs), -1);
  return `${fullDayText(day, dayOfInstant(nowMs))} 24:00 前`;
}

/** '3月12日'. */
export function dateOf(atMs: number): string {
  const [, month = '', date = ''] = dayOfInstant(atMs).split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** What the records say of an item, in a line. */
export function countedText({ source, done, chances, leftOutCount }: ShownItem): string {
  const rest = leftOutCount > 0 && chances > 0 ? `，另有 ${leftOutCount} 次不计` : '';
  switch (source) {
    case 'attendance':
      if (done === chances) return `能来的 ${chances} 次都到了${rest}`;
      return `能来的 ${chances} 次，到了 ${done} 次${rest}`;
    case 'make-up':
      return done === chances
        ? `应补 ${chances} 次，期限内补完${rest}`
        : `应补 ${chances} 次，补了 ${done} 次${rest}`;
    case 'notes':
      return `要 ${chances} 篇，写了 ${done} 篇${leftOutCount > 0 ? `，没能参加的 ${leftOutCount} 次学习不要求写` : ''}`;
    case 'must-reads':
      return done === chances ? `${chances} 条都确认了` : `${chances} 条，确认了 ${done} 条`;
    case 'judged':
    case 'newer':
      return '';
  }
}

/** '检修现场安全新规要点，3月12日'. */
export const proofText = ({ title, atMs }: ShownProof): string => `${title}，${dateOf(atMs)}`;

/** Where a proof opens; '' nowhere. */
export function proofPage({ kind, id }: ShownProof): string {
  switch (kind) {
    case 'study':
      return `/packages/study/detail/detail?studyId=${id}`;
    case 'make-up':
      return `/packages/study/make-up/make-up?studyId=${id}`;
    case 'note':
      return `/packages/note/open/open?noteId=${id}`;
    case 'message':
      return `/packages/star/message/message?messageId=${id}`;
    case 'newer':
      return '';
  }
}

/**
 * Where it opens for who marks; '' nowhere. A note opens for a leader as for anybody of the branch: the page
 * says so where it is not shared.
 * @param readsNotes as an officer; leaders of groups are none
 */
export function officeProofPage({ kind, id }: ShownProof, readsNotes: boolean): string {
  switch (kind) {
    case 'study':
      return `/packages/study-office/roll/roll?studyId=${id}`;
    case 'make-up':
      return `/packages/study-office/make-ups/make-ups?studyId=${id}`;
    case 'note':
      return readsNotes
        ? `/packages/note-office/read/read?noteId=${id}`
        : `/packages/note/open/open?noteId=${id}`;
    case 'message':
      return `/packages/notice-office/notice-log/notice-log?messageId=${id}`;
    case 'newer':
      return '';
  }
}

/** Why an item is in no sum: of the newest that had no chance, or that there was none at all. */
export function notCountedText({ leftOut, source }: ShownItem, you: '你' | '他'): string {
  const [first] = leftOut;
  if (first !== undefined) return leftOutText(first, you);
  switch (source) {
    case 'make-up':
      return '这个月没有要补的';
    case 'must-reads':
      return '这个月没有必读';
    case 'notes':
      return '这个月没有学习可写';
    case 'attendance':
    case 'judged':
    case 'newer':
      return '这个月没有安排';
  }
}

/** '3月20日 9:00 只有一场，你当早班'. */
export function leftOutText(left: ShownLeftOut, you: '你' | '他'): string {
  const { atMs, why, shift, sittings } = left;
  const when = `${dateOf(atMs)} ${clockOf(atMs)}`;
  const which = sittings === 1 ? '只有一场' : `${sittings} 场`;
  switch (why) {
    case 'on-duty':
      return `${when} ${which}，${you}${dutyText(shift)}`;
    case 'asleep':
      return `${when} ${which}，${you}那时在睡觉或刚下夜班`;
    case 'on-leave':
      return `${dateOf(atMs)}，${you}请了假`;
    case 'away':
      return `${dateOf(atMs)}，${you}在外，没有要求参加`;
    case 'to-confirm':
      return `${dateOf(atMs)}，扫码等书记确认`;
    case 'still-open':
      return `${dateOf(atMs)}的补学还没到期，做完再算`;
    case 'not-reached':
      return `${dateOf(atMs)}送到，这个月已经过了`;
    case 'newer':
      return dateOf(atMs);
  }
}

function dutyText(shift: ShownLeftOut['shift']): string {
  if (shift === null) return '在岗';
  if (shift.override === 'training') return '在培训';
  return `当${shiftName(shift)}`;
}

/** '病假，28 天'. */
export function setApartText({ why, leaveKind, days }: ShownSetApart): string {
  if (why === 'leave') {
    const name = leaveKind === null || leaveKind === 'newer' ? '长假' : LEAVE_TEXT[leaveKind];
    return `${name}，${days} 天`;
  }
  return why === 'on-loan' ? `借调在外 ${days} 天` : `在外 ${days} 天`;
}

/** '扣 2 分', '加 3 分', '没有扣分'. */
export function markText(points: number, start: number): string {
  if (points === start) return '没有扣分';
  return points < start ? `扣 ${start - points} 分` : `加 ${points - start} 分`;
}

/** Of an item that an appeal has put back: by whom, or because nobody answered it. docs/rules.md#R-194 */
export function putBackText({ appeals, marks }: ShownItem): string {
  const last = appeals.filter(({ answer }) => answer !== null).at(-1)?.answer;
  if (last?.outcome === 'unanswered') return '申诉到时没有答复，扣分不算';
  const by = marks.at(-1)?.byName ?? '';
  return by === '' ? '申诉后改回来了' : `申诉后改回来了，${by}`;
}
