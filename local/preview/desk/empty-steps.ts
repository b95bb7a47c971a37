import type { DeskPerson } from './desk-answer';
import { make } from './element';

/** What to do where there is no demo: how the first person comes in, then how the others do. */
export function emptySteps(people: readonly DeskPerson[], address: string): (Node | string)[][] {
  const next = ['在“支部”里定倒班、建支部、加人。别人也各用一部手机，凭支部的邀请码绑定。'];
  if (people.some(({ isGuest }) => !isGuest)) return [next];
  const command = `npm run deploy -- --local ${address} --first-officer "王海,QY001"`;
  return [
    ['另开一个终端，运行 ', make('code', {}, command), '，姓名和工号可以改。'],
    ['在一部手机上填这个姓名、工号和终端里的邀请码，绑定身份。这人就在党委工作部。'],
    next,
  ];
}
