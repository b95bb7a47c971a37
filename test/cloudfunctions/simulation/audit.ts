import { referenceStateAt } from '../../domain/delivery/reference-planner';
import type { Edition, SimulationLog } from './log';

/** As the product promises: docs/rules.md#R-18 */
const MOST_A_DAY = 3;
const SHANGHAI_MS = 8 * 3_600_000;

/** What is wrong in a log, in words; nothing when every promise was kept. It knows no planner. */
export function audit(log: SimulationLog): string[] {
  return [
    ...wrongInboxes(log),
    ...toldTwice(log),
    ...woken(log),
    ...tooLate(log),
    ...tooMany(log),
    ...overspent(log),
    ...unfinished(log),
    ...badPlans(log),
  ];
}

/** Once in every inbox by its deadline, never before its time, and never gone again. */
function wrongInboxes({ editions, inboxes, departed, released }: SimulationLog): string[] {
  const wrong: string[] = [];
  const byId = byIds(editions);
  const ofMember = new Map<string, Edition[]>();
  for (const edition of editions) {
    if (edition.isOver || edition.isReminder) continue;
    for (const memberId of edition.memberIds) listOf(ofMember, memberId).push(edition);
  }
  const seen = new Map<string, { era: number; atMs: number; ids: Set<string> }>();
  for (const { memberId, atMs, era, isLast, shown } of inboxes) {
    const say = (what: string, id: string) => wrong.push(`inbox of ${memberId}: ${what} ${id}`);
    const once = new Set(shown);
    for (const id of shown.filter((each, index) => shown.indexOf(each) !== index)) {
      say('twice', id);
    }
    for (const id of once) {
      const edition = byId.get(id);
      if (edition?.memberIds.includes(memberId) !== true) say('not for them', id);
      else if (edition.isReminder) say('a reminder', id);
      else if (isLast && edition.isOver) say('taken back', id);
      else if (edition.notBeforeAtMs !== null && atMs < edition.notBeforeAtMs) say('early', id);
      else if (isPast(edition, atMs)) say('past its last day', id);
    }
    const before = seen.get(memberId);
    const isGone = (id: string) =>
      before?.era === era && before.atMs <= atMs && before.ids.has(id) && !once.has(id);
    for (const edition of ofMember.get(memberId) ?? []) {
      const { id, deadlineAtMs, acceptedAtMs } = edition;
      if (departed.has(`${memberId} ${id}`) || released.has(`${memberId} ${id}`)) continue;
      if (isPast(edition, atMs)) continue;
      if (isGone(id)) say('gone', id);
      const isKnown = edition.era < era || (edition.era === era && acceptedAtMs <= atMs);
      const isOwed = isLast || (isKnown && deadlineAtMs <= atMs);
      if (isOwed && !once.has(id)) say('missing', id);
    }
    seen.set(memberId, { era, atMs, ids: once });
  }
  return wrong;
}

const isPast = ({ standsUntilMs = Infinity }: Edition, atMs: number) => standsUntilMs <= atMs;

function toldTwice({ sends, fates }: SimulationLog): string[] {
  const wrong: string[] = [];
  const told = new Set<string>();
  const counts = new Map<string, number>();
  for (const send of sends) {
    counts.set(send.memberId, (counts.get(send.memberId) ?? 0) + send.count);
    for (const id of send.told) {
      const key = `${send.memberId} ${id}`;
      if (told.has(key)) wrong.push(`told twice: ${key}`);
      told.add(key);
    }
  }
  const owned = new Map<string, number>();
  for (const { memberId, outcomes } of fates) {
    if (!outcomes.some((outcome) => outcome === 'sent' || outcome === 'unknown')) continue;
    owned.set(memberId, (owned.get(memberId) ?? 0) + 1);
  }
  for (const [memberId, count] of counts) {
    const recorded = owned.get(memberId) ?? 0;
    if (count > recorded) wrong.push(`told of ${count}, recorded ${recorded}: ${memberId}`);
  }
  return wrong;
}

function woken({ sends }: SimulationLog): string[] {
  return sends
    .filter(({ isUrgent }) => !isUrgent)
    .filter(({ schedule, atMs }) => referenceStateAt(schedule, atMs) === 'asleep')
    .map(({ memberId, atMs, told }) => `woken: ${memberId} at ${textOf(atMs)} by ${told.join()}`);
}

function tooLate({ sends, fates, editions }: SimulationLog): string[] {
  const byId = byIds(editions);
  const deadlineOf = (id: string) => byId.get(id)?.deadlineAtMs ?? -Infinity;
  const late = sends.flatMap(({ memberId, atMs, told }) =>
    told
      .filter((id) => atMs >= deadlineOf(id))
      .map((id) => `after its deadline: ${id} to ${memberId} at ${textOf(atMs)}`),
  );
  const early = fates
    .filter(
      ({ editionId, tooLateAtMs }) => tooLateAtMs !== null && tooLateAtMs < deadlineOf(editionId),
    )
    .map(
      ({ editionId, memberId }) => `called too late before its deadline: ${editionId} ${memberId}`,
    );
  return [...late, ...early];
}

function tooMany({ sends }: SimulationLog): string[] {
  const rung = new Map<string, string[]>();
  const all = new Set(sends.flatMap(({ told }) => told));
  // What a later edition has replaced does not count. docs/rules.md#R-78
  const isReplaced = (id: string) => all.has(id.replace(/_(\d+)$/u, (_, n) => `_${Number(n) + 1}`));
  for (const { memberId, atMs, isUrgent, told } of sends) {
    if (isUrgent || (told.length > 0 && told.every(isReplaced))) continue;
    const [day = '', minute = ''] = textOf(atMs).split('T');
    listOf(rung, `${memberId} on ${day}`).push(`${minute} ${told.join()}`);
  }
  return [...rung]
    .filter(([, each]) => each.length > MOST_A_DAY)
    .map(([key, each]) => `too many a day: ${each.length} to ${key}: ${each.join('; ')}`);
}

function overspent({ sends, granted }: SimulationLog): string[] {
  const spent = new Map<string, number>();
  for (const { account, templateId } of sends) {
    const key = `${account} ${templateId}`;
    spent.set(key, (spent.get(key) ?? 0) + 1);
  }
  return [...spent]
    .filter(([key, count]) => count > (granted.get(key) ?? 0))
    .map(([key, count]) => `${count} sent, ${granted.get(key) ?? 0} granted: ${key}`);
}

/** Every person of every edition has exactly one outcome; of what asks them no more, at most one. */
function unfinished({ editions, fates, released }: SimulationLog): string[] {
  const known = new Map(
    fates.map(({ editionId, memberId, outcomes }) => [`${editionId} ${memberId}`, outcomes]),
  );
  return editions.flatMap(({ id, memberIds, isOver }) =>
    memberIds.flatMap((memberId) => {
      const outcomes = known.get(`${id} ${memberId}`) ?? [];
      const isNoMore = isOver || released.has(`${memberId} ${id}`);
      const isRight = outcomes.length === 1 || (isNoMore && outcomes.length === 0);
      return isRight ? [] : [`outcomes of ${id} for ${memberId}: ${outcomes.join() || 'none'}`];
    }),
  );
}

function badPlans({ plans, editions }: SimulationLog): string[] {
  const byId = byIds(editions);
  return plans.flatMap(({ editionId, memberId, atMs, isUrgent, isLeastBad, schedule }) => {
    const name = `plan of ${editionId} for ${memberId} at ${textOf(atMs)}`;
    const edition = byId.get(editionId);
    if (edition === undefined) return [`${name}: never accepted`];
    if (atMs >= edition.deadlineAtMs) return [`${name}: after its deadline`];
    if (isUrgent || isLeastBad) return [];
    return referenceStateAt(schedule, atMs) === 'asleep' ? [`${name}: in sleep`] : [];
  });
}

const byIds = (editions: readonly Edition[]): ReadonlyMap<string, Edition> =>
  new Map(editions.map((edition) => [edition.id, edition]));

const textOf = (atMs: number) => new Date(atMs + SHANGHAI_MS).toISOString().slice(0, 16);

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
