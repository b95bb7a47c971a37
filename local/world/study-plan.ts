import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import type { SittingTimes } from '../../domain/study/sitting';
import { addDays, dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { takeoverAt } from './crew-takeover';
import { DAY_CREW, demoBranches, type DemoBranch } from './organisation';
import { demoPeople } from './people';
import { branchSittingAt, crewSittingAt } from './sitting-times';
import {
  BEFORE_SHIFT,
  CANCEL_REASONS,
  COMMITTEE,
  DRAFT,
  GROUP_TALKS,
  LECTURES,
  MEMBER_MEETING,
  SPECIALS,
  THEME_DAYS,
  TRAINING,
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
  /** A sitting of it that takes check-ins right now. */
  readonly openSitting: SittingTimes | null;
}

const DAYS_BACK = 90;
const DAYS_A_MONTH = 30;
const BRANCH = { kind: 'branch' } as const;

/** Three months of meetings up to `nowMs`, one that is open, and what is coming in a week. */
export function planStudies(nowMs: number): PlannedStudy[] {
  const today = dayOfInstant(nowMs);
  return demoBranches.flatMap((branch) => [
    ...[0, 1, 2].flatMap((month) => monthOf(branch, month, today)),
    ...(branch.branchId === 'yunxing' ? openNow(branch, today, nowMs) : []),
    ...comingOf(branch, today),
  ]);
}

/**
 * What is open at any hour: when a branch can be called together its training; otherwise what the
 * crew that has just taken over studies before its shift, and then the training comes later.
 */
function openNow(branch: DemoBranch, today: LocalDay, nowMs: number): PlannedStudy[] {
  const training = (name: string, openSitting: SittingTimes | null) =>
    study(branch, name, TRAINING, addDays(today, 1), { openSitting });
  const together = branchSittingAt(nowMs, TRAINING.minutes);
  if (together !== undefined) return [training('open-now', together)];
  const takeover = takeoverAt(nowMs);
  const group = branch.teams.find(({ crewId }) => crewId === takeover.crewId);
  if (group === undefined) throw new Error(`no group of ${branch.name} follows ${takeover.crewId}`);
  const beforeShift = study(branch, 'open-now', BEFORE_SHIFT, today, {
    audience: { kind: 'groups', groupIds: [group.groupId] },
    openSitting: crewSittingAt(takeover),
    mostSittings: 1,
  });
  return [beforeShift, training('training', null)];
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
    openSitting: null,
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
