import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import type { RotationDocument } from '../../cloudfunctions/_store/roster/shift-documents';
import { ROTATION_PRESETS, type RotationPresetId } from '../../domain/shift/rotation-presets';
import { localDay, MS_PER_DAY } from '../../domain/time/local-day';

/** People of a branch who belong to one group and rotate with one crew. */
interface Team {
  readonly groupId: string;
  readonly groupName: string;
  readonly crewId: string;
  readonly size: number;
}

export interface DemoBranch {
  readonly branchId: string;
  readonly name: string;
  /** Begins the ids of its people. */
  readonly prefix: string;
  readonly invitationCode: string;
  readonly teams: readonly Team[];
}

export const DAY_CREW = 'crew-days';
/** The rotation of the five crews. */
export const MAIN_PLANT = 'rotation-main-plant';
const FIVE_CREWS = ['crew-1', 'crew-2', 'crew-3', 'crew-4', 'crew-5'];
const FIVE_NAMES = ['一值', '二值', '三值', '四值', '五值'];
const FOUR_CREWS = ['crew-jia', 'crew-yi', 'crew-bing', 'crew-ding'];
const FOUR_NAMES = ['甲班', '乙班', '丙班', '丁班'];

/** Four branches of one invented power plant; the groups of the two shift branches follow the crews. */
export const demoBranches: readonly DemoBranch[] = [
  {
    branchId: 'yunxing',
    name: '运行支部',
    prefix: 'yx',
    invitationCode: 'YX7K2M',
    teams: [
      team('yx-guanli', '运行管理组', DAY_CREW, 4),
      ...FIVE_CREWS.map((crewId, index) =>
        team(`yx-${crewId}`, `${FIVE_NAMES[index] ?? ''}党小组`, crewId, index === 4 ? 8 : 9),
      ),
    ],
  },
  {
    branchId: 'ranliao',
    name: '燃料支部',
    prefix: 'rl',
    invitationCode: 'RL4H9P',
    teams: [
      team('rl-guanli', '燃料管理组', DAY_CREW, 4),
      ...FOUR_CREWS.map((crewId, index) =>
        team(`rl-${crewId}`, `${FOUR_NAMES[index] ?? ''}党小组`, crewId, 8),
      ),
    ],
  },
  {
    branchId: 'jianxiu',
    name: '检修支部',
    prefix: 'jx',
    invitationCode: 'JX8T3W',
    teams: [
      team('jx-guolu', '锅炉组', DAY_CREW, 9),
      team('jx-qiji', '汽机组', DAY_CREW, 9),
      team('jx-dianqi', '电气组', DAY_CREW, 9),
      team('jx-rekong', '热控组', DAY_CREW, 9),
    ],
  },
  {
    branchId: 'jiguan',
    name: '机关支部',
    prefix: 'jg',
    invitationCode: 'JG5N6Q',
    teams: [
      team('jg-zonghe', '综合组', DAY_CREW, 10),
      team('jg-shengchan', '生产管理组', DAY_CREW, 10),
    ],
  },
];

export function branchDocuments(nowMs: number): BranchDocument[] {
  return demoBranches.map(({ branchId, name, invitationCode, teams }) => ({
    _id: branchId,
    name,
    groups: teams.map(({ groupId, groupName }) => ({ groupId, name: groupName })),
    invitation: {
      code: invitationCode,
      expiresAtMs: nowMs + 7 * MS_PER_DAY,
      requestId: `demo-${branchId}`,
    },
    rolesRevision: 0,
    schemaVersion: 1,
  }));
}

export function rotationDocuments(): RotationDocument[] {
  return [
    rotation(MAIN_PLANT, '主厂房五班四倒', 'five-crews-four-shifts', [
      ...FIVE_CREWS.map((crewId, index) => ({ crewId, name: FIVE_NAMES[index] ?? '' })),
    ]),
    rotation('rotation-fuel', '燃料区四班三倒', 'four-crews-three-shifts', [
      ...FOUR_CREWS.map((crewId, index) => ({ crewId, name: FOUR_NAMES[index] ?? '' })),
    ]),
    rotation('rotation-days', '长白班', 'day-workers', [{ crewId: DAY_CREW, name: '长白班' }]),
  ];
}

function rotation(
  id: string,
  name: string,
  presetId: RotationPresetId,
  crews: readonly { readonly crewId: string; readonly name: string }[],
): RotationDocument {
  const { days, crewStep, daysCounted } = ROTATION_PRESETS[presetId];
  return {
    _id: id,
    name,
    cycleDays: days.length,
    days: days.map((slots) => [...slots]),
    crews: crews.map((crew, index) => ({ ...crew, offset: index * crewStep })),
    anchorDay: localDay('2020-01-01'),
    validFromDay: localDay('2020-01-01'),
    daysCounted,
    schemaVersion: 1,
  };
}

function team(groupId: string, groupName: string, crewId: string, size: number): Team {
  return { groupId, groupName, crewId, size };
}
