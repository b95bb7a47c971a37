import { struckOffByOthers, type PollCandidate, type PollDocument } from './poll-document';

type Round = Pick<PollDocument, 'round' | 'state' | 'candidates' | 'cancelled'>;

/**
 * Who was struck off a round of a month and has stood in none since: nobody elects, decides for or draws them,
 * whatever a poll had come to before. `rounds`: all of the month, the first one first. docs/rules.md#R-352
 */
export function offIn(rounds: readonly Round[]): readonly PollCandidate[] {
  return rounds.reduce<readonly PollCandidate[]>((before, round) => {
    const stood = new Set(round.candidates.map(({ memberId }) => memberId));
    const again = round.state === 'cancelled' ? struckOffByOthers(round) : [];
    return [
      ...before.filter(({ memberId }) => !stood.has(memberId)),
      ...round.candidates.filter(
        ({ memberId, withdrawn }) => withdrawn !== null && !again.includes(memberId),
      ),
    ];
  }, []);
}

/** Of those who stand in a round, whom the one before had struck off. docs/rules.md#R-353 */
export function putBackOn(
  { round, candidates }: Pick<Round, 'round' | 'candidates'>,
  rounds: readonly Round[],
): readonly PollCandidate[] {
  const before = rounds.find((each) => each.round === round - 1);
  const struck = new Set(
    before?.candidates.filter(({ withdrawn }) => withdrawn !== null).map((each) => each.memberId),
  );
  return candidates.filter(({ memberId }) => struck.has(memberId));
}

/** Of all rounds of a month: who is off, and who is on the one that runs at `nowMs` again, and by whom. */
export function onBallotOf(rounds: readonly PollDocument[], nowMs: number) {
  const newest = rounds.at(-1);
  const isOpen = newest?.state === 'open' && nowMs < newest.closesAtMs;
  return {
    off: offIn(rounds),
    putBack: isOpen ? putBackOn(newest, rounds) : [],
    openedBy: newest?.openedBy.name ?? '',
  };
}
