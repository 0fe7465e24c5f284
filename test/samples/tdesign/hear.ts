/** A page's handler that writes down what it heard: `<data-as> <event> <detail>`. */
interface Heard {
  type: string;
  detail: unknown;
  currentTarget: { dataset: Record<string, string> };
}

interface SampleApp {
  heard: string[];
}

/** Writes a line that tests read. */
export function note(line: string): void {
  getApp<SampleApp>().heard.push(line);
}

/** For `bind:change="hear" data-as="switch"`. */
export function hear(event: Heard): void {
  const name = event.currentTarget.dataset.as ?? '';
  note(`${name} ${event.type} ${JSON.stringify(event.detail)}`);
}
