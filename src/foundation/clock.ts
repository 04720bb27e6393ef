/** Tells the present moment; handed in wherever time matters, so that tests can choose it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
