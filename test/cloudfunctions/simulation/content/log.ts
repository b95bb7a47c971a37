import type {
  ContestDocument,
  ContestEntry,
} from '../../../../cloudfunctions/_store/content/contest-document';
import type { IssueDocument } from '../../../../cloudfunctions/_store/content/issues';
import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { RotationDocument } from '../../../../cloudfunctions/_store/roster/shift-documents';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import type { ContentChannel } from '../../../../domain/content/channel/item';
import type { SimulationLog } from '../log';

/** What was done and seen, each with its place in the order of all of it; and what is stored at the end. */
export interface ContentLog {
  readonly notices: SimulationLog;
  readonly runs: readonly ClockRun[];
  readonly drafted: readonly Drafted[];
  readonly plannings: readonly Planning[];
  readonly withdrawals: readonly Withdrawal[];
  readonly tellings: readonly Telling[];
  readonly looks: readonly ChannelLook[];
  readonly editions: readonly ReadingEdition[];
  readonly acks: readonly GivenAck[];
  readonly listings: readonly Listing[];
  readonly answers: readonly ContestAnswer[];
  readonly stored: {
    readonly items: readonly ItemDocument[];
    readonly issues: readonly IssueDocument[];
    readonly deliveries: readonly DeliveryDocument[];
    readonly members: readonly Member[];
    readonly rotations: readonly RotationDocument[];
    readonly contests: readonly ContestDocument[];
    readonly entries: readonly ContestEntry[];
  };
}

interface InOrder {
  readonly seq: number;
  readonly atMs: number;
}

export interface ClockRun extends InOrder {
  /** It is known to have come to its end. */
  readonly isDone: boolean;
  /** Items that were not out before it. */
  readonly broughtOut: readonly string[];
  /** At an instant at which nothing was due: how many subscribe messages told of what was there before. */
  readonly needless: number | null;
}

export interface Drafted {
  readonly itemId: string;
  readonly channel: ContentChannel;
  readonly writerId: string;
}

/** An issue as it was planned and accepted. */
export interface Planning extends InOrder {
  readonly channel: ContentChannel;
  readonly day: string;
  readonly itemIds: readonly string[];
  readonly publishAtMs: number;
}

export interface Withdrawal extends InOrder {
  readonly itemId: string;
}

/** The message of an issue to a branch, and who was of the branch when it was first there. */
export interface Telling {
  readonly deliveryId: string;
  readonly memberIds: readonly string[];
}

/** The newest issues of a channel, as a reader saw them. */
export interface ChannelLook extends InOrder {
  readonly channel: ContentChannel;
  readonly fromDay: string;
  readonly shown: readonly { readonly itemId: string; readonly isWithdrawn: boolean }[];
}

/** A version that asks its readers, and who they are by its audience. */
export interface ReadingEdition extends InOrder {
  readonly documentId: string;
  readonly messageId: string;
  readonly major: number;
  readonly memberIds: readonly string[];
}

/** An acknowledgement that was accepted; `toldById`: face to face. */
export interface GivenAck extends InOrder {
  readonly messageId: string;
  readonly major: number;
  readonly memberId: string;
  readonly toldById: string | null;
}

/** What a branch was shown of must-reads that have not reached their readers, with what was stored then. */
export interface Listing extends InOrder {
  readonly branchId: string;
  /** By page of documents: who has not acknowledged. */
  readonly unread: ReadonlyMap<string, readonly string[]>;
  /** By person and reason, how many documents. */
  readonly reasons: readonly {
    readonly memberId: string;
    readonly why: string;
    readonly count: number;
  }[];
  readonly deliveries: readonly DeliveryDocument[];
  readonly members: readonly Member[];
}

/** What somebody chose in a contest, and what came of it. */
export interface ContestAnswer extends InOrder {
  readonly contestId: string;
  readonly memberId: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly isHandedIn: boolean;
  /** 'kept', or the code of the refusal. */
  readonly outcome: string;
}
