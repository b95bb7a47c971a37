import type { officeNotReached as action } from '../../../contract/branch/not-reached';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { answeredIn, answeredReading } from '../../_store/branch/answered-studies';
import { openPeopleIn, openPeopleReading } from '../../_store/branch/not-reached';
import {
  branchesIn,
  headsIn,
  headsReading,
  placesIn,
  placesReadings,
} from '../../_store/branch/places';
import { readTogether } from '../../_store/together';
import { countsOf, notReachedIn } from './why-open';

/** Two requests, however many branches: who asks, and all of them. */
export const officeNotReached: Handler<typeof action> = async ({ days }, ctx) => {
  const nowMs = ctx.nowMs();
  const read = await readTogether(ctx.caller.branchId, {
    ...placesReadings(null),
    heads: headsReading(),
    people: openPeopleReading(null, nowMs - days * MS_PER_DAY, nowMs),
    answered: answeredReading(null, nowMs),
  });
  if (read === null) return ctx.fail('not-found');
  const heads = headsIn(read.heads);
  const people = notReachedIn(
    openPeopleIn(read.people),
    answeredIn(read.answered),
    placesIn(read),
    nowMs,
  );
  return ctx.answer({
    nowMs,
    branches: branchesIn(read.branches).map(({ _id: branchId, name }) => {
      const own = people.filter((person) => person.branchId === branchId);
      return {
        branchId,
        name,
        members: heads.get(branchId) ?? 0,
        people: own.length,
        counts: countsOf(own),
      };
    }),
  });
};
