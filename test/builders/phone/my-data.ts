import type { OutputOf } from '../../../contract/action';
import type { myData } from '../../../contract/people/member';
import { localDay } from '../../../domain/time/local-day';
import { at } from './study';

type MyData = OutputOf<typeof myData>;

export const aMyData = (profile: Partial<MyData['profile']> = {}): MyData => ({
  profile: {
    name: '顾守成',
    staffNumber: 'QY11121',
    branchName: '运行支部',
    groupName: '二值党小组',
    crewName: '二值',
    roles: ['member'],
    joinedDay: localDay('2018-08-27'),
    boundAtMs: at('9:05'),
    agreedPrivacyVersion: 1,
    ...profile,
  },
  kept: [{ what: 'attendance', count: 14 }],
});
