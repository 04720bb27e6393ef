import { vietnamDay } from "../../foundation/vietnam-time.ts";

/** The day it is in Việt Nam, wherever the reader is. */
export const readersDay = (): string => vietnamDay(new Date());
