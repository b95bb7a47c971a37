import type { ErrorOf } from '../../../contract/action';
import type { answerSwap, proposeSwap } from '../../../contract/roster/swaps';
import type { SwapRefusal } from '../../../domain/shift/swap';

type ObstacleCode = ErrorOf<typeof proposeSwap> & ErrorOf<typeof answerSwap>;

/** The code of a refused proposal. Throws for what only an answer can be refused for. */
export function proposalCodeOf(reason: SwapRefusal): ErrorOf<typeof proposeSwap> {
  if (reason === 'same-person') return 'swap-with-self';
  const code = obstacleCodeOf(reason);
  if (code === undefined) throw new Error(`a proposal was refused as ${reason}`);
  return code;
}

/** The code of a refused answer. */
export function answerCodeOf(
  reason: SwapRefusal,
): ObstacleCode | 'not-yours-to-answer' | 'already-answered' {
  return (
    obstacleCodeOf(reason) ??
    (reason === 'already-decided' ? 'already-answered' : 'not-yours-to-answer')
  );
}

/** What stands in the way of the swap itself, whoever asks; undefined for any other reason. */
function obstacleCodeOf(reason: SwapRefusal): ObstacleCode | undefined {
  switch (reason) {
    case 'day-has-begun':
      return 'day-past';
    case 'nothing-to-swap':
    case 'shifts-not-known':
      return reason;
    case 'contradicts-override':
      return 'contradicts';
    case 'shifts-overlap':
      return 'shifts-collide';
    // The contract lets neither no days nor too many come this far.
    case 'same-person':
    case 'no-days':
    case 'too-many-days':
    case 'not-the-partner':
    case 'not-a-party':
    case 'not-an-officer':
    case 'already-decided':
      return undefined;
  }
}
