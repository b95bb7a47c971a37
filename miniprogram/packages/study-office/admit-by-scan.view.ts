import type { RollLine } from '../../../contract/study/register';
import { clockOf } from '../../text/when';

export const CAMERA_TEXT = '相机没有打开。可以在点名册里登记。';

/** '赵志强 14:03 已签到'. */
export function admittedText({ name, atMs }: RollLine, wasIn: boolean): string {
  const at = atMs === null ? '' : `${clockOf(atMs)} `;
  return wasIn ? `${name} ${at}已经签过了` : `${name} ${at}已签到`;
}
