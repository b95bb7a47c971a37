import { type ActionRegistry, GatewayError } from '../gateway/wire';
import { FunctionCallError } from './call-error';
import type { FunctionHost } from './function-host';
import type { Caller } from './identity';

/** A request from outside any function: credentials, no person. */
const ADMIN: Caller = { openId: '', source: '' };

/** `functions.invokeFunction`: a function calls another, for the same person. */
export function functionActions(host: FunctionHost): ActionRegistry {
  return {
    'functions.invokeFunction': async ({ fields }) => {
      const caller = host.invocationOf(fields['wxCloudApiToken'])?.caller ?? ADMIN;
      const event = fields['request_data'];
      try {
        const response = await host.invoke(
          String(fields['function_name']),
          typeof event === 'string' && event !== '' ? event : '{}',
          { ...caller, source: [caller.source, 'scf'].filter((part) => part !== '').join(',') },
        );
        return { data: { response_data: response } };
      } catch (error) {
        if (!(error instanceof FunctionCallError)) throw error;
        throw new GatewayError(error.code, error.message);
      }
    },
  };
}
