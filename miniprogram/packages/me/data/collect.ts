import type { OutputOf } from '../../../../contract/action';
import { whoLooked } from '../../../../contract/branch/audit';
import { mySuggestions, suggestionDetail } from '../../../../contract/content/raising';
import type { SuggestionDetail } from '../../../../contract/content/suggestion-shapes';
import { inbox, type InboxItem } from '../../../../contract/notice/inbox';
import { preferences } from '../../../../contract/notice/preferences';
import type { NoteDetail } from '../../../../contract/note/note-shapes';
import { myResponses } from '../../../../contract/note/exchange';
import { myNotes, noteDetail } from '../../../../contract/note/writing';
import { myDataAsks, type MyDataAsk } from '../../../../contract/people/data-asks';
import type { myData } from '../../../../contract/people/member';
import {
  myRecords,
  RECORD_KINDS,
  type MyRecord,
  type RecordKind,
} from '../../../../contract/people/my-records';
import { myRoster } from '../../../../contract/roster/roster';
import type { Change, Swap } from '../../../../contract/roster/roster-shapes';
import { mySheet } from '../../../../contract/star/assessment';
import { myReview } from '../../../../contract/star/reviews';
import type { Sheet } from '../../../../contract/star/sheet-shapes';
import { forgottenBefore, KEPT_YEARS, type YearsKept } from '../../../../domain/people/retention';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import { call } from '../../../api/client';
import { at, each, named, pages, type Read } from './all-pages';
import { collectStudies, type CollectedStudies } from './collect-studies';

export type MyData = OutputOf<typeof myData>;
export type Preferences = OutputOf<typeof preferences>;
export type MyResponse = OutputOf<typeof myResponses>['responses'][number];
export type Review = OutputOf<typeof myReview>;

/** What is stored of a member, as their own pages show it. */
export interface Collected extends CollectedStudies {
  readonly data: MyData;
  readonly preferences: Preferences;
  readonly changes: readonly Change[];
  readonly swaps: readonly Swap[];
  readonly notes: readonly NoteDetail[];
  readonly responses: readonly MyResponse[];
  readonly suggestions: readonly SuggestionDetail[];
  readonly sheets: readonly Sheet[];
  readonly reviews: readonly Review[];
  readonly messages: readonly InboxItem[];
  readonly looked: readonly OutputOf<typeof whoLooked>['entries'][number][];
  readonly asks: readonly MyDataAsk[];
  /** What no page shows all of, kind by kind; of each there is one at least. */
  readonly records: readonly KindOfRecords[];
}

export interface KindOfRecords {
  readonly what: RecordKind;
  readonly records: readonly MyRecord[];
}

/** One question after the other; the first that is not answered ends it. */
export async function collect(data: MyData, nowMs: number): Promise<Read<Collected>> {
  const studies = await collectStudies(data.kept, nowMs);
  if (!studies.ok) return studies;
  const roster = await rosterOf(nowMs);
  if (!roster.ok) return roster;
  const own = await call(preferences, {});
  if (!own.ok) return own;
  const notes = await notesOf();
  if (!notes.ok) return notes;
  const responses = await responsesOf(data);
  if (!responses.ok) return responses;
  const suggestions = await suggestionsOf();
  if (!suggestions.ok) return suggestions;
  const sheets = await sheetsOf();
  if (!sheets.ok) return sheets;
  const reviews = await reviewsOf(sheets.output, nowMs);
  if (!reviews.ok) return reviews;
  const messages = await pages(async (cursor) => named(await call(inbox, at(cursor)), 'items'));
  if (!messages.ok) return messages;
  const looked = await pages(async (cursor) => named(await call(whoLooked, at(cursor)), 'entries'));
  if (!looked.ok) return looked;
  const asks = await pages(async (cursor) => named(await call(myDataAsks, at(cursor)), 'asks'));
  if (!asks.ok) return asks;
  const records = await recordsOf(data);
  if (!records.ok) return records;
  const responded = { responses: responses.output };
  const written = { notes: notes.output, suggestions: suggestions.output, ...responded };
  const assessed = { sheets: sheets.output, reviews: reviews.output };
  const lists = {
    messages: messages.output,
    looked: looked.output,
    asks: asks.output,
    records: records.output,
  };
  return {
    ok: true,
    output: {
      ...{ data, preferences: own.output, ...studies.output, ...roster.output },
      ...{ ...written, ...assessed, ...lists },
    },
  };
}

/** Whatever an office has chosen: nothing older is there. */
const longest: YearsKept = (thing) => KEPT_YEARS[thing].most;

/**
 * All changes and swaps that are kept: an answer has what ends in its month or later, of swaps the
 * earliest, so that it is asked on from the last of them.
 */
async function rosterOf(nowMs: number): Promise<Read<Pick<Collected, 'changes' | 'swaps'>>> {
  const changes = new Map<string, Change>();
  const swaps = new Map<string, Swap>();
  for (let month = monthOf(dayOfInstant(forgottenBefore('swap', nowMs, longest) ?? nowMs)); ;) {
    const read = await call(myRoster, { month });
    if (!read.ok) return read;
    for (const change of read.output.changes) changes.set(change.overrideId, change);
    const fresh = read.output.swaps.filter(({ swapId }) => !swaps.has(swapId));
    for (const swap of fresh) swaps.set(swap.swapId, swap);
    const lastDay = fresh.flatMap(({ days }) => days).reduce((a, b) => (a > b ? a : b), '');
    if (lastDay === '') {
      return { ok: true, output: { changes: [...changes.values()], swaps: [...swaps.values()] } };
    }
    month = lastDay.slice(0, 7);
  }
}

async function notesOf(): Promise<Read<readonly NoteDetail[]>> {
  const rows = await pages(async (cursor) => named(await call(myNotes, at(cursor)), 'notes'));
  if (!rows.ok) return rows;
  return each(rows.output, async ({ noteId }) => {
    const read = await call(noteDetail, { noteId });
    return read.ok ? { ok: true, output: read.output.note } : read;
  });
}

/** Functions that are older know of none, and are not asked. */
async function responsesOf({ kept }: MyData): Promise<Read<readonly MyResponse[]>> {
  if (!kept.some(({ what }) => what === 'note-response')) return { ok: true, output: [] };
  return pages(async (cursor) => named(await call(myResponses, at(cursor)), 'responses'));
}

async function suggestionsOf(): Promise<Read<readonly SuggestionDetail[]>> {
  const rows = await pages(async (cursor) =>
    named(await call(mySuggestions, at(cursor)), 'suggestions'),
  );
  if (!rows.ok) return rows;
  return each(rows.output, async ({ suggestionId }) => {
    const read = await call(suggestionDetail, { suggestionId });
    if (read.ok) return { ok: true, output: read.output.suggestion };
    // Since the list was read.
    const code = read.code === 'taken-back' ? 'not-found' : read.code;
    return { ...read, code };
  });
}

/** Likewise: functions that are older count no documents of the library. */
async function recordsOf({ kept }: MyData): Promise<Read<readonly KindOfRecords[]>> {
  const isKnown = kept.some(({ what }) => what === 'library-document');
  const there = RECORD_KINDS.filter((kind) =>
    kept.some(({ what, count }) => isKnown && what === kind && count > 0),
  );
  return each(there, async (what) => {
    const read = await pages(async (cursor) =>
      named(await call(myRecords, { what, ...at(cursor) }), 'records'),
    );
    return read.ok ? { ok: true, output: { what, records: read.output } } : read;
  });
}

/** The newest, then the one before. */
async function sheetsOf(): Promise<Read<readonly Sheet[]>> {
  const sheets: Sheet[] = [];
  for (let month: string | null | undefined; month !== null;) {
    const read = await call(mySheet, month === undefined ? {} : { month });
    if (!read.ok) return read;
    if (read.output.sheet !== null) sheets.push(read.output.sheet);
    month = read.output.earlierMonth;
  }
  return { ok: true, output: sheets };
}

/** Of this year and each in which there is a sheet, the newest first. */
function reviewsOf(sheets: readonly Sheet[], nowMs: number): Promise<Read<readonly Review[]>> {
  const days = [dayOfInstant(nowMs), ...sheets.map(({ month }) => month)];
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  return each(years, (year) => call(myReview, { year }));
}
