/** A photo that the platform was asked about; the id is WeChat's, and only a known one is heard. */
export interface Trace {
  id: string;
  sha256: string;
}
