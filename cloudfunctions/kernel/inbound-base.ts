/** Where outsiders reach the function `inbound`, as deployment says; '' where it knows none. */
export function inboundBase(): string {
  return process.env.INBOUND_BASE ?? '';
}
