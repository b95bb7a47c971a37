/** What goes over the wire between the SDK and the gateway: docs in local/cloud/README.md. */

/** An expected failure: answered as HTTP 200 with `{code, message, requestId}`, as production does. */
export class GatewayError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'GatewayError';
    this.code = code;
  }
}

/** Thrown by a handler whose answer shall get lost: the connection is cut without a word. */
export class LostAnswer extends Error {}

/** An answer that is not JSON (`wx.openApi`): the SDK hands the bytes to its caller. */
export class BytesAnswer {
  readonly bytes: Uint8Array;
  readonly contentType: string;

  constructor(bytes: Uint8Array, contentType: string) {
    this.bytes = bytes;
    this.contentType = contentType;
  }
}

export interface GatewayRequest {
  readonly action: string;
  readonly env: string;
  readonly requestId: string;
  /** Every field of the body except action; of a multipart body, the parts that are text. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The parts of a multipart body as bytes, text parts included; empty for a JSON body. */
  readonly parts: Readonly<Record<string, Buffer>>;
}

/**
 * Answers one action. The object becomes the body, with requestId added; usually `{ data }`.
 * Throw a GatewayError to refuse; anything else that is thrown is answered as SYS_ERR and logged.
 */
export type ActionHandler = (request: GatewayRequest) => Promise<object>;

export type ActionRegistry = Record<string, ActionHandler>;
