import type { ImmutableMap } from "./decap.ts";

/** Decap's own state, as far as these pages read and change it. */
export interface DecapStore {
  getState: () => DecapState;
  dispatch: (action: Action) => unknown;
  /** Calls back after every action; returns what ends it. */
  subscribe: (listener: () => void) => () => void;
}

export interface DecapState {
  /** The open form. */
  entryDraft: DraftState;
  /** The collections by their names, as the settings have them. */
  collections: ChangeableMap;
}

/** The fields of a collection. */
export interface Fields {
  forEach: (visit: (field: ImmutableMap, place: number) => void) => void;
}

/** A map of Decap's that can be changed into another one. */
export interface ChangeableMap extends ImmutableMap {
  set: (key: string, value: unknown) => this;
  setIn: (path: readonly (string | number)[], value: unknown) => this;
}

/** What is in the open form. */
export type DraftState = ChangeableMap;

export interface Action {
  type: string;
  [part: string]: unknown;
}

export type Reducer = (state: DecapState | undefined, action: Action) => DecapState;
