import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type {
  Action,
  CallReply,
  CommonError,
  Detail,
  ErrorOf,
  OutputOf,
  ParsedInputOf,
} from '../../contract/action';
import { mayCall, mayReach, type Target } from '../../contract/allow';
import {
  FIRST_LENIENT_VERSION,
  FIRST_VERSION_WITH_ASLEEP,
  FIRST_VERSION_WITH_REFUSED_WORDS,
  isOlderVersion,
  isVersion,
} from '../../contract/client-version';
import { Id } from '../../contract/fields';
import type { Caller, Ctx, MemberCtx, Outcome, Remembered } from './context';
import { logFailure, logUnfitVariable } from './log';
import { platformCaller } from './platform';
import { refusalOfWords } from './words-for-wechat';

type Code<A extends Action> = ErrorOf<A> | CommonError;
type CtxOf<A extends Action> = A['allow'] extends { kind: 'guest' }
  ? Ctx<Code<A>>
  : MemberCtx<Code<A>>;

export type Handler<A extends Action> = (
  input: ParsedInputOf<A>,
  ctx: CtxOf<A>,
) => Promise<Outcome<OutputOf<A>, Code<A>>>;

export type Handlers<Actions extends Record<string, Action>> = {
  readonly [K in keyof Actions]: Handler<Actions[K]>;
};

type FindBeside = (openId: string, id: string) => Promise<Caller | null>;

/** How a function finds callers and the branches of what they point at. */
export interface Doorkeeper {
  /** The member bound to this account, or null, read now: it may have been bound to another a second ago. */
  findCaller(openId: string): Promise<Caller | null>;
  /** Whom this instance has lately found for the account; null: it knows nobody. For reading one's own. */
  rememberedCaller(openId: string): Remembered | null;
  /**
   * As findCaller, what an input points at by its id read in the same request; branchOf and the handler
   * find it read then.
   */
  readonly findCallerBeside?: Readonly<Partial<Record<Target, FindBeside>>>;
  /**
   * Of single actions, by name, instead: `field` of their input names what is read with who calls, and
   * with it what else its page shows.
   */
  readonly opens?: Readonly<
    Record<string, { readonly field: string; readonly findCaller: FindBeside }>
  >;
  /** Branch of the target, or null when there is no such thing. */
  readonly branchOf: Readonly<
    Partial<Record<Exclude<Target, 'branch'>, (id: string) => Promise<string | null>>>
  >;
}

const CallShape = v.object({
  action: v.pipe(v.string(), v.maxLength(40)),
  input: v.unknown(),
  requestId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/u)),
  clientVersion: v.pipe(v.string(), v.maxLength(20)),
  /** Whom the phone believes to be bound to it; since 0.2.0. It opens nothing: memory has to agree with it. */
  boundAs: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

const TARGET_FIELD = {
  branch: 'branchId',
  study: 'studyId',
  member: 'memberId',
  message: 'messageId',
  note: 'noteId',
  poll: 'pollId',
  sheet: 'sheetId',
  suggestion: 'suggestionId',
  document: 'documentId',
  contest: 'contestId',
  comment: 'commentId',
} as const satisfies Record<Target, string>;

/**
 * Makes the `main` of a cloud function from its actions and handlers.
 * Order of checks: shape of the call, version of the phone, role, input, reach of the target; so
 * nobody learns from a refusal whether something of another branch exists. Then WeChat is asked about
 * the words, before anything is done with them (docs/rules.md#R-313). Input and output are
 * parsed: what the contract does not name neither comes in nor goes out.
 */
export function serve<Actions extends Record<string, Action>>(
  actions: Actions,
  handlers: Handlers<Actions>,
  doorkeeper: Doorkeeper,
): (event: unknown) => Promise<CallReply> {
  return async (event) => {
    const call = v.safeParse(CallShape, event);
    if (!call.success) return { ok: false, code: 'bad-input', requestId: '' };
    const { requestId, clientVersion, boundAs } = call.output;
    const refuse = (code: string, detail?: Detail): CallReply =>
      detail === undefined
        ? { ok: false, code, requestId }
        : { ok: false, code, detail, requestId };
    if (isOlderVersion(clientVersion, oldestClient())) return refuse('update-needed');
    try {
      const action = Object.hasOwn(actions, call.output.action)
        ? actions[call.output.action]
        : undefined;
      if (action === undefined) return refuse('bad-input', { path: 'action' });
      const { openId } = platformCaller();
      if (openId === '') return refuse('not-allowed');
      const given = call.output.input ?? {};
      const { caller, readNow } = await callerFor(action, { openId, boundAs, given }, doorkeeper);
      const verdict = mayCall(action.allow, caller);
      if (verdict !== 'allowed') return refuse(verdict);
      // NOTE: to valibot a list is an object, and an empty one fits where no field is needed.
      if (Array.isArray(given)) return refuse('bad-input', { path: '' });
      // The first issue is all that is told; a list of thousands must not cost thousands.
      const input = v.safeParse(action.input, given, { abortEarly: true });
      if (!input.success) return refuse('bad-input', { path: v.getDotPath(input.issues[0]) ?? '' });
      if (caller !== null && !(await isInReach(action, input.output, caller, doorkeeper))) {
        return refuse('not-found');
      }
      const unfit = await refusalOfWords(action, input.output, openId);
      if (unfit !== null) {
        const isOld = isOlderVersion(clientVersion, FIRST_VERSION_WITH_REFUSED_WORDS);
        return isOld ? refuse('bad-input') : refuse(unfit.code, unfit.detail);
      }
      const ctxOf = (who: Caller | null) => ({
        openId,
        requestId,
        caller: who,
        readsLeniently: !isOlderVersion(clientVersion, FIRST_LENIENT_VERSION),
        knowsAsleep: !isOlderVersion(clientVersion, FIRST_VERSION_WITH_ASLEEP),
        nowMs: () => Date.now(),
        newId: () => randomBytes(12).toString('hex'),
        answer: (output: unknown) => ({ kind: 'answered', output }),
        fail: (code: string, detail?: Detail) => ({
          kind: 'refused',
          code,
          ...(detail && { detail }),
        }),
      });
      // The map of handlers is typed against the map of actions; this line only loses the key that ties them.
      const handler = handlers[call.output.action] as unknown as (
        input: unknown,
        ctx: unknown,
      ) => Promise<Outcome<unknown, string>>;
      const [first, now] = await Promise.all([handler(input.output, ctxOf(caller)), readNow?.()]);
      if (now?.caller === null) return refuse('not-bound');
      const outcome =
        now === undefined || now.isAsRemembered
          ? first
          : await handler(input.output, ctxOf(now.caller));
      if (outcome.kind === 'refused') return refuse(outcome.code, outcome.detail);
      const output = v.safeParse(action.output, outcome.output);
      // Only the place is named: the message of the parser would carry what stands there into the log.
      if (!output.success)
        throw new Error(`output unfit at "${v.getDotPath(output.issues[0]) ?? ''}"`);
      return { ok: true, output: output.output, requestId };
    } catch (error) {
      logFailure(call.output.action, requestId, error);
      return refuse('internal');
    }
  };
}

/** What stood in MIN_CLIENT_VERSION and is no version: said once. */
let saidUnfit = '';

/** Phones below this version are asked to update; absent or no version: none are. */
function oldestClient(): string {
  const version = process.env['MIN_CLIENT_VERSION'] ?? '';
  if (version !== '' && version !== saidUnfit && !isVersion(version)) {
    saidUnfit = version;
    logUnfitVariable('MIN_CLIENT_VERSION', 'no version major.minor.patch; no phone is refused');
  }
  return version;
}

interface Calling {
  readonly openId: string;
  readonly boundAs: string | undefined;
  /** The input, not looked at yet. */
  readonly given: unknown;
}

interface Called {
  readonly caller: Caller | null;
  /** To be read beside what they read; absent: `caller` was read for this call. */
  readonly readNow?: Remembered['readNow'];
}

async function callerFor(
  action: Action,
  { openId, boundAs, given }: Calling,
  doorkeeper: Doorkeeper,
): Promise<Called> {
  if (action.allow.kind === 'guest') return { caller: null };
  if (action.allow.kind === 'self' && action.allow.remembers && boundAs !== undefined) {
    const remembered = doorkeeper.rememberedCaller(openId);
    // Who has left, and whose account is another's since, is shown nothing of before. docs/rules.md#R-294
    if (remembered?.caller.memberId === boundAs) return remembered;
  }
  for (const [field, find] of finders(action, doorkeeper)) {
    // As strict as the action will be: an id is a short text, and nothing else reaches the database.
    const id = v.safeParse(Id, (given as Readonly<Record<string, unknown>>)[field]);
    if (id.success) return { caller: await find(openId, id.output) };
  }
  return { caller: await doorkeeper.findCaller(openId) };
}

function finders(
  { name }: Action,
  { findCallerBeside = {}, opens }: Doorkeeper,
): readonly (readonly [field: string, find: FindBeside])[] {
  const opened = opens?.[name];
  if (opened !== undefined) return [[opened.field, opened.findCaller]];
  return Object.entries(findCallerBeside).map(([target, find]) => [
    TARGET_FIELD[target as Target],
    find,
  ]);
}

async function isInReach(
  action: Action,
  input: unknown,
  caller: Caller,
  doorkeeper: Doorkeeper,
): Promise<boolean> {
  if (action.allow.kind !== 'branch') return true;
  const { target } = action.allow;
  const id = (input as Readonly<Record<string, string | undefined>>)[TARGET_FIELD[target]];
  if (target === 'branch') return id === undefined || mayReach(caller, id);
  if (id === undefined) throw new Error(`${action.name} declares a target its input does not name`);
  const branchId = await doorkeeper.branchOf[target]?.(id);
  return branchId !== null && branchId !== undefined && mayReach(caller, branchId);
}
