import type { Urgency } from '../delivery/delivery-rules';
import type { Channel } from './kind-rules';
import type { NoticeKind } from './notice-kind-names';
import { KIND_RULES } from './notice-kinds';

/** What a sender says of a notice besides its words and its audience. */
export interface SenderChoice {
  readonly kind: NoticeKind;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly isMustRead: boolean;
}

/** The channels a sender may put a kind into, its own first. */
export function channelsOf(kind: NoticeKind): readonly Channel[] {
  const { channel, otherChannels = [] } = KIND_RULES[kind];
  return [channel, ...otherChannels];
}

/** What is timely may wait for the day's digest; nothing becomes urgent by being called so. */
export function urgenciesOf(kind: NoticeKind): readonly Urgency[] {
  const { urgency } = KIND_RULES[kind];
  return urgency === 'timely' ? ['timely', 'digest'] : [urgency];
}

/** The first field that does not follow from the kind; undefined when all do. docs/rules.md#R-50 */
export function unfitChoice(choice: SenderChoice): keyof SenderChoice | undefined {
  const { kind, channel, urgency, isMustRead } = choice;
  if (!channelsOf(kind).includes(channel)) return 'channel';
  if (!urgenciesOf(kind).includes(urgency)) return 'urgency';
  return isMustRead === KIND_RULES[kind].isMustRead ? undefined : 'isMustRead';
}
