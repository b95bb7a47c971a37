import type { presenterCodes as action } from '../../../contract/study/register';
import { sittingCodes } from '../../../domain/study/check-in-code';
import { closingAtMs, phaseOf } from '../../../domain/study/sitting';
import type { Handler } from '../../_kit/serve';
import { studies } from '../../_store/study/studies';
import { mac } from '../../_kit/mac';
import { sittingOf } from '../../_store/study/parts-of-study';
import { codeSourceOf } from './code-source';

export const presenterCodes: Handler<typeof action> = async ({ studyId, sittingId }, ctx) => {
  const nowMs = ctx.nowMs();
  const study = await studies.byId(studyId);
  const sitting = study === null ? undefined : sittingOf(study, sittingId);
  if (study === null || sitting === undefined || study.state === 'draft') {
    return ctx.fail('not-found');
  }
  if (study.state === 'cancelled') return ctx.fail('study-cancelled');
  const closesAtMs = closingAtMs(sitting);
  if (phaseOf(sitting, nowMs) === 'closed') return ctx.fail('closed', { closedAtMs: closesAtMs });
  const { place, startAtMs, opensAtMs, secret } = sitting;
  const codes = sittingCodes(mac, codeSourceOf(study, sittingId, secret), nowMs);
  const slots = codes.filter((code) => code.startAtMs < closesAtMs);
  return ctx.answer({ nowMs, topic: study.topic, place, startAtMs, opensAtMs, closesAtMs, slots });
};
