import type { Detail } from '../../contract/action';

/** By its number from 1. */
export const pictureOf = ({ number }: Detail): string => `第 ${number ?? '几'} 张图`;

/** What a phone of ours makes smaller before it is sent, where it is chosen anew. docs/rules.md#R-286 */
export const pictureTooLargeText = (detail: Detail): string =>
  `${pictureOf(detail)}太大，没有交上去。删掉它重新选一次，手机会先把它变小。`;
