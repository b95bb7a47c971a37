import { firstTakedownMs } from '../../domain/content/takedown';
import { dayOfInstant } from '../../domain/time/local-day';
import { derivedId } from '../_store/derived-id';
import { members } from '../_store/people/members';
import { dateText } from '../_kit/when.text';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';
import { takedownText } from './takedown.text';

/**
 * Tells the committee office how much goes for the first time, and from when on; once, however often it
 * is called. docs/rules.md#R-319
 */
export async function tellTakedownBegins(
  begunAtMs: number,
  count: number,
  nowMs: number,
): Promise<void> {
  const people = await members.ofOffice();
  const [first] = people;
  if (first === undefined) return;
  const firstAtMs = firstTakedownMs(begunAtMs);
  const day = dateText(dayOfInstant(firstAtMs));
  const messageId = derivedId('takedown-begins', begunAtMs);
  const by = { memberId: null, name: takedownText.clock };
  const content = systemNotice('takedown-begins', by, {
    messageId,
    branchId: first.branchId,
    title: takedownText.begins(day),
    body: takedownText.beginsBody(count),
    page: 'packages/channel-office/takedown/takedown',
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: firstAtMs,
    lastRequestId: messageId,
  });
  await deliver(content, people, nowMs);
}
