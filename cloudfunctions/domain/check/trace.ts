/** A photo that the platform was asked about; the id is WeChat's, and only a known one is heard. */
export interface Trace {
  _id: string;
  storyId: string;
  sha256: string;
  at: number;
  answeredAt: number | null;
  version: number;
}
