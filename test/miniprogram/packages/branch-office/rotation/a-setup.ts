import { ROTATION_PRESETS } from '../../../../../domain/shift/rotation-presets';
import {
  nothingAnswered,
  type Answers,
  type Preview,
  type Setup,
} from '../../../../../miniprogram/packages/branch-office/rotation/set-up';
import { BACK_NIGHT, EARLY, FRONT_NIGHT, MIDDLE, REST } from '../../../../builders/phone/roster';
import { dayAfter } from '../../../../builders/phone/study';

export const today = dayAfter(0);
export const crews = ['一值', '二值', '三值', '四值', '五值'].map((name, index) => ({
  crewId: `crew-${index + 1}`,
  name,
}));

/** Five crews that rotate already, and two of the known patterns. */
const setup: Setup = {
  today,
  rotations: [
    {
      rotationId: 'main',
      name: '主厂房五班四倒',
      cycleDays: 5,
      validFromDay: dayAfter(-100),
      isCurrent: true,
      crews: crews.map((crew) => ({ ...crew, slotsToday: [REST] })),
    },
  ],
  presets: [
    {
      presetId: 'five-crews-four-shifts',
      cycleDays: 5,
      crewCount: 5,
      days: [[FRONT_NIGHT], [MIDDLE], [EARLY], [BACK_NIGHT], [REST]],
      firstQuestion: 'early',
    },
    {
      presetId: 'day-workers',
      cycleDays: 1,
      crewCount: 0,
      days: [[...(ROTATION_PRESETS['day-workers'].days[0] ?? [])]],
      firstQuestion: null,
    },
  ],
};

export const known = { kind: 'known', output: setup, asOfAtMs: null } as const;
export const start = nothingAnswered('r', today);
export const chosen: Answers = {
  ...start,
  chosen: { kind: 'preset', presetId: 'five-crews-four-shifts' },
};
export const settled: Answers = { ...chosen, crews, areCrewsSettled: true };
export const answered: Answers = {
  ...settled,
  answers: [{ day: today, label: 'early', crewId: 'crew-2' }],
};
export const preview: Preview = {
  next: null,
  days: [{ day: today, crews: crews.map(({ crewId }) => ({ crewId, slots: [EARLY] })) }],
  uncovered: [],
};
