import type { OutputOf } from '../../../contract/action';
import type { RollLine, whoseCode } from '../../../contract/study/register';
import type { Question } from '../../state/confirmed';
import { clockOf } from '../../text/when';

export const CAMERA_TEXT = '相机没有打开。可以在点名册里登记。';

/** Asked before anybody is entered: a code says who is meant, not who holds the phone. */
export function isItThem({ name, groupName, crewName }: OutputOf<typeof whoseCode>): Question {
  const place = [groupName ?? '', crewName ?? ''].filter((part) => part !== '').join(' · ');
  return {
    title: name,
    content: place === '' ? '是本人就登记' : `${place}\n是本人就登记`,
    confirmBtn: '是，登记',
    cancelBtn: '不是',
  };
}

/** '赵志强 14:03 已签到'. */
export function admittedText({ name, atMs }: RollLine, wasIn: boolean): string {
  const at = atMs === null ? '' : `${clockOf(atMs)} `;
  return wasIn ? `${name} ${at}已经签过了` : `${name} ${at}已签到`;
}
