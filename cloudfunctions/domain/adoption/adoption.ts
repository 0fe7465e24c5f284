/**
 * 采用: one work appeared once at one outlet. One printing is one adoption: its id is made of work,
 * outlet, day and position; further reports of it join as evidence.
 */
import { hashJson } from '../../kernel/hash';
import type { OutletClass, OutletLevel } from '../outlet/outlet';
import type { StoryKind } from '../story/story';

export const positions = ['front_lead', 'front', 'page_lead', 'important', 'other'] as const;
export type Position = (typeof positions)[number];

/** 体裁 as printed; `brief` 简讯, `image` 图片. */
export const genres = ['news', 'brief', 'feature', 'image', 'video', 'theory', 'other'] as const;
export type Genre = (typeof genres)[number];

/** single 单篇, composite 综合采用, repost 转载, commissioned 约稿, sent_up 上报 (the organ sends it higher). */
export const modes = ['single', 'composite', 'repost', 'commissioned', 'sent_up'] as const;
export type Mode = (typeof modes)[number];

/** Who made the work; frozen from the story's bylines, or as the office registered it. */
export interface Credit {
  personId: string | null;
  name: string;
  part: 'text' | 'photo' | 'video' | 'edit';
  /** A journalist of the outlet: named, but never paid by the office. */
  isJournalist: boolean;
}

/** What was printed: a story of ours, or an outside work that the office registered. */
export interface Work {
  id: string;
  storyId: string | null;
  storyNumber: string | null;
  headline: string;
  kind: StoryKind;
  column: string | null;
  /** The unit it was filed for, which the points freeze. */
  unitId: string;
  credits: Credit[];
  photoCount: number;
}

export interface Evidence {
  id: string;
  /** Who says so: the channel's answer, a person's report, the office. */
  source: 'channel' | 'report' | 'office';
  byId: string | null;
  byName: string;
  at: number;
  url: string | null;
  /** A clipping's file in `adoptions/<adoptionId>/`. */
  fileId: string | null;
  note: string;
}

export interface MetricSnapshot {
  at: number;
  reads: number | null;
  forwards: number | null;
  source: 'channel' | 'entered' | 'screenshot';
  byName: string;
}

/** How a printing of before the start counts beside the opening balances. */
export type BroughtIn = 'counted' | 'uncounted';

export type AdoptionState = 'reported' | 'verified' | 'rejected' | 'withdrawn';

export interface Adoption {
  _id: string;
  work: Work;
  state: AdoptionState;
  /** Null while the outlet that was named is none of the directory's. */
  outletId: string | null;
  outletName: string;
  printedOn: string;
  position: Position;
  genre: Genre;
  mode: Mode;
  /** Characters as printed; null where it does not apply or is not known. */
  words: number | null;
  durationSeconds: number | null;
  headlineAsPrinted: string;
  /** The byline as printed, where it is another than the work's. */
  creditsAsPrinted?: Credit[];
  /** Media fee in fen; null where none is known. */
  feeFen: number | null;
  evidence: Evidence[];
  metrics: MetricSnapshot[];
  /** Published by the outlet after the story was killed. */
  isAfterKill: boolean;
  verifiedOn: string | null;
  /** The day that says which bulletin counts it, as with entries; from its first verification on. */
  countsOn?: string;
  /** Whose pages show it: credits with a person, and the story's author. */
  peopleIds: string[];
  /** The work's unit and everything above it: in whose scope it waits. */
  unitPath: string[];
  /** Its facts were corrected so that it is another printing's; that one has its evidence. */
  movedTo?: string;
  /** Why the office rejected or withdrew it. */
  stoppedWhy?: string;
  /** Of before the start, from an .xlsx: counted, or entered for the record only. */
  broughtIn?: BroughtIn;
  /** Why the office counts it apart from another of the same outlet, day and position. */
  apart?: string;
  reportedAt: number;
  updatedAt: number;
  version: number;
}

/** The id of one printing; two reports of it meet here. `apart`: the office counts it separately. */
export function adoptionId(printing: {
  workId: string;
  outlet: string;
  printedOn: string;
  position: Position;
  apart?: string | undefined;
}): string {
  const { workId, outlet, printedOn, position, apart } = printing;
  const parts = [workId, outlet, printedOn, position, ...(apart === undefined ? [] : [apart])];
  return hashJson(parts).slice(0, 32);
}

/** What happened to an adoption; each is a cause that may post entries. Append-only. */
export interface AdoptionEvent {
  _id: string;
  adoptionId: string;
  workId: string;
  kind:
    | 'adoption_reported'
    | 'evidence_added'
    | 'adoption_verified'
    | 'adoption_corrected'
    | 'adoption_rejected'
    | 'adoption_withdrawn'
    | 'adoption_chosen'
    | 'metric_taken';
  byId: string | null;
  byName: string;
  at: number;
  note: string;
}

/** An outlet's standing on the day of printing, as points and lists need it. */
export interface OutletFacts {
  outletId: string;
  name: string;
  level: OutletLevel;
  outletClass: OutletClass;
  group: string | null;
}
