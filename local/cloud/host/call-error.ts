/** The code by which the SDK knows a failure, and the number that a phone sees for it. */
const PHONE_CODES = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_REQUEST_FAIL: -504001,
  PERMISSION_DENIED: -501023,
  INVALID_PARAM: -501007,
  RESULT_TOO_LARGE: -604001,
  /** Nobody knows whether the function ran. */
  NETWORK: -1,
} as const;

export type CallErrorCode = keyof typeof PHONE_CODES;

/** A function call that brought no result. `errCode` and `errMsg` are what `wx.cloud` shows. */
export class FunctionCallError extends Error {
  readonly code: CallErrorCode;
  readonly errCode: number;
  readonly errMsg: string;
  readonly requestId: string;

  constructor(code: CallErrorCode, message: string, requestId: string) {
    super(message);
    this.name = 'FunctionCallError';
    this.code = code;
    this.errCode = PHONE_CODES[code];
    this.errMsg =
      code === 'NETWORK'
        ? `cloud.callFunction:fail request:fail ${message}`
        : `cloud.callFunction:fail Error: errCode: ${this.errCode} | errMsg: ${message}`;
    this.requestId = requestId;
  }
}
