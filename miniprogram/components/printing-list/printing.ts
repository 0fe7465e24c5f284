/** One printing in words: apart from the component, so that tests may read it without WeChat's types. */
export interface ShownPrinting {
  id: string;
  outlet: string;
  /** Level, day, position; as one grey line. */
  about: string;
  /** As it was printed, where that is another headline than the story's. */
  headline: string;
  state: 'reported' | 'verified' | 'rejected' | 'withdrawn';
  stateWords: string;
  why: string;
  metrics: string;
  isAfterKill: boolean;
  /** What the author says counts: chosen, may be chosen, or no matter of choice. */
  choice: 'chosen' | 'open' | '';
  url: string;
  clippingUrl: string;
}
