import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Action, InputOf } from '../../../contract/action';
import type { TestCloud } from '../../worlds/test-cloud';
import { isLost, phone, type Reply } from '../../client';
import type { Dice } from '../../domain/delivery/random-worlds';
import { BRANCHES } from './organisation';
import type { Recorder } from './recorder';

export const NOTICE = 'LOCAL-FAKE-notice';

const MOST_TRIES = 6;

/** What every part of the simulation works with. */
export interface Stage {
  readonly cloud: TestCloud;
  readonly dice: Dice;
  readonly recorder: Recorder;
  /** Ids of what phones choose: each once. */
  readonly newId: (prefix: string) => string;
  /** What somebody does while a run of the clock is held on its way to WeChat. */
  readonly whileSending: () => Promise<void>;
  /** How many requests a run of the clock may have sent when its instance dies. */
  readonly deepest: number;
}

export const isBound = ({ _id, account }: Member) => account !== `none:${_id}`;

/** Those who are in a branch and have an account. */
export function people({ recorder }: Stage): readonly Member[] {
  return recorder.members().filter((member) => member.leftDay === null && isBound(member));
}

export const aBranchOf = ({ dice }: Stage) => dice.pick(BRANCHES);

/** A call as a person makes it: the same call again while nobody knows what became of it. */
export async function insist<A extends Action>(
  { cloud, newId }: Stage,
  account: string,
  action: A,
  input: InputOf<A>,
): Promise<Reply<A>> {
  const requestId = newId('request');
  for (let tries = 1; ; tries += 1) {
    try {
      const reply = await phone(cloud, account).call(action, input, { requestId });
      if (reply.ok || reply.code !== 'internal' || tries === MOST_TRIES) return reply;
    } catch (error) {
      if (!isLost(error) || tries === MOST_TRIES) throw error;
    }
  }
}
