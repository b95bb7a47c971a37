import type { PictureLicence } from '../../../domain/content/channel/item';
import type { Newer } from '../../../contract/growing';

/** By what right a picture is shown. */
export const LICENCE_TEXT: Readonly<Record<PictureLicence | Newer, string>> = {
  own: '自己拍的、画的',
  permitted: '作者同意的',
  open: '公开可用的',
  newer: '其他',
};
