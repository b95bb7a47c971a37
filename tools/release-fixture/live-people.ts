import { api } from '../../contract/api';
import type { InputOf } from '../../contract/action';
import { localDay } from '../../domain/time/local-day';
import { demoPerson } from '../../local/world/people';
import { NEXT_DAY, type Stage, WHO } from './stage';

const { addMember, bind, changeMember, invitation, releaseBinding, setRoles } = api.member;
const { askAboutData, saveRotation, unbind } = api.member;

export const INVITATION = 'YX7K2M';

/** What somebody types to be bound. */
export function binding(memberId: string): InputOf<typeof bind> {
  const { name, staffNumber } = demoPerson(memberId);
  return { name, staffNumber, invitationCode: INVITATION, agreedPrivacyVersion: 1 };
}

/** People come, move, get offices and go. */
export async function changePeople({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const secretary = recorder.phoneOf(WHO.secretary);
  const added = { name: '新来的同志', staffNumber: 'QY99001', groupId: 'yx-crew-2' };
  await officer.get(addMember, {
    memberId: 'yx-added',
    ...added,
    crewId: 'crew-2',
    standing: 'probationary-member',
  });
  await officer.get(addMember, {
    memberId: 'yx-added-unbound',
    name: '调来的同志',
    staffNumber: 'QY99002',
    groupId: null,
    crewId: null,
    standing: 'member',
  });
  const typed = { name: added.name, staffNumber: added.staffNumber };
  const paper = { invitationCode: INVITATION, agreedPrivacyVersion: 1 } as const;
  await recorder.phone('phone-of-the-new').get(bind, { ...typed, ...paper });

  const guest = recorder.phone('guest-1');
  await guest.isRefused(bind, { ...binding('yx17'), invitationCode: 'WRONG1' });
  await guest.get(bind, binding('yx17'));
  for (const code of ['WRONG1', 'WRONG2', 'WRONG3', 'WRONG4', 'WRONG5', 'WRONG6']) {
    await recorder.phone('guest-2').isRefused(bind, { ...binding('yx28'), invitationCode: code });
  }
  await officer.get(releaseBinding, { memberId: 'yx45', reason: '换了手机' });
  await recorder.phone('second-phone-of-yx45').get(bind, binding('yx45'));
  await officer.get(releaseBinding, { memberId: 'yx39', reason: '微信号停用' });
  await recorder.phoneOf('yx43').get(unbind, {});
  const about = { kind: 'correction', of: 'profile' } as const;
  const words = '我 3 月起在三值，这里还是二值';
  await recorder.phoneOf('yx22').get(askAboutData, { askId: 'ask-first', about, words });

  const crew2 = { crewId: 'crew-2', fromDay: NEXT_DAY };
  await officer.get(changeMember, { memberId: 'yx46', crew: crew2, groupId: 'yx-crew-2' });
  const none = { crewId: null, fromDay: NEXT_DAY };
  await officer.get(changeMember, { memberId: 'yx42', crew: none, groupId: null });
  await officer.get(changeMember, { memberId: 'yx47', hasLeft: true });
  await officer.get(changeMember, { memberId: 'yx48', hasLeft: true });
  await officer.get(changeMember, { memberId: 'yx48', hasLeft: false });
  await officer.isRefused(setRoles, { memberId: 'yx31', roles: ['member', 'secretary'] });
  await secretary.get(setRoles, { memberId: 'yx31', roles: ['member', 'publicity-officer'] });
  await recorder.phoneOf(WHO.otherOfficer).get(invitation, { renew: true });
}

/** One pattern that is known, one of one's own, and somebody who rotates by it. */
export async function setUpRotations({ recorder }: Stage): Promise<void> {
  const office = recorder.phoneOf(WHO.office);
  await office.get(saveRotation, { draft: aRotation('rotation-boiler') });
  await office.get(saveRotation, {
    draft: {
      ...aRotation('rotation-own'),
      name: '门卫两班倒',
      pattern: {
        kind: 'own',
        days: [[guard('day', 480)], [guard('night', 1200)], [], []],
        daysCounted: 'every-day',
        offsets: [0, 2],
      },
      crews: ['guard-a', 'guard-b'].map((crewId) => ({ crewId, name: crewId })),
      answers: [],
    },
  });
  const crew = { crewId: 'guard-a', fromDay: localDay('2026-03-20') };
  await office.get(changeMember, { memberId: 'yx41', crew });
}

const guard = (kind: 'day' | 'night', startMinute: number) => ({
  label: kind,
  kind,
  startMinute,
  durationMinutes: 720,
});

/** Four crews, two shifts. */
export function aRotation(rotationId: string): InputOf<typeof saveRotation>['draft'] {
  const validFromDay = localDay('2026-03-16');
  const crewIds = ['a', 'b', 'c', 'd'].map((letter) => `${rotationId}-${letter}`);
  return {
    rotationId,
    name: '锅炉房四班两倒',
    pattern: { kind: 'preset', presetId: 'four-crews-two-shifts' },
    crews: crewIds.map((crewId) => ({ crewId, name: crewId.slice(-8) })),
    validFromDay,
    answers: [{ day: validFromDay, label: 'white', crewId: crewIds[0] ?? '' }],
  };
}
