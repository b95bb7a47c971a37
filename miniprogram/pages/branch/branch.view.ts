import type { OutputOf } from '../../../contract/action';
import type { Me } from '../../../contract/people/hello';
import type { branches, directory, Person } from '../../../contract/people/member';
import {
  holdsOneOf,
  OFFICERS,
  PRESENTERS,
  ROSTER_KEEPERS,
  type Role,
} from '../../../contract/roles';
import type { branchStudies } from '../../../contract/study/writing';
import { STUDY_KINDS, type StudyKind } from '../../../domain/study/study-kinds';
import { hasInIt } from '../../../domain/words/bare-name';
import type { Shown, Placeholder } from '../../state/shown';
import { crewPlace } from '../../text/crew-order';
import type { Badge } from '../../text/fit';
import { offlineText } from '../../text/offline';
import { ROLE_TEXT } from '../../text/roles';
import { STUDY_KIND_TEXT } from '../../../contract/study/study-kinds.text';
import { momentText } from '../../text/when';

type Directory = OutputOf<typeof directory>;
type StudyPage = OutputOf<typeof branchStudies>;

export interface Rights {
  readonly canPresent: boolean;
  readonly canKeep: boolean;
  readonly seesAll: boolean;
  /** Pages of officers that are the person's. */
  readonly doors: readonly Door[];
}

interface Door {
  readonly page: string;
  readonly icon: string;
  readonly text: string;
}

const OF_PRESENTERS: readonly Door[] = [
  { page: 'branch-office/board/board', icon: 'clock', text: '值班看板' },
  { page: 'notice-office/notice/notice', icon: 'message', text: '发通知' },
  { page: 'notice-office/notice-log/notice-log', icon: 'list', text: '通知送达' },
];
const OF_OFFICERS: readonly Door[] = [
  { page: 'branch-office/dashboard/dashboard', icon: 'chart', text: '看板' },
  { page: 'note-office/notes/notes', icon: 'pencil', text: '心得和投稿' },
];
const OF_EDITORS: readonly Door[] = [
  { page: 'channel-office/desk/desk', icon: 'wind', text: '编辑台' },
];
const EDITORS: readonly Role[] = OFFICERS.filter((role) => role !== 'organisation-officer');
const OF_OFFICE: readonly Door[] = [
  { page: 'branch-office/rotation/rotation', icon: 'calendar', text: '排班设置' },
];

/** What the person may do here, for showing doors; the server decides again. */
export function rightsOf(me: Me | null | undefined): Rights {
  const has = (roles: readonly Role[]) => holdsOneOf(me?.roles ?? [], roles);
  const canPresent = has(PRESENTERS);
  const seesAll = has(['committee-office']);
  return {
    canPresent,
    canKeep: has(ROSTER_KEEPERS),
    seesAll,
    doors: [
      ...(canPresent ? OF_PRESENTERS : []),
      ...(has(OFFICERS) ? OF_OFFICERS : []),
      ...(has(EDITORS) ? OF_EDITORS : []),
      ...(seesAll ? OF_OFFICE : []),
    ],
  };
}

export interface PersonRow {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly note: string;
  readonly badges: readonly string[];
  readonly isUnbound: boolean;
}

export interface CrewSection {
  readonly title: string;
  readonly people: readonly PersonRow[];
}

export interface DirectoryContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly sections: readonly CrewSection[];
  readonly isSearchEmpty: boolean;
  readonly offline: string;
}

/** The branch by crews, as people know each other; those of no crew last. */
export function toDirectoryView(
  state: Shown<Directory>,
  query: string,
  nowMs: number,
): Placeholder | DirectoryContent {
  if (state.kind !== 'known') return state;
  const { branch, people } = state.output;
  const found = people.filter(({ name, crewName, groupName }) =>
    hasInIt([name, crewName, groupName], query),
  );
  return {
    kind: 'content',
    title: branch.name,
    note: noteOf(people),
    sections: sectionsOf(found),
    isSearchEmpty: found.length === 0,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

function noteOf(people: readonly Person[]): string {
  const unbound = people.filter((person) => !person.isBound).length;
  const rest = unbound === 0 ? '都已绑定' : `${unbound} 人还没绑定`;
  return `${people.length} 人，${rest}`;
}

const NO_CREW = '其他';

function sectionsOf(people: readonly Person[]): readonly CrewSection[] {
  const crews = [...new Set(people.map((person) => person.crewName ?? NO_CREW))];
  return crews
    .sort((a, b) => Number(a === NO_CREW) - Number(b === NO_CREW) || crewPlace(a) - crewPlace(b))
    .map((crew) => {
      const members = people.filter((person) => (person.crewName ?? NO_CREW) === crew);
      return { title: `${crew} ${members.length} 人`, people: members.map(toRow) };
    });
}

function toRow(person: Person): PersonRow {
  return {
    memberId: person.memberId,
    initial: person.name.slice(0, 1),
    name: person.name,
    note: [person.groupName, `工号 ${person.maskedStaffNumber}`]
      .filter((part) => part !== null)
      .join(' · '),
    badges: person.roles.filter((role) => role !== 'member').map((role) => ROLE_TEXT[role]),
    isUnbound: !person.isBound,
  };
}

export interface StudyRow {
  readonly studyId: string;
  readonly topic: string;
  readonly note: string;
  readonly count: string;
  readonly badge: Badge;
  readonly isDraft: boolean;
}

export interface StudiesContent {
  readonly kind: 'content';
  readonly rows: readonly StudyRow[];
  readonly hasMore: boolean;
}

/** The studies of the branch with their counts, newest first. */
export function toStudiesView(
  pages: readonly StudyPage[],
  nowMs: number,
): Placeholder | StudiesContent {
  const rows = pages.flatMap((page) => page.studies.map((study) => toStudyRow(study, nowMs)));
  if (rows.length === 0) {
    return { kind: 'empty', text: '支部还没有学习。组织一次，大家的签到和请假都会记在这里。' };
  }
  return { kind: 'content', rows, hasMore: pages.at(-1)?.nextCursor !== null };
}

function toStudyRow(study: StudyPage['studies'][number], nowMs: number): StudyRow {
  const start = study.firstStartAtMs === null ? '' : momentText(study.firstStartAtMs, nowMs);
  const sittings = study.sittings > 1 ? `${study.sittings} 场` : '';
  const { madeUp = 0 } = study;
  const beside = madeUp > 0 ? `补学 ${madeUp}` : '';
  return {
    studyId: study.studyId,
    topic: study.topic,
    note: [kindText(study), start, sittings, beside].filter((part) => part !== '').join(' · '),
    count: study.state === 'published' ? `${study.attended}/${study.expected}` : '',
    badge: stateBadge(study, nowMs),
    isDraft: study.state === 'draft',
  };
}

function stateBadge(study: StudyPage['studies'][number], nowMs: number): Badge {
  if (study.state === 'draft') return { text: '草稿', tone: 'plain' };
  if (study.state === 'cancelled') return { text: '已取消', tone: 'plain' };
  if (study.isFinal) return { text: '已定稿', tone: 'plain' };
  const isStarted = study.firstStartAtMs !== null && study.firstStartAtMs <= nowMs;
  const hasBegun = isStarted || study.attended > 0;
  return hasBegun ? { text: '进行中', tone: 'ok' } : { text: '未开始', tone: 'warn' };
}

/** Nothing when the topic says it already. */
function kindText({ kind, topic }: StudyPage['studies'][number]): string {
  const known = STUDY_KINDS.find((each): each is StudyKind => each === kind);
  const text = known === undefined ? '' : STUDY_KIND_TEXT[known];
  return topic.includes(text) ? '' : text;
}

export interface BranchChoice {
  readonly branchId: string;
  readonly text: string;
}

/** For the committee office, which sees every branch. */
export function branchChoices(reply: OutputOf<typeof branches>): readonly BranchChoice[] {
  return reply.branches.map((branch) => ({ branchId: branch.branchId, text: branch.name }));
}

export type Part = 'studies' | 'people';

export const firstPart: Part = 'people';
export const opening: Placeholder | DirectoryContent = { kind: 'loading' };
export const openingStudies: Placeholder | StudiesContent = { kind: 'loading' };
export const unknownPeople: Shown<Directory> = { kind: 'loading' };
