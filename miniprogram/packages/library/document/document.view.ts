import type { OutputOf } from '../../../../contract/action';
import type { libraryDocument } from '../../../../contract/content/library';
import type { ShownVersion } from '../../../../contract/content/library-shapes';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Result } from '../../../api/client';
import type { WaitsFor } from '../../../api/outbox';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { dateText } from '../../../text/when';
import { howFarRead, shortDayOf, sizeText, stateBadge, validText } from '../document-words.view';

export type LibraryDocument = OutputOf<typeof libraryDocument>;

export interface VersionView {
  readonly versionId: string;
  /** '第 2 版'. */
  readonly name: string;
  readonly note: string;
  readonly who: string;
  readonly changed: string;
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface DocumentContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly title: string;
  readonly badge: Badge | null;
  readonly facts: readonly Fact[];
  /** What changed, said above everything else; '' in a first version. */
  readonly changed: string;
  readonly changedNote: string;
  readonly gone: string;
  /** Who keeps it longer than its rule says, oldest first. */
  readonly kept: readonly string[];
  /** '' nothing can be opened. */
  readonly openText: string;
  readonly openNote: string;
  readonly openVersionId: string;
  readonly canAcknowledge: boolean;
  readonly acknowledged: string;
  /** Of an acknowledgement that waits in this phone; '' there is none. */
  readonly given: string;
  readonly offered:
    | (VersionView & {
        readonly title: string;
        readonly facts: readonly Fact[];
        readonly canCheck: boolean;
        readonly waiting: string;
        readonly returned: string;
      })
    | null;
  readonly earlier: readonly VersionView[];
  readonly read: string;
  readonly percent: number;
  readonly left: string;
  readonly isOfficer: boolean;
  readonly canReplace: boolean;
  readonly canTakeDown: boolean;
}

export type DocumentView = Placeholder | DocumentContent;

export const opening: DocumentView = { kind: 'loading' };
export const unknownDocument: Shown<LibraryDocument> = { kind: 'loading' };

/** What stands where a document was that a rule has taken down since the link was made. docs/rules.md#R-307 */
export function goneByRule(
  result: Result<typeof libraryDocument>,
): Extract<Placeholder, { kind: 'not-yours' }> | undefined {
  const atMs =
    result.ok || result.code !== 'not-found' ? undefined : result.detail['takenDownAtMs'];
  if (typeof atMs !== 'number') return undefined;
  const day = dateText(dayOfInstant(atMs));
  return {
    kind: 'not-yours',
    text: `这份文件 ${day}起看不到了：过了有效期，按规定下架。还要用，请支部负责人传新的。`,
  };
}

/**
 * @param keptIds versions whose files are on this phone
 * @param given what is said of an acknowledgement that waits in this phone
 */
export function toDocumentView(
  state: Shown<LibraryDocument>,
  keptIds: readonly string[],
  nowMs: number,
  given = '',
): DocumentView {
  if (state.kind !== 'known') return state;
  const document = state.output;
  const { current, offered, takenDown, mine, isOfficer } = document;
  const version = current ?? offered?.version;
  if (version === undefined) return { kind: 'empty', text: '这份文件还没有内容，稍后再来看。' };
  const isDown = document.state === 'taken-down';
  const { changed, size } = version;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: version.title,
    badge: stateBadge(
      {
        state: document.state,
        hasOffered: current !== null && offered?.returned === null,
        validUntilDay: version.validUntilDay,
      },
      nowMs,
    ),
    facts: factsOf(version, nowMs),
    changed: current !== null && changed !== null ? `这一版：${changed}` : '',
    changedNote: size === 'minor' ? '小改，看过上一版的不用再看。' : '',
    gone:
      takenDown === null
        ? ''
        : `${shortDayOf(takenDown.atMs, nowMs)} ${takenDown.byName}下架：${takenDown.reason}`,
    kept: (document.kept ?? []).map(
      ({ byName, atMs, untilMonth, reason }) =>
        `${shortDayOf(atMs, nowMs)} ${byName}：留到 ${untilMonth.slice(0, 4)}年${Number(untilMonth.slice(5))}月，${reason}`,
    ),
    ...openOf(current, isDown && !isOfficer, keptIds),
    canAcknowledge: given === '' && mine !== null && mine.acknowledgedAtMs === null && !isDown,
    given: mine?.acknowledgedAtMs === null ? given : '',
    acknowledged:
      mine?.acknowledgedAtMs == null ? '' : `你 ${shortDayOf(mine.acknowledgedAtMs, nowMs)} 已确认`,
    offered: offered === null || isDown ? null : offeredView(offered, nowMs),
    earlier: document.earlier.map((each) => versionView(each, nowMs)),
    ...howFarRead(document),
    isOfficer,
    canReplace: isOfficer && !isDown && (offered === null || offered.returned !== null),
    canTakeDown: isOfficer && !isDown,
  };
}

function openOf(
  current: ShownVersion | null,
  isClosed: boolean,
  keptIds: readonly string[],
): Pick<DocumentContent, 'openText' | 'openNote' | 'openVersionId'> {
  if (current === null || isClosed) return { openText: '', openNote: '', openVersionId: '' };
  const { content, versionId } = current;
  const isKept = keptIds.includes(versionId);
  if (content.kind === 'file') {
    return {
      openText: '打开',
      openNote: isKept
        ? '在手机里了，没网也能看'
        : `${sizeText(content.bytes)}，打开一次就留在手机里，没网也能看`,
      openVersionId: versionId,
    };
  }
  if (content.kind === 'link') {
    return { openText: '打开链接', openNote: content.url, openVersionId: versionId };
  }
  return { openText: '', openNote: '升级后能打开', openVersionId: '' };
}

function factsOf(version: ShownVersion, nowMs: number): readonly Fact[] {
  const { number, source, validUntilDay, edition, checkedAtMs, atMs } = version;
  const valid = validText(validUntilDay, nowMs);
  return [
    { label: '版本', value: `第 ${edition} 版 · ${shortDayOf(checkedAtMs ?? atMs, nowMs)}` },
    ...(number === null ? [] : [{ label: '文号', value: number }]),
    { label: '出处', value: source },
    ...(valid === '' ? [] : [{ label: '有效期', value: valid.replace(/^有效/u, '') }]),
    { label: '经手', value: whoText(version) },
  ];
}

function whoText({ byName, checkedByName }: ShownVersion): string {
  return checkedByName === null ? `${byName}传` : `${byName}传 · ${checkedByName}审`;
}

function versionView(version: ShownVersion, nowMs: number): VersionView {
  const { versionId, edition, changed, atMs, checkedAtMs, content } = version;
  const what = content.kind === 'file' ? content.fileName : content.kind === 'link' ? '链接' : '';
  return {
    versionId,
    name: `第 ${edition} 版`,
    note: [shortDayOf(checkedAtMs ?? atMs, nowMs), what].filter((part) => part !== '').join(' · '),
    who: whoText(version),
    changed: changed ?? '',
  };
}

function offeredView(
  { version, isOwn, returned }: NonNullable<LibraryDocument['offered']>,
  nowMs: number,
) {
  const isWaiting = returned === null;
  return {
    ...versionView(version, nowMs),
    title: version.title,
    facts: factsOf(version, nowMs).filter(({ label }) => label !== '版本'),
    canCheck: isWaiting && !isOwn,
    waiting: isWaiting && isOwn ? '你传的，要另一位支委看过才放出来。' : '',
    returned: returned === null ? '' : `${returned.byName}没有放出来：${returned.reason}`,
  };
}

export const PASS_QUESTION: Question = {
  title: '放出来',
  content: '看过了：是公开资料，没有工作秘密，不是盖章的内部件。放出来大家就看得到。',
  confirmBtn: '放出来',
  cancelBtn: '再看看',
};

export const passedText = (asked: number): string =>
  asked === 0 ? '放出来了，大家看得到。' : `放出来了，会请 ${asked} 人看完确认。`;
export const RETURNED_TEXT = '退回了，传的人会看到原因。';
export const TAKEN_DOWN_TEXT = '下架了，大家看不到了。';
export const COPIED_TEXT = '链接已复制，到浏览器里打开。';
export const NOT_COPIED_TEXT = '没有打开，再点一次。';
export const KEPT_TEXT: Readonly<Record<WaitsFor, string>> = {
  network: '没有网，先记在手机里，有网就送出。',
  update: '这个版本太旧，先记在手机里，更新后送出。',
  mending: '我们这边出了问题，先记在手机里，过一会儿自己送出。',
};

/** What a reason is asked for. */
export const REASON_SHEETS = {
  return: { title: '退回', action: '退回', hint: '哪里不合适，怎么改', note: '' },
  'take-down': {
    title: '下架',
    action: '下架',
    hint: '为什么不用了',
    note: '下架后大家看不到，支部负责人还能查。',
  },
} as const;
export type ReasonFor = keyof typeof REASON_SHEETS;
export const firstReason: ReasonFor = 'return';
export const firstSheet: (typeof REASON_SHEETS)[ReasonFor] = REASON_SHEETS.return;
