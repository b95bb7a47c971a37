import type { rotationActions } from '../../../contract/roster/rotations';
import { ROTATION_PRESETS, ROTATION_PRESET_IDS } from '../../../domain/shift/rotation-presets';
import { firstQuestionOf } from '../../../domain/shift/rotation-set-up';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { readOrganisation, type Organisation } from '../../_store/people/organisation';
import { rotations as rotationDocuments } from '../../_store/roster/rotations';
import { rotationOf } from '../../_store/roster/shift-documents';
import { daysOfCrew, daysOfRotation } from './crew-days';
import { toSlots } from './to-roster-shapes';

/** Current: at least one of its crews works by it today. */
export const rotations: Handler<typeof rotationActions.rotations> = async (_input, ctx) => {
  const today = dayOfInstant(ctx.nowMs());
  const [all, organisation] = await Promise.all([rotationDocuments.all(), readOrganisation()]);
  return ctx.answer({
    today,
    rotations: all.map((document) => {
      const { _id, name, cycleDays, validFromDay, crews } = document;
      const slotsToday = daysOfRotation(rotationOf(document), today, 1)[0]?.crews ?? [];
      return {
        rotationId: _id,
        name,
        cycleDays,
        validFromDay,
        isCurrent: crews.some(({ crewId }) => rotationIdOf(crewId, organisation, today) === _id),
        crews: crews.map((crew, index) => ({
          crewId: crew.crewId,
          name: crew.name,
          slotsToday: toSlots(slotsToday[index]?.slots ?? []),
        })),
      };
    }),
    presets: ROTATION_PRESET_IDS.map((presetId) => {
      const preset = ROTATION_PRESETS[presetId];
      return {
        presetId,
        cycleDays: preset.days.length,
        crewCount: preset.crewCount,
        days: preset.days.map(toSlots),
        firstQuestion: firstQuestionOf(preset) ?? null,
      };
    }),
  });
};

function rotationIdOf(crewId: string, { roster }: Organisation, day: LocalDay): string | undefined {
  const source = daysOfCrew(roster, crewId, day, 1)[0]?.source;
  return source !== undefined && 'rotationId' in source ? source.rotationId : undefined;
}
