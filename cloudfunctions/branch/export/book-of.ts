import type { RecordBook } from '../../../contract/branch/record-book';
import { hoursAsked, monthOfYear } from '../../../domain/branch/norms';
import { bookKindOf, bookMonth, sumBook, type BookEntry } from '../../../domain/study/record-book';
import { heldSittings } from '../../../domain/study/sitting';
import { askedAs } from '../../../domain/study/yearly-hours';
import { dayOfInstant, instantOf, localDay, monthOf } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { bookRows, type BookRows } from '../../_store/branch/book-rows';
import { normsHeld } from '../../_store/branch/norms';
import { cameBy } from '../../_store/study/came-by';

/**
 * The record book of a year: one request, two more when this instance does not know the organisation.
 * @param isMine whether its member reads it
 */
export async function bookOf(
  member: Member,
  year: number,
  nowMs: number,
  isMine: boolean,
): Promise<RecordBook> {
  const [organisation, rows] = await Promise.all([
    organisationOnHotPath([member]),
    bookRows(member, { startAtMs: startOf(year), endAtMs: startOf(year + 1) }, isMine),
  ]);
  const entries = rows.lines.flatMap(toEntry).sort((a, b) => b.atMs - a.atMs);
  const notes = rows.notes.map(toNote);
  const sums = sumBook([...entries, ...notes.map(({ month }) => ofNote(month))]);
  const today = dayOfInstant(nowMs);
  const { crewName, groupName } = organisation.placeOf(member, today);
  const hoursOfBranch = organisation.yearlyHoursOf(member.branchId);
  const held = normsHeld(rows.norms, hoursOfBranch, monthOfYear(year, monthOf(today)));
  const as = askedAs(member.roles);
  const { hours, isSet } = hoursAsked(held, as);
  return {
    nowMs,
    memberId: member._id,
    name: member.name,
    branchName: organisation.branchName(member.branchId),
    groupName,
    crewName,
    year,
    firstYear: Math.min(
      Number(member.joinedDay.slice(0, 4)),
      ...rows.firstAtMs.map((atMs) => Number(dayOfInstant(atMs).slice(0, 4))),
    ),
    target: { hours, askedAs: as, isOwn: isSet },
    ...sums,
    months: [...sums.months],
    entries,
    notes,
  };
}

type Entry = RecordBook['entries'][number] & BookEntry;

function toEntry({ line, study }: BookRows['lines'][number]): Entry[] {
  const kind = bookKindOf(line, study.state === 'cancelled' ? heldSittings(study.sittings) : null);
  if (kind === null) return [];
  const came = cameBy(line);
  const enteredAtMs = line.corrections.at(-1)?.atMs;
  const madeUp = kind === 'make-up' ? line.makeUp : undefined;
  return [
    {
      studyId: study._id,
      topic: study.topic,
      kind,
      month: bookMonth(study.lastCloseAtMs),
      atMs:
        madeUp?.doneAtMs ?? came?.claimedAtMs ?? came?.atMs ?? enteredAtMs ?? study.firstStartAtMs,
      way: kind === 'make-up' ? null : (came?.way ?? null),
      minutes: madeUp?.minutes ?? study.minutes,
    },
  ];
}

const toNote = ({ _id, type, title, firstAtMs }: BookRows['notes'][number]) => ({
  noteId: _id,
  type,
  title,
  month: monthOf(dayOfInstant(firstAtMs)),
  atMs: firstAtMs,
});

/** It stands in its month and earns no hours. docs/rules.md#R-128 */
const ofNote = (month: string): BookEntry => ({ kind: 'note', month, minutes: 0 });

const startOf = (year: number): number => instantOf(localDay(`${year}-01-01`), 0);
