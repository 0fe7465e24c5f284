/** What the house knows of a kind of channel; each kind's folder in channels/ says its own. */
export interface ChannelKind {
  /** As it is stored: lower case and `_`. */
  kind: string;
  /** For administrators, in Chinese. */
  name: string;
  /** It listens at an address of its own, which is also what its rate is limited for. */
  needsEndpoint: boolean;
  /** What goes there is signed with a secret that both sides hold. */
  needsSecret: boolean;
  /** What it takes comes before the public, so it can never be an internal channel. */
  publishes: boolean;
}
