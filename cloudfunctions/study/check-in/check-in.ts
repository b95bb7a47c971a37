import type { checkIn as action } from '../../../contract/study/mine';
import type { ParsedInputOf } from '../../../contract/action';
import { decideEntry, decideScan } from '../../../domain/study/check-in';
import {
  areDigitsRight,
  isGenuine,
  readSittingCode,
  slotStartAtMs,
} from '../../../domain/study/check-in-code';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { codeSourceOf } from './code-source';
import { enterRegister, type EntryDecision } from './enter-register';
import { mac } from '../../_kit/mac';
import { isOfItsBranch } from '../register/gone';
import { heldOf, sittingOf } from '../../_store/study/parts-of-study';

type Input = ParsedInputOf<typeof action>;

/** What a phone holds out, once it is known which sitting it is for. */
interface Shown {
  readonly studyId: string;
  readonly sittingId: string;
  readonly way: 'scan' | 'typed';
  /** Whether only somebody who saw a code of the study can know of it. */
  knows(study: StudyDocument): boolean;
  /** When the code was shown, and read by what the phone says; of digits nothing is known. */
  seen?(nowMs: number): { readonly slotAtMs: number; readonly claimedAtMs: number };
  decide(study: StudyDocument, nowMs: number): EntryDecision;
}

export const checkIn: Handler<typeof action> = async (input, ctx) => {
  const shown = input.way === 'scan' ? scanned(input) : typed(input);
  if (shown === undefined) return ctx.fail('not-a-code');
  const { studyId, sittingId, way } = shown;
  const nowMs = ctx.nowMs();
  const study = await studies.remembered(studyId);
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  if (study === null) return ctx.fail('not-a-code');
  if (!isOfItsBranch(member, study) && !shown.knows(study)) {
    // Whoever tries out ids learns nothing of other branches, not even that a study is there.
    return ctx.fail('not-a-code');
  }

  const entered = await enterRegister({
    member,
    study,
    sittingId,
    way,
    markedBy: null,
    requestId: ctx.requestId,
    nowMs,
    ...(shown.seen !== undefined && { seen: shown.seen(nowMs) }),
    decide: (asOf) => shown.decide(asOf, nowMs),
  });
  if (entered.kind === 'refused') return ctx.fail(entered.code, entered.detail);
  return ctx.answer({
    studyId,
    sittingId: entered.sittingId,
    topic: entered.study.topic,
    place: sittingOf(entered.study, entered.sittingId)?.place ?? '',
    state: entered.state,
    atMs: entered.atMs,
    wasIn: entered.wasIn,
  });
};

function scanned(input: Extract<Input, { way: 'scan' }>): Shown | undefined {
  const code = readSittingCode(input.payload);
  if (code === undefined) return undefined;
  const { studyId, sittingId, slot } = code;
  return {
    studyId,
    sittingId,
    way: 'scan',
    knows(study) {
      const sitting = sittingOf(study, sittingId);
      return sitting !== undefined && isGenuine(mac, sitting.secret, code);
    },
    seen: (nowMs) => ({
      slotAtMs: slotStartAtMs(slot),
      claimedAtMs: input.claimedAtMs ?? nowMs,
    }),
    decide(study, nowMs) {
      const sitting = sittingOf(study, sittingId);
      if (sitting === undefined || study.state === 'draft') return NOT_A_CODE;
      if (!isGenuine(mac, sitting.secret, code)) return { kind: 'refused', code: 'code-stale' };
      const scan = { slot, claimedAtMs: input.claimedAtMs };
      // What was scanned before the rest was cancelled is a claim as any.
      const isOff = study.state === 'cancelled' && !heldOf(study).includes(sitting);
      return decideScan(isOff, sitting, scan, nowMs);
    },
  };
}

function typed({ studyId, sittingId, digits }: Extract<Input, { way: 'typed' }>): Shown {
  return {
    studyId,
    sittingId,
    way: 'typed',
    knows: () => false,
    decide(study, nowMs) {
      const sitting = sittingOf(study, sittingId);
      if (sitting === undefined || study.state === 'draft') return NOT_A_CODE;
      const entry = decideEntry(study.state === 'cancelled', sitting, nowMs);
      // Trying before or after the time costs no try: nobody is locked out by coming early.
      if (entry.kind === 'refused') return entry;
      const source = codeSourceOf(study, sittingId, sitting.secret);
      if (digits.length < source.digitCount) {
        return { kind: 'refused', code: 'more-digits', digits: source.digitCount };
      }
      if (!areDigitsRight(mac, source, digits, nowMs)) return { kind: 'wrong-digits' };
      return entry;
    },
  };
}

const NOT_A_CODE = { kind: 'refused', code: 'not-a-code' } as const;
