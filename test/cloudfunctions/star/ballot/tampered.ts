import type { PollDocument } from '../../../../cloudfunctions/_store/star/poll-document';
import type { PollLookDocument } from '../../../../cloudfunctions/_store/star/polls';
import { plant } from '../../../builders/stored';
import { END_MS, VOTERS, type usePollWorld } from '../../../worlds/poll-world';

type Change = (poll: PollDocument) => PollDocument;

/** The poll with another box. */
export const withBox = (poll: PollDocument, box: Partial<PollDocument['box']>): PollDocument => ({
  ...poll,
  box: { ...poll.box, ...box },
});

/** Other rules. */
export const ruled =
  (rules: Partial<PollDocument['rules']>): Change =>
  (poll) => ({ ...poll, rules: { ...poll.rules, ...rules } });

/** Another first candidate. */
export const candidate =
  (changes: Partial<PollDocument['candidates'][number]>): Change =>
  (poll) => ({
    ...poll,
    candidates: poll.candidates.map((each, at) => (at === 0 ? { ...each, ...changes } : each)),
  });

/** As it was sealed before there were versions of it. */
export function withoutVersion(poll: PollDocument): PollDocument {
  const changed = { ...poll };
  delete changed.sealVersion;
  return changed;
}

/** Another bit in the text of the seal. */
export function flipped(seal: string, at: number): string {
  const bytes = Buffer.from(seal, 'base64');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64');
}

/** What a test of a poll that is tampered with does in its world. */
export function tamperingIn(world: ReturnType<typeof usePollWorld>) {
  return {
    look: (pollId: string) =>
      world.cloud.engine.collection('poll_looks').get(pollId)
        ?.document as unknown as PollLookDocument,
    plantLook: (kept: PollLookDocument) => plant(world.cloud, { poll_looks: [kept] as never }),
    /** A poll into which so many have voted for bob. */
    votedBy: async (count: number, month?: string): Promise<string> => {
      const pollId = await world.open(month === undefined ? {} : { month });
      for (const memberId of VOTERS.slice(0, count)) await world.cast(memberId, pollId, 'bob');
      return pollId;
    },
    faultAtTheEnd: async (pollId: string): Promise<string | undefined> => {
      await world.tickAt(END_MS);
      const outcome = world.stored(pollId).result?.outcome;
      return outcome?.kind === 'not-counted' ? outcome.fault : outcome?.kind;
    },
  };
}
