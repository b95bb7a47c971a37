import type { OutputOf } from '../../../contract/action';
import type { notReachedPeople as action } from '../../../contract/branch/not-reached';
import type { Handler } from '../../_kit/serve';
import type { OpenMessage } from '../../_store/branch/not-reached';
import { positionIn } from '../dashboard/pages-of-rows';
import { pageByLines } from './page-by-lines';
import { readNotReached } from './read-not-reached';
import { countsOf, type NotReachedPerson } from './why-open';

type Line = OutputOf<typeof action>['people'][number]['lines'][number];

/** Three requests, and as many for each further page: who asks, the branch, and the line of the trail. */
export const notReachedPeople: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId, days } = input;
  const from = positionIn(input.cursor);
  if (from === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const read = await readNotReached(ctx.caller, branchId, days, nowMs);
  if (read === null) return ctx.fail('not-found');
  const { people, places } = read;
  const messages = new Map(read.messages.map((message) => [message.messageId, message]));
  const entries = people.map((person) => {
    const { memberId, name, crewId } = person;
    const crewName = places.crewName(crewId);
    return { memberId, name, crewName, lines: linesOf(person, messages) };
  });
  const { page, nextCursor } = pageByLines(entries, from);
  await read.noteNamed(page.map(({ memberId }) => memberId));
  return ctx.answer({
    nowMs,
    branchId,
    branchName: places.branchName(branchId),
    total: people.length,
    counts: countsOf(people),
    people: [...page],
    nextCursor,
  });
};

/** One for each kind and reason, in the order of what has been open longest. */
function linesOf({ open }: NotReachedPerson, messages: ReadonlyMap<string, OpenMessage>): Line[] {
  const lines = new Map<string, Line>();
  for (const { messageId, kind, why, untilAtMs } of open) {
    const message = messages.get(messageId);
    if (message === undefined) continue;
    const key = `${kind} ${why}`;
    const count = (lines.get(key)?.count ?? 0) + 1;
    const { title, page } = message;
    lines.set(key, { messageId, kind, title, page, count, why, untilAtMs });
  }
  return [...lines.values()];
}
