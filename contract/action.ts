import type * as v from 'valibot';
import type { Allow } from './allow';

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** One thing a phone can ask of a function. Errors are a closed list of kebab-case codes. */
export interface Action {
  readonly fn: string;
  readonly name: string;
  readonly allow: Allow;
  readonly input: AnySchema;
  readonly output: AnySchema;
  readonly errors: readonly string[];
}

export function defineAction<const A extends Action>(action: A): A {
  return action;
}

/** Codes that any action can answer with, and why. */
export const COMMON_ERRORS = [
  /** The input does not fit the schema; nothing was changed. */
  'bad-input',
  /** The WeChat account is not bound to a member. */
  'not-bound',
  /** The caller's roles do not allow this action. */
  'not-allowed',
  /** The target does not exist, or is not the caller's to see. */
  'not-found',
  /** The phone's version is below what this environment still answers; nothing was changed. */
  'update-needed',
  /** WeChat's check refuses what was written; nothing was changed. detail.label is its number. */
  'words-refused',
  /** Something of ours failed; logged with the request id. The call may be repeated. */
  'internal',
] as const;

/** Codes the phone gives itself, when no answer arrived or this version cannot read it. */
export const TRANSPORT_ERRORS = [
  'offline',
  'timeout',
  /** Something came that is no answer of a function: nobody knows what was done. */
  'no-reply',
  /** It was done; what came of it does not fit. */
  'unreadable-reply',
  /** It was not done, for a reason that is not known here. */
  'unknown-refusal',
] as const;

export type CommonError = (typeof COMMON_ERRORS)[number];
export type TransportError = (typeof TRANSPORT_ERRORS)[number];

export type InputOf<A extends Action> = v.InferInput<A['input']>;
export type ParsedInputOf<A extends Action> = v.InferOutput<A['input']>;
export type OutputOf<A extends Action> = v.InferOutput<A['output']>;
export type ErrorOf<A extends Action> = A['errors'][number];

/** Numbers and names a refusal carries, so that the phone can say what to do instead. */
export type Detail = Readonly<Record<string, string | number>>;

export interface CallRequest {
  readonly action: string;
  readonly input: unknown;
  /** Made by the phone once per intention; a retry carries the same one. */
  readonly requestId: string;
  readonly clientVersion: string;
}

export type CallReply =
  | { readonly ok: true; readonly output: unknown; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail?: Detail;
      readonly requestId: string;
    };
