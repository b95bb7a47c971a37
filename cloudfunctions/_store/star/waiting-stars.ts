import * as v from 'valibot';
import { Id, Month } from '../../../contract/fields';
import { OFFICERS, Role, ROSTER_KEEPERS } from '../../../contract/roles';
import { monthBefore } from '../../../domain/star/star-month';
import { monthBeside } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import { MEMBERS } from '../people/member-document';
import type { Reading } from '../together';
import { NOMINATIONS } from './nominations';
import { isTheirs, type Step } from './own-matter';
import { STAR_MONTHS, StarMonthDocument } from './star-month-document';

/** A step of a month that an officer does next. docs/rules.md#R-298 */
export interface WaitingStar {
  readonly what: 'list' | 'poll' | 'round' | 'no-result' | 'decision' | 'objections';
  readonly branchId: string;
  readonly month: string;
  /** Of objections; else 1. */
  readonly count: number;
  readonly sinceAtMs: number;
}

interface Actor {
  readonly memberId: string;
  readonly branchId: string;
  readonly roles: readonly Role[];
}

/** Of a month, what says for whom it waits. */
const FIELDS = [
  '_id',
  'branchId',
  'month',
  'state',
  'plan',
  'list',
  'leftOut',
  'leftIds',
  'result',
  'decision',
  'stars',
  'noticedIds',
  'objections',
] as const;
const WAITING = documentKind(STAR_MONTHS.collection, v.pick(StarMonthDocument, FIELDS));
type Waiting = v.InferOutput<typeof WAITING.schema>;

const Agreed = v.object({ branchId: Id, month: Month, memberId: Id });
const Officer = v.object({ _id: Id, branchId: Id, roles: v.array(Role) });
type Officer = v.InferOutput<typeof Officer>;

/** What was not brought to its end by then is left. */
const MOST_MONTHS = 3;
/** Of every branch: more than an organisation has. */
const MOST_OF_ALL = 200;
const MOST_ROWS = 5000;

/**
 * Of the month that lasts and the two before it, what waits for somebody; for the committee office of every
 * branch, with the officers whose it would be there. docs/rules.md#R-298, docs/rules.md#R-284
 */
export function starReadings(
  { branchId, roles }: Omit<Actor, 'memberId'>,
  nowMs: number,
): Readonly<Record<string, Reading>> {
  const isOffice = roles.includes('committee-office');
  const last = monthBefore(nowMs);
  const months = [monthBeside(last, -1), last, monthBeside(last, 1)];
  const ofMonths = { ...(!isOffice && { branchId }), month: { $in: months } };
  const waits = [
    { state: 'preparing', 'plan.nominationsUntilAtMs': { $lte: nowMs } },
    { state: { $in: ['listed', 'counted'] } },
    { objections: { $elemMatch: { answer: null } } },
  ];
  return {
    stars: {
      from: STAR_MONTHS.collection,
      pipeline: [
        { $match: { ...ofMonths, $or: waits } },
        { $limit: isOffice ? MOST_OF_ALL : MOST_MONTHS },
        { $project: Object.fromEntries(FIELDS.map((field) => [field, 1])) },
      ],
    },
    agreed: {
      from: NOMINATIONS.collection,
      pipeline: [
        { $match: { ...ofMonths, state: 'agreed' } },
        { $limit: MOST_ROWS },
        { $project: { branchId: 1, month: 1, memberId: 1 } },
      ],
    },
    ...(isOffice && {
      officers: {
        from: MEMBERS.collection,
        pipeline: [
          { $match: { roles: { $in: OFFICERS }, leftDay: null } },
          { $limit: MOST_ROWS },
          { $project: { branchId: 1, roles: 1 } },
        ],
      },
    }),
  };
}

/**
 * The steps that are this person's to do: of their branch by their office, and for the committee office those
 * of other branches that are nobody's there; none that is their own matter. Rows of starReadings; instants.
 * docs/rules.md#R-298, docs/rules.md#R-284
 */
export function starsWaitingFor(
  actor: Actor,
  rows: Readonly<Partial<Record<string, readonly unknown[]>>>,
  nowMs: number,
): readonly WaitingStar[] {
  const agreed = v.parse(v.array(Agreed), rows['agreed'] ?? []);
  const officers = v.parse(v.array(Officer), rows['officers'] ?? []);
  return fitting(WAITING, rows['stars'] ?? []).flatMap((star) => {
    const { branchId, month } = star;
    const agreedIds = agreed
      .filter((each) => each.branchId === branchId && each.month === month)
      .map(({ memberId }) => memberId);
    const isMine = (step: Step) => isFor(actor, star, agreedIds, officers, step);
    // An objection is answered whatever comes of its notice. docs/rules.md#R-354
    const waits = [objectionsFor(star, isMine), stepIn(star, isMine, nowMs)];
    return waits.flatMap((each) => (each === null ? [] : [{ branchId, month, ...each }]));
  });
}

function isFor(
  actor: Actor,
  star: Waiting,
  agreedIds: readonly string[],
  officers: readonly Officer[],
  step: Step,
): boolean {
  if (!isTheirs(star, agreedIds, step, actor)) return false;
  if (actor.branchId === star.branchId) return true;
  return !officers.some(
    ({ _id: memberId, branchId, roles }) =>
      branchId === star.branchId && isTheirs(star, agreedIds, step, { memberId, roles }),
  );
}

const OF_KEEPERS: Step = { offices: ROSTER_KEEPERS, exceptId: null };

function stepIn(
  star: Waiting,
  isMine: (step: Step) => boolean,
  nowMs: number,
): Omit<WaitingStar, 'branchId' | 'month'> | null {
  const { state, plan, list, result, decision } = star;
  if (!isMine(OF_KEEPERS)) return null;
  if (state === 'preparing') {
    const sinceAtMs = plan.nominationsUntilAtMs;
    return sinceAtMs <= nowMs ? { what: 'list', count: 1, sinceAtMs } : null;
  }
  if (state === 'listed' && list !== null) {
    return { what: 'poll', count: 1, sinceAtMs: list.frozenAtMs };
  }
  if (state !== 'counted' || result === null) return null;
  const sinceAtMs = Math.max(result.closedAtMs, upheldMs(star));
  if (result.next === 'run-off') return { what: 'round', count: 1, sinceAtMs };
  // Another round, or no star this month: nobody was chosen whom the committee could accept.
  if (result.outcome === 'not-valid' && decision === null) {
    return { what: 'no-result', count: 1, sinceAtMs };
  }
  return decision === null ? { what: 'decision', count: 1, sinceAtMs } : null;
}

/** Nobody answers their own. docs/rules.md#R-162 */
function objectionsFor(star: Waiting, isMine: (step: Step) => boolean) {
  const open = star.objections.filter(
    ({ answer, by }) => answer === null && isMine({ offices: OFFICERS, exceptId: by.memberId }),
  );
  if (open.length === 0) return null;
  const sinceAtMs = Math.min(...open.map(({ atMs }) => atMs));
  return { what: 'objections' as const, count: open.length, sinceAtMs };
}

/** Of the last objection that was upheld: the committee decides anew from then on. */
const upheldMs = ({ objections }: Pick<Waiting, 'objections'>): number =>
  Math.max(0, ...objections.map(({ answer }) => (answer?.isUpheld === true ? answer.atMs : 0)));
