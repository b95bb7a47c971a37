import { MOST_CHARACTERS } from '../../contract/limits';
import { attendances } from '../_store/study/attendances';
import { deliveries } from '../_store/delivery/deliveries';
import { studyDeliveries } from '../_store/delivery/study-deliveries';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { inboxEntry } from './inbox-entry';
import { releasePeople } from './release-people';
import type { StudyDocument } from '../_store/study/studies';
import { asReminder, audienceOf, remindable, send, type Author } from './tell-of-study';
import { cutWords } from '../_kit/cut-words';
import { STUDY_TITLES, studyMessages } from './study-messages';

/**
 * Tells what a change means to each one. Who is asked for the first time hears of the study; who was
 * told of it and is not asked any more hears that, once. With words, `study.toldChange`, what was
 * said before is taken back and everybody else hears what changed; without, it stands, under the
 * topic as it is, and nobody else is told. Can be repeated after it was cut off. docs/rules.md#R-68
 */
export async function announceChange(
  study: StudyDocument,
  author: Author,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const [{ everybody, asked, organisation }, all, lines] = await Promise.all([
    audienceOf(study, nowMs),
    studyDeliveries.of(study._id),
    attendances.ofStudy(study._id),
  ]);
  const say = studyMessages(study, author, requestId);
  const words = study.toldChange ?? null;
  const [published, released] = [say.published(), say.released()];
  const changed = words === null ? null : say.changed(words);
  const askedAgain = words === null ? null : say.askedAgain(words);
  const own = new Set(
    [published, released, changed, askedAgain].map((message) => message?.messageId),
  );
  const before = all.filter(({ messageId }) => !own.has(messageId));
  const known = whoKnows(before, nowMs);
  const askedIds = new Set(asked.map(({ _id }) => _id));
  const gone = everybody.filter(({ _id }) => known.has(_id) && !askedIds.has(_id));

  if (changed !== null && askedAgain !== null) {
    const reminders = remindable(study, asked, lines, organisation, nowMs).map(
      asReminder(say.reminder),
    );
    const kept = [published, changed, askedAgain, ...reminders.map(([content]) => content)];
    await studyDeliveries.cancel(
      study._id,
      kept.map(({ messageId }) => messageId),
      nowMs,
    );
    const open = new Set(
      lines
        .filter(({ pastReplies = [] }) => pastReplies.at(-1)?.studyRevision === study.revision)
        .map(({ memberId }) => memberId),
    );
    // Who had answered knows of the study, though no message has come to them yet.
    const [again, rest] = split(asked, ({ _id }) => open.has(_id));
    const [others, fresh] = split(rest, ({ _id }) => known.has(_id));
    await send(
      [[changed, others], [askedAgain, again], [published, fresh], [released, gone], ...reminders],
      organisation,
      nowMs,
    );
    return;
  }

  const standing = before.filter(({ cancelledAtMs }) => cancelledAtMs === null);
  const named = new Set(
    standing.filter(({ kind }) => TELLING.has(kind)).flatMap(({ memberIds }) => memberIds),
  );
  const fresh = asked.filter(({ _id }) => !named.has(_id));
  const reminders = remindable(study, fresh, lines, organisation, nowMs).map(
    asReminder((sitting) => say.reminder(sitting, 'joined')),
  );
  await send([[published, fresh], [released, gone], ...reminders], organisation, nowMs);
  for (const document of standing.filter(({ kind }) => kind !== 'study-released')) {
    const others = document.memberIds.filter((memberId) => !askedIds.has(memberId));
    await releasePeople(document, others);
    const named = STUDY_TITLES[document.kind]?.(study.topic) ?? document.title;
    const title = cutWords(named, MOST_CHARACTERS.title);
    if (title !== document.title) await deliveries.retitle(document._id, title);
  }
}

/** After these a person knows of the study; after other messages about it they need not. */
const TELLING: ReadonlySet<DeliveryDocument['kind']> = new Set([
  'study-published',
  'study-changed',
]);

/** Those to whom the last that came about the study says that they are asked. */
function whoKnows(documents: readonly DeliveryDocument[], nowMs: number): ReadonlySet<string> {
  const known = new Set<string>();
  const inOrder = documents
    .filter(({ kind }) => kind !== 'sitting-reminder')
    .sort((a, b) => a.createdAtMs - b.createdAtMs);
  for (const document of inOrder) {
    for (const memberId of document.memberIds) {
      const hasCome = inboxEntry(document, memberId, document.cancelledAtMs ?? nowMs) !== null;
      if (!hasCome) continue;
      if (TELLING.has(document.kind)) known.add(memberId);
      else known.delete(memberId);
    }
  }
  return known;
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
