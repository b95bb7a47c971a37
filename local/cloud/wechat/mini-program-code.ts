import { qrPng } from './qr-png';
import { WechatError } from './wechat-error';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/u;
/** Starts the text of a code of the stand-in, so that nobody takes it for a real one. */
const CODE_PREFIX = 'local-mini-program-code:';

/**
 * `wxacode.getUnlimited`: a picture that a phone of the preview can scan. It is a plain QR code of
 * `local-mini-program-code:<page>?scene=<encoded>`, where WeChat draws its round one.
 * @throws WechatError 40169 for a scene against the rules, 41030 for a page, 40097 for a width
 */
export function unlimitedCode(parameters: Readonly<Record<string, unknown>>): Buffer {
  const { scene, page = '', width = 430 } = parameters;
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatError(40169);
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
    throw new WechatError(41030);
  }
  if (typeof width !== 'number' || width < 280 || width > 1280)
    throw new WechatError(40097, 'width');
  return qrPng(`${CODE_PREFIX}${page}?scene=${encodeURIComponent(scene)}`, width);
}
