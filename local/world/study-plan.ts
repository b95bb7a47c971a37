import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { addDays, type LocalDay } from '../../domain/time/local-day';
import { DAY_CREW, demoBranches, type DemoBranch } from './organisation';
import { demoPeople } from './people';
import {
  CANCEL_REASONS,
  COMMITTEE,
  DRAFT,
  GROUP_TALKS,
  LECTURES,
  MEMBER_MEETING,
  OPEN_NOW,
  SPECIALS,
  THEME_DAYS,
  type Topic,
} from './topics';

/** A study that is to be: what, for whom, from which day on sittings are looked for, and how many at most. */
export interface PlannedStudy {
  readonly studyId: string;
  readonly branch: DemoBranch;
  readonly topic: Topic;
  readonly audience: StudyDocument['audience'];
  readonly fromDay: LocalDay;
  readonly mostSittings: number;
  readonly state: StudyDocument['state'];
  readonly cancelReason: string | null;
  /** Its first sitting takes check-ins right now. */
  readonly isOpenNow: boolean;
}

const DAYS_BACK = 90;
const DAYS_A_MONTH = 30;
const BRANCH = { kind: 'branch' } as const;

/** Three months of meetings up to `today`, one that is open, and what is coming in a week. */
export function planStudies(today: LocalDay): PlannedStudy[] {
  return demoBranches.flatMap((branch) => [
    ...[0, 1, 2].flatMap((month) => monthOf(branch, month, today)),
    ...comingOf(branch, today),
  ]);
}

function monthOf(branch: DemoBranch, month: number, today: LocalDay): PlannedStudy[] {
  const firstDay = addDays(today, month * DAYS_A_MONTH - DAYS_BACK);
  const { branchId } = branch;
  const at = (
    name: string,
    topic: Topic | undefined,
    offset: number,
    rest?: Partial<PlannedStudy>,
  ) => study(branch, `${name}-${month + 1}`, topic, addDays(firstDay, offset), rest);
  return [
    at('committee', COMMITTEE, 2, { audience: officersOf(branchId), mostSittings: 1 }),
    at('theme', THEME_DAYS[month], 7),
    at('lecture', LECTURES[month], 16),
    ...branch.teams.map(({ groupId }, index) =>
      at(`group-${groupId}`, GROUP_TALKS[month], 21 + (index % 3), {
        audience: { kind: 'groups', groupIds: [groupId] },
        mostSittings: 1,
      }),
    ),
    ...(month === 1 ? [at('meeting', MEMBER_MEETING, 11, { mostSittings: 1 })] : []),
    ...(month === 2 ? [at('special', SPECIALS[branchId], 11)] : []),
    ...(month === 2 && branchId === 'jianxiu'
      ? [
          at('extra', LECTURES[1], 20, {
            state: 'cancelled',
            cancelReason: CANCEL_REASONS.past,
            mostSittings: 1,
          }),
        ]
      : []),
  ];
}

function comingOf(branch: DemoBranch, today: LocalDay): PlannedStudy[] {
  const at = (
    name: string,
    topic: Topic | undefined,
    offset: number,
    rest?: Partial<PlannedStudy>,
  ) => study(branch, name, topic, addDays(today, offset), rest);
  const theme = at('theme-4', THEME_DAYS[3], 6);
  if (branch.branchId !== 'yunxing') return [at('lecture-4', LECTURES[2], 1), theme];
  return [
    at('open-now', OPEN_NOW, 1, { isOpenNow: true, mostSittings: 3 }),
    at('lecture-4', LECTURES[0], 4, {
      state: 'cancelled',
      cancelReason: CANCEL_REASONS.coming,
      mostSittings: 1,
    }),
    theme,
    at('draft', DRAFT, 10, { state: 'draft' }),
  ];
}

function study(
  branch: DemoBranch,
  name: string,
  topic: Topic | undefined,
  fromDay: LocalDay,
  rest: Partial<PlannedStudy> = {},
): PlannedStudy {
  if (topic === undefined) throw new Error(`no topic for ${name} of ${branch.branchId}`);
  // People on days can all come at one time; crews cannot.
  const isOnDays = branch.teams.every(({ crewId }) => crewId === DAY_CREW);
  return {
    studyId: `${branch.prefix}-${name}`,
    branch,
    topic,
    audience: BRANCH,
    fromDay,
    mostSittings: isOnDays ? 1 : 3,
    state: 'published',
    cancelReason: null,
    isOpenNow: false,
    ...rest,
  };
}

function officersOf(branchId: string): StudyDocument['audience'] {
  const officers = demoPeople.filter(
    (person) =>
      person.branchId === branchId &&
      person.roles.some((role) => role === 'secretary' || role.endsWith('-officer')),
  );
  return { kind: 'people', memberIds: officers.map(({ memberId }) => memberId) };
}
