import {
  type ActionRegistry,
  BytesAnswer,
  GatewayError,
  type GatewayRequest,
} from '../gateway/wire';
import { decodeParameters, encodeAnswer, type OpenApiAnswer } from './protobuf';
import { WechatError } from './wechat-error';

/** Answers one server API: a JSON object, or the bytes of a PNG. */
type OpenApi = (parameters: Readonly<Record<string, unknown>>) => Promise<object | Buffer>;

export interface OpenApiOptions {
  readonly apis: Readonly<Record<string, OpenApi>>;
  /** Cloud calls that the invocation behind a request may make; undefined: no function sent it. */
  readonly permittedTo: (apiToken: unknown) => readonly string[] | undefined;
  readonly log: (line: string) => void;
}

/** Refusals by WeChat's gateway. */
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;

/**
 * The cloud calls: `wx.openApi`, which wx-server-sdk sends as protobuf, and `wx.api`, which
 * node-sdk sends as JSON. An API that the stand-in does not know is refused by name.
 */
export function openApiActions(options: OpenApiOptions): ActionRegistry {
  return {
    'wx.openApi': async (request) => {
      const answer = await answerOf(request, options, protobufParameters(request));
      return new BytesAnswer(encodeAnswer(answer), 'application/octet-stream');
    },
    'wx.api': async (request) => {
      const answer = await answerOf(request, options, jsonParameters(request));
      if (answer.errorCode !== 0) {
        throw new GatewayError(String(answer.errorCode), 'the cloud call was refused');
      }
      return { data: { responseData: Buffer.from(answer.bytes).toString() } };
    },
  };
}

async function answerOf(
  request: GatewayRequest,
  { apis, permittedTo, log }: OpenApiOptions,
  parameters: Readonly<Record<string, unknown>>,
): Promise<OpenApiAnswer> {
  const name = String(request.fields['apiName']).replace(/^openapi\./u, '');
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
  if (api === undefined) {
    throw new GatewayError('INVALID_ACTION', `the local WeChat does not support "${name}"`);
  }
  const permitted = permittedTo(request.fields['wxCloudApiToken']);
  if (permitted === undefined) return refusal(ILLEGAL_SOURCE);
  if (!permitted.includes(name)) {
    log(`config.json of the function does not permit "${name}" (permissions.openapi)`);
    return refusal(NO_PERMISSION);
  }
  try {
    const result = await api(parameters);
    if (Buffer.isBuffer(result)) return { bytes: result, contentType: 'image/png', errorCode: 0 };
    return json({ errcode: 0, errmsg: 'ok', ...result });
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    return json({ errcode: error.errcode, errmsg: error.message });
  }
}

function json(body: object): OpenApiAnswer {
  const bytes = Buffer.from(JSON.stringify(body));
  return { bytes, contentType: 'application/json', errorCode: 0 };
}

function refusal(errorCode: number): OpenApiAnswer {
  return { bytes: Buffer.alloc(0), contentType: '', errorCode };
}

function protobufParameters({ parts }: GatewayRequest): Record<string, unknown> {
  const parameters = decodeParameters(parts['requestData'] ?? Buffer.alloc(0));
  return Object.fromEntries(
    [...parameters].map(([key, value]) => [
      key,
      JSON.parse(Buffer.from(value).toString()) as unknown,
    ]),
  );
}

/** Names come as the function wrote them; the server APIs know them in snake case. */
function jsonParameters({ fields }: GatewayRequest): Record<string, unknown> {
  const text = fields['requestData'];
  const given = JSON.parse(typeof text === 'string' ? text : '{}') as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
