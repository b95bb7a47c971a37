import type { OutputOf } from '../../../../contract/action';
import type { studyDetail } from '../../../../contract/study/mine';
import type { ShownAudience } from '../../../../contract/people/audience';
import type { MyStudy, ShownMaterial, Study } from '../../../../contract/study/study-shapes';
import { heldSittings } from '../../../../domain/study/sitting';
import { asAnswered, type KeptReplies } from '../../../pages/studies/as-answered';
import {
  isToCome,
  openSitting,
  sittingThatMatters,
  type MySitting,
} from '../../../pages/studies/my-sitting';
import { myBadge } from '../../../text/badges';
import { chipOf, fitBadge, type Badge, type Chip } from '../../../text/fit';
import { goneLine, hasAhead, toMyLine, type MyLine } from './my-line.view';
import { toOwnNotes, type OwnNotes } from './notes.view';
import type { NoteDraft } from '../../note/note-draft';
import type { Kept, WaitsFor } from '../../../api/outbox';
import type { Shown, Placeholder } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { lastDayText } from '../../../text/make-up-errors';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { bareTopic, MATERIAL_KIND_TEXT } from '../../../text/study';
import { lengthText, momentText, nearText, spanText } from '../../../text/when';

export interface SittingRow {
  readonly sittingId: string;
  readonly when: string;
  readonly place: string;
  readonly fit: Badge | null;
  readonly chip: Chip | null;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  /** Drawn faint: over, or on duty. */
  readonly isFaint: boolean;
  readonly note: string;
}

export interface MaterialRow {
  readonly title: string;
  readonly note: string;
  readonly url: string;
  readonly icon: 'picture' | 'document';
  readonly isMustRead: boolean;
}

export interface OfficerActions {
  readonly codes: readonly { readonly sittingId: string; readonly text: string }[];
  readonly codesNote: string;
  readonly canPresent: boolean;
  readonly canEdit: boolean;
  /** Whether it has begun, so that there is something to write and to read of it. */
  readonly hasMinutes: boolean;
  /** On the sheet that asks why it is cancelled: what becomes of what. */
  readonly cancelNote: string;
}

export interface DetailView {
  readonly kindLine: string;
  readonly badge: Badge | null;
  readonly topic: string;
  readonly why: string;
  readonly minutes: string;
  readonly audience: string;
  readonly cancelled: string;
  readonly sittingsHint: string;
  readonly sittings: readonly SittingRow[];
  readonly materials: readonly MaterialRow[];
  readonly mine: MyLine | null;
  /** '' where there is nothing to make up. */
  readonly makeUp: string;
  readonly officer: OfficerActions | null;
  readonly canCheckIn: boolean;
  /** Given to the check-in page; '' when no sitting is near. */
  readonly checkInSittingId: string;
  readonly canExcuse: boolean;
  readonly canTakeBack: boolean;
  /** My notes on it, written before it or after. */
  readonly notes: OwnNotes;
  readonly hasDock: boolean;
  readonly dockLine: string;
}

const AUDIENCE_TEXT: Record<ShownAudience['kind'], string> = {
  branch: '全体党员',
  groups: '按党小组',
  crews: '按值',
  people: '指定的人',
  newer: '指定的人',
};

/**
 * @param waitsFor what my answer on this phone waits for; undefined when none does
 * @param drafts of notes, of this person on this phone
 */
export function toDetailView(
  reply: OutputOf<typeof studyDetail>,
  waitsFor?: WaitsFor,
  drafts: readonly NoteDraft[] = [],
): DetailView {
  const { study, mine, nowMs } = reply;
  const notes = toOwnNotes(study.studyId, reply.notes ?? [], drafts, nowMs);
  const isLive = study.state === 'published';
  const mayEnter = mine !== null && isLive && isToCome(mine) && hasAhead(mine, nowMs);
  // Duty and sleep excuse by themselves: docs/rules.md#R-39.
  const isAskedAnew = mine?.state === 'expected' && mine.leave?.standing === 'waiting';
  const canExcuse =
    mayEnter && mine.state === 'expected' && !isAskedAnew && hasNotBegun(mine, nowMs);
  const isAnswered = mine?.state === 'excused' || isAskedAnew || mine?.chosenSittingId != null;
  const canTakeBack = mayEnter && isAnswered && mine.isAway !== true;
  // Who chose a later sitting may still come in at the one that is open now.
  const target =
    mine === null ? undefined : (openSitting(mine, nowMs) ?? sittingThatMatters(mine, nowMs));
  return {
    kindLine: `${STUDY_KIND_TEXT[study.kind]} · ${study.branchName}`,
    badge: mine === null ? stateBadge(study) : myBadge(mine, nowMs),
    topic: bareTopic(study),
    why: study.why ?? '',
    minutes: `约 ${lengthText(study.minutes)}`,
    audience: `${AUDIENCE_TEXT[study.audience.kind]} ${study.expected} 人`,
    cancelled: cancelledText(reply),
    sittingsHint: mayEnter && study.sittings.length > 1 ? '任选一场即可' : '',
    sittings: mine === null ? bareRows(study, nowMs) : myRows(mine, mayEnter, nowMs),
    materials: study.materials.map(toMaterialRow),
    mine: mine === null ? goneLine(reply.gone) : toMyLine(mine, nowMs, waitsFor),
    makeUp: makeUpText(mine, nowMs),
    officer: toOfficerActions(reply),
    canCheckIn: mayEnter,
    checkInSittingId: target?.sittingId ?? '',
    canExcuse,
    canTakeBack,
    notes:
      mine?.isCancelled === false && reply.isElsewhere !== true ? notes : { ...notes, write: '' },
    hasDock: mayEnter,
    dockLine: mayEnter && target !== undefined ? dockLine(target, nowMs) : '',
  };
}

/** The day stands already with the opening, unless lateness begins on another one. */
const lateAtOpening = ({ opensAtMs, lateAfterAtMs }: MySitting): string =>
  `${nearText(lateAfterAtMs, opensAtMs)} 后算迟到`;

function stateBadge(study: Study): Badge | null {
  switch (study.state) {
    case 'draft':
      return { text: '草稿', tone: 'plain' };
    case 'cancelled':
      return { text: '已取消', tone: 'plain' };
    case 'published':
    case 'newer':
      return null;
  }
}

/** What is left of a cancelled study, and why it is; '' while it stands. */
function cancelledText({ study, mine, canPresent }: OutputOf<typeof studyDetail>): string {
  if (study.state !== 'cancelled') return '';
  const reason = `原因：${study.cancelReason ?? '没有写原因'}`;
  if (mine?.isCancelled === false) return `这次学习后来取消了，你已签到，记录不变。${reason}`;
  if (!canPresent || heldSittings(study.sittings).length === 0) {
    return `这次学习已取消，不用来了，也不算缺席。${reason}`;
  }
  return `这次学习后来取消了，签过到的人记录不变，没来的不算缺席。${reason}`;
}

/** '13:45 起可签到，14:15 后算迟到', and once it is open when it ends. */
function dockLine(sitting: MySitting, nowMs: number): string {
  const late = `${nearText(sitting.lateAfterAtMs, nowMs)} 后算迟到`;
  const closes = `${nearText(sitting.closesAtMs, nowMs)} 截止`;
  if (nowMs >= sitting.lateAfterAtMs) return `现在签到算迟到，${closes}`;
  if (nowMs >= sitting.opensAtMs) return `现在可以签到，${late}，${closes}`;
  return `${nearText(sitting.opensAtMs, nowMs)} 起可签到，${lateAtOpening(sitting)}`;
}

/** Leave is asked before the study starts: before the chosen sitting, else before the last one. */
function hasNotBegun(mine: MyStudy, nowMs: number): boolean {
  const chosen = mine.sittings.find((sitting) => sitting.sittingId === mine.chosenSittingId);
  const startAtMs = chosen?.startAtMs ?? Math.max(...mine.sittings.map((each) => each.startAtMs));
  return nowMs < startAtMs;
}

function makeUpText(mine: MyStudy | null, nowMs: number): string {
  const makeUp = mine?.makeUp;
  if (makeUp === undefined) return '';
  if (makeUp.doneAtMs !== null) return '已经补完，可以再看看';
  const last = lastDayText(makeUp.untilAtMs, nowMs);
  return makeUp.untilAtMs <= nowMs ? `${last} 24:00 已经截止` : `${last} 24:00 前，随时可以停`;
}

function myRows(mine: MyStudy, mayEnter: boolean, nowMs: number): readonly SittingRow[] {
  return mine.sittings.map((sitting) => {
    const isOver = nowMs >= sitting.closesAtMs;
    const isChosen = sitting.sittingId === mine.chosenSittingId && mine.state !== 'excused';
    const isOnDuty = sitting.fit === 'on-duty';
    return {
      sittingId: sitting.sittingId,
      when: spanText(sitting.startAtMs, sitting.endAtMs, nowMs),
      place: sitting.place,
      fit: isOver || mine.isCancelled ? null : fitBadge(sitting, mine.sittings.length > 1),
      chip: chipOf(sitting.shift),
      isChosen,
      canChoose: mayEnter && !isOver && !isOnDuty,
      isFaint: isOver || isOnDuty || mine.isCancelled,
      note: isOver ? '已结束' : isChosen ? '已选' : '',
    };
  });
}

function bareRows(study: Study, nowMs: number): readonly SittingRow[] {
  const held = heldSittings(study.sittings);
  return study.sittings.map((sitting) => {
    const isOver = nowMs >= (sitting.closedAtMs ?? sitting.closesAtMs);
    const isOff = study.state === 'cancelled' && !held.includes(sitting);
    return {
      sittingId: sitting.sittingId,
      when: spanText(sitting.startAtMs, sitting.endAtMs, nowMs),
      place: sitting.place,
      fit: null,
      chip: null,
      isChosen: false,
      canChoose: false,
      isFaint: isOver || isOff,
      note: isOff ? '已取消' : isOver ? '已结束' : '',
    };
  });
}

function toMaterialRow(material: ShownMaterial): MaterialRow {
  const minutes = material.minutes > 0 ? ` · 约 ${lengthText(material.minutes)}` : '';
  return {
    title: material.title,
    note: `${MATERIAL_KIND_TEXT[material.kind]}${minutes}`,
    url: material.url,
    icon: material.kind === 'pictures' ? 'picture' : 'document',
    isMustRead: material.isMustRead,
  };
}

function toOfficerActions(reply: OutputOf<typeof studyDetail>): OfficerActions | null {
  const { study, nowMs, canPresent, canEdit } = reply;
  if (!canPresent && !canEdit) return null;
  const ahead = study.sittings.filter(
    (sitting) => sitting.closedAtMs === null && nowMs < sitting.closesAtMs,
  );
  const open = ahead.filter((sitting) => sitting.opensAtMs <= nowMs);
  // While a sitting is open nobody comes in by the code of one that is not.
  const codes = (open.length > 0 ? open : ahead).map((sitting) => ({
    sittingId: sitting.sittingId,
    text: `${momentText(sitting.startAtMs, nowMs)} ${sitting.place}`,
  }));
  return {
    codes: canPresent && study.state === 'published' ? codes : [],
    codesNote: codes.length === 1 ? (codes[0]?.text ?? '') : `${codes.length} 场可选`,
    canPresent: canPresent && study.state !== 'draft',
    canEdit:
      canEdit && study.state !== 'cancelled' && (ahead.length > 0 || study.state === 'draft'),
    hasMinutes: study.sittings.some(({ startAtMs }) => startAtMs <= nowMs),
    cancelNote: cancelNote(study, nowMs),
  };
}

function cancelNote({ sittings, state }: Study, nowMs: number): string {
  const isOut = state === 'published';
  if (isOut && sittings.some(({ startAtMs }) => startAtMs <= nowMs)) {
    return '取消后不能恢复。已经开了的场次里签过到的人，记录不变；没签到的会看到原因，不算缺席。';
  }
  return isOut && sittings.some(({ opensAtMs }) => opensAtMs <= nowMs)
    ? '取消后不能恢复。还没开始，签过到的人也不算参加。名单里的人会看到原因，不算缺席。'
    : '取消后不能恢复。名单里的人会看到原因，不算缺席。';
}

export interface DetailContent extends DetailView {
  readonly kind: 'content';
  readonly offline: string;
}

export function toView(
  state: Shown<OutputOf<typeof studyDetail>>,
  replies: KeptReplies,
  kept: Kept,
  nowMs: number,
  drafts: readonly NoteDraft[] = [],
): Placeholder | DetailContent {
  if (state.kind !== 'known') return state;
  // What was remembered is shown as it stands now, not as it stood then.
  const { mine, ...output } = state.output;
  const answered = mine === null ? null : asAnswered(mine, replies, nowMs);
  // Of an answer that was taken back there is nothing to say but that it is gone.
  const isSaid =
    answered !== null &&
    answered !== mine &&
    replies.has(answered.studyId) &&
    (answered.repliedAtMs !== null || answered.state === 'to-confirm');
  const waitsFor = isSaid ? kept.waitsFor : undefined;
  const view = toDetailView({ ...output, mine: answered, nowMs }, waitsFor, drafts);
  return { kind: 'content', ...view, offline: offlineText(state.asOfAtMs, nowMs, kept) };
}

export const COPIED_TEXT = '链接已复制，在浏览器里打开';

export const unknownDetail: Shown<OutputOf<typeof studyDetail>> = { kind: 'loading' };
export const opening: Placeholder | DetailContent = { kind: 'loading' };
