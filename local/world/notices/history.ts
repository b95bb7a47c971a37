import {
  planBeside,
  startOfDay,
  type NoticeContent,
} from '../../../cloudfunctions/_deliver/plan-notice';
import { planAgain } from '../../../cloudfunctions/_deliver/replan';
import { situationsOf } from '../../../cloudfunctions/_deliver/situations';
import {
  scheduleFields,
  type DeliveryDocument,
  type DeliveryGroup,
} from '../../../cloudfunctions/_store/delivery/delivery-document';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import { RunTally, takeDue } from '../../../cloudfunctions/clock/take';
import { MS_PER_MINUTE } from '../../../domain/time/local-day';

/** Whether a message has become pointless for a person by an instant. */
export type IsDoneBy = (document: DeliveryDocument, memberId: string, atMs: number) => boolean;

/**
 * The messages of a branch, written and sent as the functions do it, one event after the other in
 * the order of time. Nobody's phone rings: a subscription is only told of when nothing of the
 * person's comes any more.
 */
export class NoticeHistory {
  private readonly organisation: Organisation;
  private readonly people: Map<string, Member>;
  private readonly isDoneBy: IsDoneBy;
  private readonly documents = new Map<string, DeliveryDocument>();

  constructor(organisation: Organisation, members: readonly Member[], isDoneBy: IsDoneBy) {
    this.organisation = organisation;
    this.people = new Map(members.map((member) => [member._id, member]));
    this.isDoneBy = isDoneBy;
  }

  /** Plans and writes one message. */
  tell(content: NoticeContent, memberIds: readonly string[], atMs: number): void {
    this.runClock(atMs);
    if (memberIds.length === 0) return;
    const people = memberIds.map((memberId) => this.member(memberId));
    const known = this.naming(memberIds, startOfDay(atMs));
    const { documents } = planBeside(known, content, people, this.organisation, atMs);
    for (const document of documents) this.documents.set(document._id, document);
  }

  /** Takes back what was said of a study. */
  takeBack(studyId: string, atMs: number): void {
    this.runClock(atMs);
    for (const document of this.documents.values()) {
      const { about } = document;
      if (about === null || !('studyId' in about) || about.studyId !== studyId) continue;
      this.documents.set(document._id, { ...document, cancelledAtMs: atMs });
    }
  }

  /**
   * A person has accepted one subscribe message for notices, and none for studies: those that are ahead
   * would ring in a past of which WeChat knows nothing. What waits for them is planned again.
   */
  subscribe(memberId: string, requestId: string, atMs: number): void {
    this.runClock(atMs);
    const member: Member = {
      ...this.member(memberId),
      credits: { ...this.member(memberId).credits, notice: 1 },
      lastSubscriptionId: requestId,
      lastSubscriptionAtMs: atMs,
    };
    this.people.set(memberId, member);
    const known = this.naming([memberId], startOfDay(atMs));
    for (const { document, groups, late } of planAgain(known, [member], this.organisation, atMs)) {
      this.rewrite(document, groups, [...document.tooLate, ...late]);
    }
  }

  /** Everything as it is stored at an instant, and the people with what they have accepted. */
  at(nowMs: number): { readonly documents: DeliveryDocument[]; readonly members: Member[] } {
    this.runClock(nowMs);
    return { documents: [...this.documents.values()], members: [...this.people.values()] };
  }

  /** What the timer of every full minute up to `untilMs` does. */
  private runClock(untilMs: number): void {
    for (;;) {
      const standing = [...this.documents.values()].filter(isCurrent);
      const nextAtMs = Math.min(...standing.map((document) => document.nextAtMs));
      const minuteAtMs = Math.ceil(nextAtMs / MS_PER_MINUTE) * MS_PER_MINUTE;
      if (minuteAtMs > untilMs) return;
      this.sendDue(
        standing.filter((document) => document.nextAtMs <= minuteAtMs),
        minuteAtMs,
      );
    }
  }

  private sendDue(due: readonly DeliveryDocument[], atMs: number): void {
    const members = [...this.people.values()];
    const facts = {
      people: this.people,
      situations: situationsOf(members, this.organisation, []),
      toldToday: new Map<string, number>(),
      isDone: (document: DeliveryDocument, memberId: string) =>
        this.isDoneBy(document, memberId, atMs),
    };
    const tally = new RunTally(new Map());
    for (const document of due) {
      const { groups, tooLate, sendTo } = takeDue(document, facts, tally, atMs);
      if (sendTo.length > 0) throw new Error(`a phone rings for ${document.title}`);
      this.rewrite(document, groups, tooLate);
    }
  }

  private rewrite(
    document: DeliveryDocument,
    groups: readonly DeliveryGroup[],
    tooLate: readonly string[],
  ): void {
    this.documents.set(document._id, {
      ...document,
      ...scheduleFields(groups, document.createdAtMs),
      tooLate: [...tooLate],
      version: document.version + 1,
    });
  }

  /** As the store finds them for planning. */
  private naming(memberIds: readonly string[], sinceMs: number): DeliveryDocument[] {
    return [...this.documents.values()]
      .filter(({ lastAtMs }) => lastAtMs >= sinceMs)
      .filter((document) => memberIds.some((memberId) => document.memberIds.includes(memberId)))
      .map((document) =>
        isCurrent(document)
          ? document
          : { ...document, groups: document.groups.filter(({ state }) => state !== 'pending') },
      );
  }

  private member(memberId: string): Member {
    const member = this.people.get(memberId);
    if (member === undefined) throw new Error(`nobody in the branch is ${memberId}`);
    return member;
  }
}

const isCurrent = ({ cancelledAtMs, isSuperseded }: DeliveryDocument): boolean =>
  cancelledAtMs === null && !isSuperseded;
