import type { Action, CommonError, ErrorOf, TransportError } from '../../contract/action';
import type { Failure } from '../api/client';
import { errorText, NOT_BOUND_TEXT, type ErrorTexts } from './errors';

/** Of what goes by, said of the time of the try: it stands beside the words until they are handed in again. */
const AT_THAT_TIME: Readonly<Record<string, string>> = {
  'not-bound': '交的时候还没有绑定身份，没有送出。绑定以后再交一次，写的都还在。',
  'update-needed': '交的时候小程序版本太旧，没有送出。更新以后再交一次，写的都还在。',
};

/** As errorText, of what is kept on the phone with the reason why it was not taken. docs/rules.md#R-365 */
export function stoppedText<A extends Action>(
  failure: Failure<ErrorOf<A> | CommonError | TransportError>,
  texts: ErrorTexts<A>,
): string {
  return AT_THAT_TIME[failure.code] ?? errorText(failure, texts);
}

/** A reason that was kept, also by a version that said of the present what had gone by. */
export const keptReason = (problem: string): string =>
  problem === NOT_BOUND_TEXT ? (AT_THAT_TIME['not-bound'] ?? '') : problem;
