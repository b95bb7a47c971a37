/** An error code of a WeChat server API: answered as `{errcode, errmsg}`. */
export class WechatError extends Error {
  readonly errcode: number;

  constructor(errcode: number, detail = '') {
    super(`${MESSAGES[errcode] ?? 'error'}${detail === '' ? '' : ` ${detail}`} rid: local-fake`);
    this.name = 'WechatError';
    this.errcode = errcode;
  }
}

/** The beginnings of the texts that WeChat answers. */
const MESSAGES: Readonly<Record<number, string>> = {
  40003: 'invalid openid',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40129: 'invalid scene',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  43107: 'template is banned',
  43108: 'concurrent sends to one user',
  45002: 'content size out of limit',
  45168: 'sensitive word in the message',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'user access record not found in the last two hours',
  87020: 'repeated request',
};

/** Openids of the stand-in look fake: small letters, a dash, then letters, digits, dashes. */
export function checkOpenId(openId: unknown): string {
  if (typeof openId === 'string' && /^[a-z]+-[\w-]{1,60}$/u.test(openId)) return openId;
  throw new WechatError(40003);
}
