/** What a built-in tag is to the code that brings it to life. */
import type { Component } from '../core/element';

/** A property's type and default; `null` takes any type. */
export type PropertySpec =
  | { type: StringConstructor; value: string }
  | { type: NumberConstructor; value: number }
  | { type: BooleanConstructor; value: boolean }
  | { type: ArrayConstructor; value: unknown[] }
  | { type: null; value: unknown };

/** One instance of a tag. */
export interface Tag {
  readonly dom: HTMLElement;
  readonly component: Component;
  /** Current values by camel-case name; spread of the declared properties. */
  readonly props: Readonly<Record<string, unknown>>;
  str(name: string): string;
  num(name: string): number;
  is(name: string): boolean;
  /** Fires an event with WeChat's detail; it does not bubble, like all of WeChat's own events of tags. */
  fire(name: string, detail?: unknown): void;
  /** Writes a property from inside, which also feeds `model:`. */
  set(name: string, value: unknown): void;
  /** Hears an event of the mini-program (`tap`) on this tag. */
  on(name: string, listener: (event: Record<string, unknown>) => void): void;
}
