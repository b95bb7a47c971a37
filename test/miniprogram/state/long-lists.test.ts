import { toItemComments } from '../../../miniprogram/packages/channel/item/item-comments.view';
import { toView as toMyComments } from '../../../miniprogram/packages/channel/my-comments/my-comments.view';
import { toCalendarView } from '../../../miniprogram/packages/channel-office/calendar/calendar.view';
import { toView as toCommentsToCheck } from '../../../miniprogram/packages/channel-office/comments/comments.view';
import { toDueView } from '../../../miniprogram/packages/channel-office/takedown-list/takedown-list.view';
import { toView as toBoard } from '../../../miniprogram/packages/branch-office/board/board.view';
import { toView as toContest } from '../../../miniprogram/packages/contest/contest/contest.view';
import { toView as toContests } from '../../../miniprogram/packages/contest/list/list.view';
import { toShelfView } from '../../../miniprogram/packages/library/shelf/shelf.view';
import { toView as toMakeUps } from '../../../miniprogram/packages/study-office/make-ups/make-ups.view';
import { toView as toRoll } from '../../../miniprogram/packages/study-office/roll/roll.view';
import { toView as toMine } from '../../../miniprogram/packages/suggest/mine/mine.view';
import { toView as toQueue } from '../../../miniprogram/packages/suggest/queue/queue.view';
import { toDirectoryView } from '../../../miniprogram/pages/branch/branch.view';
import { aCalendar, aDeskLine, TODAY } from '../../builders/phone/channel';
import { aCommentToCheck, aShownComment } from '../../builders/phone/comments';
import { aShownContest } from '../../builders/phone/contests';
import { aLibraryRow } from '../../builders/phone/library';
import { aLine, aRoll } from '../../builders/phone/register';
import { NOW_MS } from '../../builders/phone/study';
import { aRow } from '../../builders/phone/suggestion';
import { TEST_START_MS } from '../../worlds/test-cloud';
import { MOST_BYTES, sentFor } from '../set-data';

const NOW = TEST_START_MS;
const TITLE = '关于规范全员安全学习和补学台账的几点要求'.repeat(2);
const NAME = '阿不都热合曼·买买提江·艾力';
const known = <T>(output: T) => ({ kind: 'known' as const, output, asOfAtMs: null });
const many = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));
/** As the pages of a list come, one after the other. */
const pagesOf = <T>(count: number, size: number, of: (at: number) => T, key: string) =>
  many(Math.ceil(count / size), (page) => ({
    nowMs: NOW,
    [key]: many(Math.min(size, count - page * size), (at) => of(page * size + at)),
    nextCursor: (page + 1) * size < count ? `${page}_next` : null,
  }));

/** The pages that have come, as a view; how many are in the first. */
interface List {
  readonly size: number;
  readonly view: (count: number) => object;
}

function paged<P>(
  size: number,
  key: string,
  of: (at: number) => object,
  toView: (pages: readonly [P, ...P[]]) => object,
): List {
  return {
    size,
    view: (count) => toView(pagesOf(count, size, of, key) as unknown as readonly [P, ...P[]]),
  };
}

const more = { officeName: TITLE, branchId: 'b', canWrite: true, nextMonth: '2025-04' };
const withMore = <T extends object>([first, ...rest]: readonly [T, ...T[]]) =>
  [known({ ...first, ...more }), rest] as const;

const SUGGESTION = (at: number) => aRow({ suggestionId: `s${at}`, title: TITLE, authorName: NAME });
const COMMENT = (at: number) =>
  aShownComment({
    commentId: `c${at}`,
    text: '学'.repeat(300),
    name: NAME,
    branchName: TITLE,
  });

type Of<F extends (state: never, ...rest: never[]) => unknown> = Parameters<F>[0] extends infer S
  ? Extract<S, { kind: 'known' }> extends { output: infer O }
    ? O
    : never
  : never;

const PAGED: Readonly<Record<string, List>> = {
  library: paged<Of<typeof toShelfView>>(
    30,
    'rows',
    (at) => aLibraryRow({ documentId: `d${at}`, title: TITLE, changed: TITLE, keeperName: NAME }),
    ([first, ...rest]) => {
      const counts = { all: 1000, mustRead: 0, waiting: 0, ending: 0, takenDown: 0 };
      const shelf = { ...first, isOfficer: true, counts, found: { mustRead: 0, others: 1000 } };
      return toShelfView(known(shelf), rest, { part: 'all', query: '' }, NOW);
    },
  ),
  contests: paged<Of<typeof toContests>>(
    20,
    'rows',
    (at) => ({
      ...{ contestId: `k${at}`, title: TITLE, round: 2, state: 'running', questions: 20 },
      ...{ startAtMs: NOW, endAtMs: NOW + 400_000_000 },
    }),
    (pages) => toContests(...withMore(pages), NOW),
  ),
  'suggestions of an office': paged<Of<typeof toQueue>>(30, 'suggestions', SUGGESTION, (pages) =>
    toQueue(...withMore(pages), 'owed', NOW),
  ),
  'one’s own suggestions': paged<Of<typeof toMine>>(30, 'suggestions', SUGGESTION, (pages) =>
    toMine(...withMore(pages), NOW),
  ),
  'comments under an item': paged<Parameters<typeof toItemComments>[0][number]>(
    20,
    'comments',
    COMMENT,
    (pages) => toItemComments(pages, { waitsFor: null, hasDraft: false }, NOW),
  ),
  'one’s own comments': paged<Of<typeof toMyComments>>(
    20,
    'comments',
    (at) => ({ ...COMMENT(at), itemId: 'item', itemTitle: TITLE, isGone: false }),
    (pages) => toMyComments(...withMore(pages), NOW),
  ),
  'comments to check': paged<Of<typeof toCommentsToCheck>>(
    20,
    'comments',
    (at) => aCommentToCheck({ commentId: `c${at}`, text: '学'.repeat(300), itemTitle: TITLE }),
    (pages) => toCommentsToCheck(...withMore(pages), NOW),
  ),
  'what is taken down': paged<Of<typeof toDueView>>(
    30,
    'rows',
    (at) => ({
      id: `i${at}`,
      title: TITLE,
      day: TODAY,
      branchName: TITLE,
      name: NAME,
      comments: 9,
    }),
    (pages) => toDueView(...withMore(pages), 'party'),
  ),
};

test.each(Object.entries(PAGED))(
  '%s: the first page is on the screen with the first piece, and each further one costs what it adds',
  (_name, { size, view }) => {
    const opened = sentFor(view(size));
    expect(Math.max(...opened.bytes)).toBeLessThan(MOST_BYTES);
    expect(rowsIn(opened.first)).toBeGreaterThanOrEqual(10);
    const longer = sentFor(view(1000 - size), view(1000));
    expect(Math.max(...longer.bytes)).toBeLessThan(MOST_BYTES);
    expect(longer.bytes.length).toBeLessThanOrEqual(opened.bytes.length + 1);
    expect(longer.last).toEqual(view(1000));
  },
);

const crewAt = (at: number) => ({ crewName: `${(at % 5) + 1}值` });
const PERSON = (at: number) => ({ memberId: `m${at}`, name: NAME, ...crewAt(at) });

const WHOLE: Readonly<Record<string, () => object>> = {
  'editorial calendar': () => {
    const lines = many(1000, (at) =>
      aDeskLine({ itemId: `i${at}`, title: TITLE, authorName: NAME }),
    );
    return toCalendarView(known({ ...aCalendar({}), lines }), 'party', NOW);
  },
  'make-ups of a study': () => {
    const person = (at: number) => ({
      ...PERSON(at),
      ...{ cause: 'on-duty' as const, startsAtMs: NOW_MS, untilAtMs: NOW_MS + 86_400_000 },
      ...{ doneAtMs: null, way: null, openedBy: null, note: null },
    });
    const output = {
      ...{ nowMs: NOW_MS, topic: TITLE, isFinal: true, pieces: 3, questions: 2, canOpen: true },
      ...{
        people: many(700, person),
        absent: many(300, (at) => ({ ...PERSON(700 + at), inARow: 2 })),
      },
    };
    return toMakeUps(known(output), NOW_MS, '');
  },
  'roll of a session': () => {
    const states = ['expected', 'attended', 'late', 'on-duty'] as const;
    const lines = many(1000, (at) =>
      aLine({ ...PERSON(at), state: states[at % states.length] ?? 'expected', atMs: null }),
    );
    const choice = {
      ...{ query: '', canCorrect: true, sittingId: '', memberId: '' },
      unfolded: ['attended', 'on-duty'] as const,
    };
    return toRoll(known(aRoll({ lines })), choice, NOW_MS);
  },
  'who took part in a contest': () => {
    const people = many(1000, (at) => ({ memberId: `m${at}`, name: NAME, right: at % 9 }));
    const taking = { asked: 1200, took: 1000, people, figures: null };
    return toContest(known(aShownContest({ state: 'over', taking })), null, 0, NOW);
  },
  'who does what now': () => {
    const person = (at: number) => ({
      ...{ memberId: `m${at}`, name: NAME, state: 'free' as const },
      ...{ untilAtMs: NOW_MS + 60_000, override: null },
    });
    const crews = many(5, (at) => ({
      ...{ crewId: `crew-${at}`, crewName: `${at + 1}值`, slots: [] },
      people: many(200, (of) => person(at * 200 + of)),
    }));
    return toBoard(known({ nowMs: NOW_MS, atMs: NOW_MS, crews }), true, NOW_MS);
  },
  'directory of members': () => {
    const branch = { branchId: 'b', name: TITLE, memberCount: 1000 };
    const people = many(1000, (at) => ({
      ...{ ...PERSON(at), maskedStaffNumber: 'Q****51', groupName: TITLE, crewId: null },
      ...{ roles: ['member' as const], isBound: at % 2 === 0 },
    }));
    return toDirectoryView(known({ branch, groups: [], people }), '', NOW_MS);
  },
};

test.each(Object.entries(WHOLE))(
  '%s: of a thousand the first screen comes first, in pieces below 25 KB',
  (_name, view) => {
    const { bytes, first, last } = sentFor(view());
    expect(bytes.length).toBeGreaterThan(1);
    expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
    expect(first).toMatchObject({ kind: 'content' });
    expect(rowsIn(first)).toBeGreaterThanOrEqual(10);
    expect(last).toEqual(view());
    expect(sentFor(view(), view()).bytes).toEqual([]);
  },
);

/** Of all lists of a view, also inside sections. */
function rowsIn(view: unknown): number {
  if (Array.isArray(view)) {
    const inside = view.reduce((sum: number, each) => sum + rowsIn(each), 0);
    return Math.max(view.length, inside);
  }
  if (typeof view !== 'object' || view === null) return 0;
  return Object.values(view).reduce((sum: number, each) => sum + rowsIn(each), 0);
}
