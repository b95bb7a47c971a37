import type { FOUND_MARKS, SearchedKind } from '../../../contract/search';
import type { Role } from '../../../contract/roles';
import { foundOn, type Search } from '../../../domain/search/search-words';
import { dayOfInstant, instantOf, type LocalDay } from '../../../domain/time/local-day';
import { cameTo } from '../../_deliver/inbox-entry';
import { isForMembers } from '../../_store/content/document-standing';
import type { LibraryLine } from '../../_store/content/library-document';
import type { Member } from '../../_store/people/member-document';
import type { PlaceInList } from '../../_store/place-in-list';
import type {
  Searched,
  SearchedItem,
  SearchedNotice,
  SearchedStudy,
} from '../../_store/search/searched';
import { opensTo } from '../register/opens-to';

/** Something that was found, at its place among all that could be. */
export interface Found extends PlaceInList {
  readonly kind: SearchedKind;
  readonly title: string;
  readonly day: LocalDay;
  readonly mark: (typeof FOUND_MARKS)[number] | null;
  readonly page: string;
}

export interface Asked {
  readonly parts: Search;
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly nowMs: number;
}

/** What the caller may open and what fits; in no order. docs/rules.md#R-259 */
export function foundIn(searched: Searched, asked: Asked): readonly Found[] {
  return [
    ...searched.studies.flatMap((study) => ofStudy(study, asked)),
    ...searched.items.flatMap((item) => ofItem(item, asked)),
    ...searched.documents.flatMap((line) => ofDocument(line, asked)),
    ...searched.notices.flatMap((notice) => ofNotice(notice, asked)),
  ];
}

/** Newest first; of one instant by id. */
export const isBehind = (place: PlaceInList, other: PlaceInList): boolean =>
  other.atMs < place.atMs || (other.atMs === place.atMs && other.id < place.id);

/** None or one, as all below. */
function ofStudy({ study, line }: SearchedStudy, asked: Asked): Found[] {
  const { _id: studyId, topic: title, state, sittings, firstStartAtMs: atMs } = study;
  if (opensTo(study, line, asked.member, asked.roles, asked.nowMs) === null) return [];
  const days = sittings.map(({ startAtMs }) => dayOfInstant(startAtMs));
  const day = foundOn(asked.parts, [title], [dayOfInstant(atMs), ...days]);
  if (day === undefined) return [];
  const page =
    state === 'draft'
      ? `packages/study-office/edit-study/edit-study?studyId=${studyId}`
      : `packages/study/detail/detail?studyId=${studyId}`;
  const mark = state === 'published' ? null : state;
  return [{ id: `study-${studyId}`, kind: 'study', atMs, title, day, mark, page }];
}

function ofItem({ _id: itemId, channel: mark, title, issueDay }: SearchedItem, asked: Asked) {
  const day = foundOn(asked.parts, [title], [issueDay]);
  if (day === undefined) return [];
  const page = `packages/channel/item/item?itemId=${itemId}`;
  const atMs = instantOf(issueDay, 0);
  return [{ id: `item-${itemId}`, kind: 'item' as const, atMs, title, day, mark, page }];
}

function ofDocument(line: LibraryLine, { parts, nowMs }: Asked): Found[] {
  const { _id: documentId, current } = line;
  if (current === null || !isForMembers(line, nowMs)) return [];
  const { title, number, checkedAtMs } = current;
  const atMs = checkedAtMs ?? current.atMs;
  const day = foundOn(parts, [title, number], [dayOfInstant(atMs)]);
  if (day === undefined) return [];
  const page = `packages/library/document/document?documentId=${documentId}`;
  return [{ id: `document-${documentId}`, kind: 'document', atMs, title, day, mark: null, page }];
}

function ofNotice(notice: SearchedNotice, { parts, member, nowMs }: Asked): Found[] {
  const { messageId, title, lastAtMs: atMs } = notice;
  const came = cameTo(notice, member._id, nowMs);
  if (came === null) return [];
  const day = foundOn(parts, [title], [dayOfInstant(came.atMs)]);
  if (day === undefined) return [];
  const page = `packages/star/message/message?messageId=${messageId}`;
  return [{ id: `notice-${messageId}`, kind: 'notice', atMs, title, day, mark: null, page }];
}
