/** The people of the local cloud, as the stage offers them. */

/** As the cloud answers at `/personas`. */
export interface Persona {
  openid: string;
  unionid: string;
  name: string;
  phone: string;
}

export interface StageConfig {
  cloud: string;
  /** Addresses that the first visit shows beside the phones. */
  frames: { title: string; url: string }[];
  /** Where the windows of the first visit open, in their order. */
  pages: string[];
}

/** The server's settings. */
export async function fetchConfig(): Promise<StageConfig> {
  const response = await fetch('/config.json');
  // Our own server's answer.
  return (await response.json()) as StageConfig;
}

/** The cloud's personas; undefined while the cloud does not answer. */
export async function fetchPersonas(cloud: string): Promise<Persona[] | undefined> {
  try {
    const response = await fetch(`${cloud}/personas`);
    // The local cloud's answer, documented in its README.
    return response.ok ? ((await response.json()) as Persona[]) : undefined;
  } catch {
    return undefined;
  }
}
