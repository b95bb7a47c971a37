import type { RecordBook } from '../../../contract/branch/record-book';
import { bookKindOf, bookMonth, sumBook, type BookEntry } from '../../../domain/study/record-book';
import { heldSittings } from '../../../domain/study/sitting';
import { askedAs, DEFAULT_YEARLY_HOURS } from '../../../domain/study/yearly-hours';
import { dayOfInstant, instantOf, localDay } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { attendances, type LineWithStudy } from '../../_store/study/attendances';
import { cameBy } from '../../_store/study/came-by';

/** The record book of a year: one request, two more when this instance does not know the organisation. */
export async function bookOf(member: Member, year: number, nowMs: number): Promise<RecordBook> {
  const [organisation, lines] = await Promise.all([
    organisationOnHotPath([member]),
    attendances.ofMemberWithStudies(member._id, startOf(year), startOf(year + 1)),
  ]);
  const entries = lines.flatMap(toEntry).sort((a, b) => b.atMs - a.atMs);
  const sums = sumBook(entries);
  const today = dayOfInstant(nowMs);
  const { crewName, groupName } = organisation.placeOf(member, today);
  const own = organisation.yearlyHoursOf(member.branchId);
  const as = askedAs(member.roles);
  return {
    nowMs,
    memberId: member._id,
    name: member.name,
    branchName: organisation.branchName(member.branchId),
    groupName,
    crewName,
    year,
    firstYear: Number(member.joinedDay.slice(0, 4)),
    target: { hours: (own ?? DEFAULT_YEARLY_HOURS)[as], askedAs: as, isOwn: own !== null },
    ...sums,
    months: [...sums.months],
    entries,
  };
}

type Entry = RecordBook['entries'][number] & BookEntry;

function toEntry({ line, study }: LineWithStudy): Entry[] {
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

const startOf = (year: number): number => instantOf(localDay(`${year}-01-01`), 0);
