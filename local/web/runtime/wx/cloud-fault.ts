/** How wx.cloud words an error of the cloud: a number, and the cloud's own code and message. */
import { ApiFault } from './fault';
import type { Incoming } from './network/exchange';

/** A refusal of the cloud by its code, e.g. `FUNCTION_NOT_FOUND`. */
export class CloudFault extends ApiFault {
  constructor(
    readonly code: string,
    message = code,
  ) {
    const errCode = ERR_CODES[code] ?? UNKNOWN_ERR_CODE;
    super(`Error: errCode: ${errCode} | errMsg: ${code} ${message}`, { errCode });
  }
}

/** The fault of an answer that is not 200; the gateway says `{ code, message }`. */
export function gatewayFault({ body, statusCode }: Incoming): CloudFault {
  const text = new TextDecoder().decode(body);
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return new CloudFault(code ?? String(statusCode), message ?? text);
  } catch {
    return new CloudFault(String(statusCode), text.slice(0, 200));
  }
}

// "Cloud resource: system error" of WeChat's list of cloud error codes.
const UNKNOWN_ERR_CODE = -501001;

/**
 * Cloud code → errCode of wx.cloud. Source: WeChat's list of cloud error codes where it names the case;
 * that list is coarse, so a phone should not tell cases apart by these numbers alone.
 */
const ERR_CODES: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  FUNCTIONS_PERMISSION_DENIED: -501007,
  EXCEED_MAX_PAYLOAD_SIZE: -501000,
  STORAGE_EXCEED_AUTHORITY: -503001,
  STORAGE_FILE_NONEXIST: -503003,
};
