import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import { isIn, peopleIn } from '../../../cloudfunctions/_deliver/inbox-entry';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { RotationDocument } from '../../../cloudfunctions/_store/roster/shift-documents';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { TestCloud } from '../../worlds/test-cloud';
import type { DeliveredMessage } from '../../../local/cloud/wechat/subscribe-messages';
import { stored } from '../../builders/stored';
import type { Edition, Fate, InboxLook, PlanLook, Send, SimulationLog } from './log';
import { scheduleOf } from './organisation';

const MANY = /^(.*)等(\d+)条$/u;

export const editionIdOf = ({ messageId, major }: Pick<DeliveryDocument, 'messageId' | 'major'>) =>
  `${messageId}_${major}`;
/** What a message is called: short enough for every template field. */
export const titleOf = (editionId: string) => editionId.replace('_', '-');

/** The edition behind an entry of an inbox: notices say in the title whose words they are. */
export function editionShown({
  messageId,
  title,
  edition,
}: {
  messageId: string;
  title: string;
  edition: number;
}): string {
  const [, major = edition] = /^m-\d+-(\d+)$/u.exec(title) ?? [];
  return `${messageId}_${major}`;
}

/** Writes down what happens, from WeChat's deliveries and from what is stored. */
export class Recorder {
  readonly editions: Edition[] = [];
  readonly granted = new Map<string, number>();
  /** Who an account belongs to, or belonged to. */
  readonly holders = new Map<string, string>();
  /** As in a log: who hears no more of what they have done. */
  readonly released = new Set<string>();
  era = 0;
  readonly #cloud: TestCloud;
  readonly #sends: Send[] = [];
  /** What a person is known to have been told of. */
  readonly #told = new Map<string, Set<string>>();
  readonly #inboxes: InboxLook[] = [];
  readonly #plans: PlanLook[] = [];
  readonly #tooLate = new Map<string, number>();
  /** Ids of the documents that the run under way may take. */
  #due: readonly string[] = [];

  constructor(cloud: TestCloud) {
    this.#cloud = cloud;
    cloud.wechat.messages.onDelivered((message) => this.#delivered(message));
  }

  get nowMs(): number {
    return this.#cloud.clock.nowMs();
  }

  members(): readonly Member[] {
    return this.#all('members') as readonly Member[];
  }

  deliveries(): readonly DeliveryDocument[] {
    return this.#all('deliveries') as readonly DeliveryDocument[];
  }

  grant(account: string, templateId: string, count: number): void {
    const key = `${account} ${templateId}`;
    this.granted.set(key, (this.granted.get(key) ?? 0) + count);
  }

  /** What the product writes by itself is accepted as it stands: whom it tells is not judged here. */
  discover(): void {
    const known = new Set(this.editions.map(({ id }) => id));
    for (const document of this.deliveries()) {
      if (known.has(editionIdOf(document)) || /^m-\d+$/u.test(document.messageId)) continue;
      const { memberIds, urgency, reminds, notBeforeAtMs, deadlineAtMs } = document;
      this.editions.push({
        id: editionIdOf(document),
        memberIds,
        isUrgent: urgency === 'urgent',
        isReminder: reminds !== null,
        acceptedAtMs: this.nowMs,
        era: this.era,
        notBeforeAtMs,
        deadlineAtMs,
        isOver: false,
      });
    }
  }

  /** When the clock has to look next. */
  nextDueMs(): number {
    const open = this.deliveries().filter(isStanding);
    return Math.min(...open.map(({ nextAtMs }) => nextAtMs));
  }

  /** Around the runs of the clock at one instant. */
  async running(run: () => Promise<void>): Promise<void> {
    const due = this.deliveries().filter((each) => isStanding(each) && each.nextAtMs <= this.nowMs);
    this.#due = due.map(({ _id }) => _id);
    await run();
    for (const id of this.#due) {
      const document = this.#delivery(id);
      for (const { memberId, outcome } of outcomesOf(document)) {
        const key = `${editionIdOf(document)} ${memberId}`;
        if (outcome === 'too-late' && !this.#tooLate.has(key)) this.#tooLate.set(key, this.nowMs);
      }
    }
    this.#due = [];
  }

  inboxShown(memberId: string, shown: readonly string[], isLast = false): void {
    const { nowMs: atMs, era } = this;
    this.#inboxes.push({ memberId, atMs, era, isLast, shown });
  }

  /** Everything that waits for some of the people. */
  lookAtPlans(memberIds: ReadonlySet<string>): void {
    for (const document of this.deliveries()) {
      if (!isStanding(document) || document.nextAtMs > 9e14) continue;
      for (const group of document.groups) {
        const { state, atMs, isLeastBad } = group;
        if (state !== 'pending' || atMs <= this.nowMs) continue;
        for (const memberId of peopleIn(group)) {
          if (!memberIds.has(memberId)) continue;
          const editionId = editionIdOf(document);
          const isUrgent = document.urgency === 'urgent';
          const schedule = this.#scheduleOf(memberId);
          this.#plans.push({ editionId, memberId, atMs, isUrgent, isLeastBad, schedule });
        }
      }
    }
  }

  log(): SimulationLog {
    const documents = this.deliveries();
    const over = new Set(documents.filter((each) => !isStanding(each)).map(editionIdOf));
    const reading = documents.filter(({ kind }) => kind === 'document-to-read');
    const lastDays = new Map(reading.map((each) => [editionIdOf(each), each.deadlineAtMs]));
    const branchOf = new Map(documents.map((each) => [editionIdOf(each), each.branchId]));
    const people = new Map(this.members().map((member) => [member._id, member]));
    const departed = this.editions.flatMap(({ id, memberIds }) =>
      memberIds
        .filter((memberId) => {
          const member = people.get(memberId);
          return member?.leftDay !== null || member.branchId !== branchOf.get(id);
        })
        .map((memberId) => `${memberId} ${id}`),
    );
    return {
      editions: this.editions.map((edition) => {
        const lastMs = lastDays.get(edition.id);
        const until = lastMs === undefined ? {} : { deadlineAtMs: lastMs, standsUntilMs: lastMs };
        return { ...edition, ...until, isOver: over.has(edition.id) };
      }),
      sends: this.#sends,
      granted: this.granted,
      inboxes: this.#inboxes,
      fates: this.#fates(documents),
      plans: this.#plans,
      departed: new Set(departed),
      released: this.released,
    };
  }

  #delivered({ openId, templateId, data, atMs }: DeliveredMessage): void {
    const memberId = this.holders.get(openId) ?? openId;
    const words = data['thing1'] ?? '';
    const [, first = words, many = '1'] = MANY.exec(words) ?? [];
    const count = Number(many);
    const known = this.#told.get(memberId) ?? new Set<string>();
    const open = this.#due
      .map((id) => this.#delivery(id))
      .filter((document) => isBeingSent(document, memberId))
      .filter((document) => !known.has(editionIdOf(document)));
    const named = open.find(({ title }) => isTitle(title, first));
    const late = named === undefined ? this.#onItsWay(memberId, first) : undefined;
    const isUrgent = named?.urgency === 'urgent';
    const waiting = open.filter(({ urgency }) => urgency !== 'urgent');
    const told = isUrgent || waiting.length !== count ? [named] : waiting;
    // Of something that was not taken before it was sent, the words are all there is.
    const toldOf = told.map((each) => {
      const about = each ?? late?.document;
      return about === undefined ? this.#untaken(memberId, first) : editionIdOf(about);
    });
    this.#told.set(memberId, new Set([...known, ...toldOf]));
    this.#sends.push({
      memberId,
      account: openId,
      templateId,
      atMs: late?.sentAtMs ?? atMs,
      isUrgent: late === undefined ? isUrgent : late.document.urgency === 'urgent',
      told: toldOf,
      count,
      schedule: this.#scheduleOf(memberId),
    });
  }

  /** With what is stored of this person by that title, or was sent to them at this instant under another. */
  #untaken(memberId: string, first: string): string {
    const stored = this.deliveries().flatMap(({ groups, ...rest }) => {
      const own = groups.filter((group) => isIn(group, memberId));
      const isNow = own.some(({ sentAtMs }) => sentAtMs === this.nowMs);
      if (own.length === 0 || (!isNow && !isTitle(rest.title, first))) return [];
      const about = own.map(({ state, sentAtMs, outcomes }) => {
        return { state, sentAtMs, outcome: outcomes[memberId] };
      });
      const { _id, title, cancelledAtMs, isSuperseded } = rest;
      return [{ _id, title, cancelledAtMs, isSuperseded, wasDue: this.#due.includes(_id), about }];
    });
    return `untaken ${first} ${JSON.stringify(stored)}`;
  }

  /** What a run that was killed had handed over already counts at the instant at which it did. */
  #onItsWay(memberId: string, shown: string) {
    for (const document of this.deliveries()) {
      if (!isTitle(document.title, shown)) continue;
      for (const group of document.groups) {
        const outcome = group.outcomes[memberId];
        const isOpen = outcome === undefined || outcome === 'unknown';
        const { sentAtMs } = group;
        if (sentAtMs !== undefined && isOpen && isIn(group, memberId)) {
          return { document, sentAtMs };
        }
      }
    }
    return undefined;
  }

  #fates(documents: readonly DeliveryDocument[]): Fate[] {
    const outcomes = new Map<string, string[]>();
    for (const document of documents) {
      for (const { memberId, outcome } of outcomesOf(document)) {
        const key = `${editionIdOf(document)} ${memberId}`;
        outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
      }
    }
    return [...outcomes].map(([key, all]) => {
      const [editionId = '', memberId = ''] = key.split(' ');
      return { editionId, memberId, outcomes: all, tooLateAtMs: this.#tooLate.get(key) ?? null };
    });
  }

  #scheduleOf(memberId: string): PersonSchedule {
    const rotations = this.#all('rotations') as readonly RotationDocument[];
    return scheduleOf(stored(this.#cloud, 'members', memberId), rotations);
  }

  #delivery(id: string): DeliveryDocument {
    return this.#cloud.engine.collection('deliveries').get(id)
      ?.document as unknown as DeliveryDocument;
  }

  #all(name: string): readonly unknown[] {
    return [...this.#cloud.engine.collection(name).all()].map(({ document }) => document);
  }
}

/** Whether a field of a template shows this title, perhaps cut. */
const isTitle = (title: string, shown: string) =>
  title === shown || (shown.endsWith('…') && title.startsWith(shown.slice(0, -1)));

export const isStanding = ({ cancelledAtMs, isSuperseded }: DeliveryDocument) =>
  cancelledAtMs === null && !isSuperseded;

function isBeingSent({ groups }: DeliveryDocument, memberId: string): boolean {
  return groups.some(
    (group) =>
      group.state === 'sending' && group.outcomes[memberId] === undefined && isIn(group, memberId),
  );
}

function outcomesOf({
  groups,
  tooLate,
}: DeliveryDocument): { memberId: string; outcome: string }[] {
  return [
    ...groups.flatMap(({ outcomes }) =>
      Object.entries(outcomes).map(([memberId, outcome]) => ({
        memberId,
        outcome,
      })),
    ),
    ...tooLate.map((memberId) => ({ memberId, outcome: 'too-late' })),
  ];
}
