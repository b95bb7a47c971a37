import type { notReachedMessages as action } from '../../../contract/branch/not-reached';
import { NOT_REACHED, type NotReached } from '../../../domain/notice/not-reached';
import type { Handler } from '../../_kit/serve';
import { positionIn } from '../dashboard/pages-of-rows';
import { pageByLines } from './page-by-lines';
import { readNotReached } from './read-not-reached';
import type { NotReachedPerson } from './why-open';

/** Of a line; its message's own page has them all. */
const MOST_NAMES = 12;

interface Named extends Pick<NotReachedPerson, 'memberId' | 'name' | 'crewId'> {
  readonly why: NotReached;
}

/** People of one crew for one reason, by name. */
interface Group extends Pick<Named, 'crewId' | 'why'> {
  readonly people: readonly Named[];
}

/** Three requests, and as many for each further page: who asks, the branch, and the line of the trail. */
export const notReachedMessages: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId, days } = input;
  const from = positionIn(input.cursor);
  if (from === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const read = await readNotReached(ctx.caller, branchId, days, nowMs);
  if (read === null) return ctx.fail('not-found');
  const { places } = read;
  const openOf = new Map<string, Named[]>();
  for (const { memberId, name, crewId, open } of read.people) {
    for (const { messageId, why } of open) {
      const named = { memberId, name, crewId, why };
      openOf.set(messageId, [...(openOf.get(messageId) ?? []), named]);
    }
  }
  const entries = read.messages
    .map((message) => ({ message, lines: byCrewAndReason(openOf.get(message.messageId) ?? []) }))
    .filter(({ lines }) => lines.length > 0);
  const { page, nextCursor } = pageByLines(entries, from);
  const named = page.flatMap(({ lines }) => lines.flatMap(firstOf));
  await read.noteNamed([...new Set(named.map(({ memberId }) => memberId))]);
  return ctx.answer({
    nowMs,
    branchId,
    branchName: places.branchName(branchId),
    total: entries.length,
    messages: page.map(({ message, lines }) => ({
      ...message,
      open: lines.reduce((sum, { people }) => sum + people.length, 0),
      lines: lines.map((line) => ({
        crewName: places.crewName(line.crewId),
        why: line.why,
        count: line.people.length,
        names: firstOf(line).map(({ name }) => name),
      })),
    })),
    nextCursor,
  });
};

const firstOf = ({ people }: Group) => people.slice(0, MOST_NAMES);

/** Crews as the people stand, of each the reasons in their order. */
function byCrewAndReason(people: readonly Named[]): readonly Group[] {
  const crewIds = [...new Set(people.map(({ crewId }) => crewId))];
  return crewIds
    .flatMap((crewId) =>
      NOT_REACHED.map((why) => ({
        crewId,
        why,
        people: people.filter((person) => person.crewId === crewId && person.why === why),
      })),
    )
    .filter((group) => group.people.length > 0);
}
