import type { MyRecord, RecordKind } from '../../../contract/people/my-records';
import { collection, command, type Page } from '../database';
import type { DocumentKind, DocumentSchema } from '../document-kind';
import { COMMENTATOR_TERMS } from '../content/commentator-terms';
import { ITEM_COMMENTS } from '../content/comment-document';
import { CONTEST_ENTRIES, CONTESTS, type ContestDocument } from '../content/contest-document';
import { CHANNEL_DUTIES } from '../content/duties';
import { ITEMS } from '../content/item-document';
import { LECTURES, type LectureDocument } from '../content/lecture-document';
import { countedMarks, hasPanel, lectureStateOf } from '../content/lecture-standing';
import { LIBRARY_DOCUMENTS, type StoredVersion } from '../content/library-document';
import { NOMINATIONS } from '../star/nominations';
import { POLLS } from '../star/poll-document';
import type * as v from 'valibot';

/** Documents of one kind that speak of somebody, and what of them is theirs to read. */
interface Source {
  /** How many. */
  readonly count: (memberId: string) => Promise<number>;
  /** A page of them by id, those behind `after`. */
  readonly page: (memberId: string, after: string, nowMs: number) => Promise<RecordsPage>;
}
interface RecordsPage {
  readonly records: readonly MyRecord[];
  readonly nextCursor: string | null;
}

/** A manuscript is long: so many are well under what one answer may be. */
const PAGE = 20;

type Match = Readonly<Record<string, unknown>>;

function source<S extends DocumentSchema>(
  kind: DocumentKind<S>,
  speakOf: (memberId: string) => readonly [Match, ...Match[]],
  toRecords: (
    documents: readonly v.InferOutput<S>[],
    memberId: string,
    nowMs: number,
  ) => readonly MyRecord[] | Promise<readonly MyRecord[]>,
): Source {
  const any = ([first, ...more]: readonly [Match, ...Match[]]) =>
    more.length === 0 ? first : command.anyOf(first, ...more);
  return {
    count: (memberId) => collection(kind).count(any(speakOf(memberId))),
    page: async (memberId, after, nowMs) => {
      const [first, ...more] = speakOf(memberId);
      const behind = (match: Match) => ({ ...match, _id: command.gt(after) });
      const query = any([behind(first), ...more.map(behind)]);
      const page: Page<v.InferOutput<S>> = await collection(kind).page(query, {
        orderBy: { _id: 'asc' },
        limit: PAGE,
      });
      const { documents, isLast } = page;
      return {
        records: await toRecords(documents, memberId, nowMs),
        nextCursor: isLast ? null : (documents.at(-1)?._id ?? null),
      };
    },
  };
}

/** Words that were written, without those that were left out. */
const written = (...words: readonly (string | null | undefined)[]): string[] =>
  words.filter((each) => each !== null && each !== undefined && each !== '') as string[];

const markOf = ({ points, reason }: { readonly points: number; readonly reason: string }): string =>
  `${points} ${reason}`.trim();

/** As who has entered it reads them, never before it is judged. docs/rules.md#R-302, docs/rules.md#R-305 */
function marksTold(
  contest: ContestDocument,
  lecture: LectureDocument,
  nowMs: number,
): readonly string[] {
  if (!hasPanel(contest) || lectureStateOf(contest, contest.panel, nowMs) !== 'judged') return [];
  const { panel } = contest;
  const titles = new Map(panel.criteria.map(({ criterionId, title }) => [criterionId, title]));
  return countedMarks(panel, lecture).flatMap(({ name, marks }) =>
    marks.map((mark) => written(name, titles.get(mark.criterionId), markOf(mark)).join(' ')),
  );
}

const SOURCES: Readonly<Record<RecordKind, Source>> = {
  /** That they stood on the roll; whether they voted is nowhere to be read. */
  poll: source(
    POLLS,
    (memberId) => [{ roll: memberId }],
    (polls) =>
      polls.map(({ month, round, openedAtMs }) => {
        return { atMs: openedAtMs, when: [month], of: String(round), words: [] };
      }),
  ),
  /** By whom only where the nominated is told. */
  nomination: source(
    NOMINATIONS,
    (memberId) => [{ memberId }],
    (nominations) =>
      nominations.map(({ month, isNamed, by, deeds, remark, atMs }) => {
        return { atMs, when: [month], of: isNamed ? by.name : '', words: written(deeds, remark) };
      }),
  ),
  'channel-item': source(
    ITEMS,
    (memberId) => [{ 'writers.memberId': memberId }],
    (items, memberId) =>
      items.map(({ title, line, byline, link, source: from, sinceAtMs, earlier = [] }) => {
        // Their own that others have saved over.
        const own = earlier.filter(({ by }) => by.memberId === memberId);
        const before = own.flatMap((each) => [each.title, each.line, each.byline, each.source]);
        const words = written(line, byline, link, from, ...before);
        return { atMs: sinceAtMs, when: [], of: title, words };
      }),
  ),
  /** What was chosen, in the words of the questions; not what is right. */
  contest: source(
    CONTEST_ENTRIES,
    (memberId) => [{ memberId }],
    async (entries) => {
      const ids = entries.map(({ contestId }) => contestId);
      const contests = await collection(CONTESTS).find({ _id: command.in(ids) });
      return entries.map(({ contestId, answers, handedInAtMs }) => {
        const contest = contests.find(({ _id }) => _id === contestId);
        const words = answers.flatMap(({ questionId, chosen }) => {
          const question = contest?.questions.find((each) => each.questionId === questionId);
          const options =
            question?.options.filter(({ optionId }) => chosen.includes(optionId)) ?? [];
          return written(question?.text, ...options.map(({ text }) => text));
        });
        const atMs = handedInAtMs ?? answers.at(-1)?.atMs ?? 0;
        return { atMs, when: [], of: contest?.title ?? '', words };
      });
    },
  ),
  /** Their own manuscript with what the panel gave it once it is judged; of others only what they have marked. */
  lecture: source(
    LECTURES,
    (memberId) => [{ memberId }, { 'marks.judgeId': memberId }],
    async (lectures, memberId, nowMs) => {
      const ids = lectures.map(({ contestId }) => contestId);
      const contests = await collection(CONTESTS).find({ _id: command.in(ids) });
      return lectures.map((lecture) => {
        const { memberId: ownerId, title, outline, writtenAtMs, marks, contestId } = lecture;
        const own = marks.find(({ judgeId }) => judgeId === memberId);
        const isOwner = ownerId === memberId;
        const contest = contests.find(({ _id }) => _id === contestId);
        const got = isOwner && contest !== undefined ? marksTold(contest, lecture, nowMs) : [];
        return {
          atMs: isOwner ? writtenAtMs : (own?.atMs ?? writtenAtMs),
          when: [],
          of: title,
          words: isOwner ? written(outline, ...got) : (own?.marks.map(markOf) ?? []),
        };
      });
    },
  ),
  comment: source(
    ITEM_COMMENTS,
    (memberId) => [{ 'by.memberId': memberId }, { 'answers.by.memberId': memberId }],
    (comments, memberId) =>
      comments.map(({ by, text, itemTitle, answers, saidAtMs }) => {
        const own = answers.filter((answer) => answer.by.memberId === memberId);
        const isOwner = by.memberId === memberId;
        const atMs = isOwner ? saidAtMs : (own[0]?.saidAtMs ?? saidAtMs);
        const words = written(isOwner ? text : null, ...own.map((answer) => answer.text));
        return { atMs, when: [], of: itemTitle, words };
      }),
  ),
  'commentator-term': source(
    COMMENTATOR_TERMS,
    (memberId) => [{ memberId }],
    (terms) =>
      terms.map(({ appointedAtMs, fromDay, toDay, appointedBy }) => {
        return { atMs: appointedAtMs, when: [fromDay, toDay], of: appointedBy.name, words: [] };
      }),
  ),
  'channel-duty': source(
    CHANNEL_DUTIES,
    (memberId) => [{ 'steps.to.memberId': memberId }, { 'steps.by.memberId': memberId }],
    (duties, memberId) =>
      duties.map(({ channel, day, steps }) => {
        const own = steps.filter(
          ({ by, to }) => to?.memberId === memberId || by.memberId === memberId,
        );
        return { atMs: own.at(-1)?.atMs ?? 0, when: [day], of: channel, words: [] };
      }),
  ),
  /** One a document, with the words of each version of theirs, the newest first. */
  'library-document': source(
    LIBRARY_DOCUMENTS,
    (memberId) => [
      { 'current.by.memberId': memberId },
      { 'offered.version.by.memberId': memberId },
      { 'earlier.by.memberId': memberId },
    ],
    (documents, memberId) =>
      documents.flatMap(({ current, offered, earlier }) => {
        const [newest, ...before] = [offered?.version, current, ...earlier].filter(
          (version): version is StoredVersion => version?.by.memberId === memberId,
        );
        if (newest === undefined) return [];
        const wordsOf = ({ number, source: from, changed }: StoredVersion) =>
          written(number, from, changed);
        const words = [
          ...wordsOf(newest),
          ...before.flatMap((version) => [version.title, ...wordsOf(version)]),
        ];
        return { atMs: newest.atMs, when: [], of: newest.title, words };
      }),
  ),
};

/** How many documents of the kind speak of a member. */
export const countRecordsOf = (what: RecordKind, memberId: string): Promise<number> =>
  SOURCES[what].count(memberId);

/** A page of what they say of the member at `nowMs`, by id; `after`: the cursor of the page before. */
export const recordsOf = (
  what: RecordKind,
  memberId: string,
  after: string | undefined,
  nowMs: number,
): Promise<RecordsPage> => SOURCES[what].page(memberId, after ?? '', nowMs);
