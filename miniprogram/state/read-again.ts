import type { Action, CommonError, InputOf, OutputOf } from '../../contract/action';
import { fetchAndRemember, remembered } from '../api/remembered';
import { shown, type Shown } from './shown';

/** Refuses nothing but what any action refuses. */
interface Question extends Action {
  readonly errors: readonly CommonError[];
}

/** A page that shows the answer to one question. */
interface Reader<A extends Question> {
  state: Shown<OutputOf<A>>;
  /** What it asks now; pages that turn by month or year ask another question then. */
  question(): InputOf<A>;
  show(state: Shown<OutputOf<A>>): void;
}

/**
 * Shows what is remembered while the page knows nothing, then the answer; not if the page asks something
 * else by then.
 */
export async function readAgain<A extends Question>(page: Reader<A>, action: A): Promise<void> {
  const question = page.question();
  const kept = remembered(action, question);
  if (page.state.kind === 'loading') page.show(shown(kept));
  const result = await fetchAndRemember(action, question);
  if (JSON.stringify(page.question()) === JSON.stringify(question)) page.show(shown(kept, result));
}
