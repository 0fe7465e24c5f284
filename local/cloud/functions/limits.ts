/** Limits of CloudBase functions and of their stand-in here, each with its source. */
import { availableParallelism } from 'node:os';

const KB = 1024;
const MB = 1024 * KB;

/** Text of one call. Source: WeChat cloud development, "Quotas": call payload, text 100 KB. */
export const REQUEST_BYTES_MAX = 100 * KB;

/**
 * An event made by HTTP access: a binary body of 6 MB grows by a third in base64, and has headers.
 * Source: SCF status code 406, synchronous events up to 6 MB.
 */
export const HTTP_EVENT_BYTES_MAX = 8 * MB + 128 * KB;

/** What `main` returns, as JSON. Source: SCF status code 407, 6 MB. */
export const RESPONSE_BYTES_MAX = 6 * MB;

/** Seconds. Source: CloudBase function configuration, 1–60 for functions called by the SDK. */
export const TIMEOUT_SECONDS = { min: 1, max: 60 } as const;

/** MB. Source: CloudBase function configuration. */
export const MEMORY_MB = { min: 128, max: 2048 } as const;

/** Loading the module, before any call. Source: SCF, default initialization timeout. */
export const INITIALIZATION_MS_MAX = 65_000;

/** Source: CloudBase "timer triggers": one trigger a function. */
export const TRIGGERS_MAX = 1;

/** Source: CloudBase "timer triggers": the form of a trigger's name. */
export const TRIGGER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** Source: SCF, form of a function's name. */
export const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]$/;

// From here on: ours, chosen for a laptop, not the platform's.

/**
 * Processes of one function at once; further calls wait their turn. One more than there are processors
 * keeps those busy while it waits for somebody else; each further one costs its start, many calls until
 * V8 has compiled what it runs, and the caches that it drives the others out of (a tenth of 16 filings).
 */
export const INSTANCES_MAX = Math.min(10, Math.max(3, availableParallelism() + 1));
/** Calls that wait for an instance of one function. */
export const QUEUE_MAX = 1000;
/** An instance that nobody called for so long is ended. */
export const IDLE_MS = 60_000;
/** An instance is replaced after so many calls, so that nobody leans on its memory. */
export const INVOCATIONS_MAX = 1000;
/** How often the resident memory of a running instance is looked at. */
export const MEMORY_CHECK_MS = 100;
/** How long a stopping cloud waits for calls under way; those of phones had their time before. */
export const STOP_GRACE_MS = 2000;
/** Console lines kept for each function. */
export const LOG_LINES_MAX = 1000;
/** A console line is cut here. */
export const LOG_LINE_CHARACTERS_MAX = 8192;
