/** Largest picture file that a submission may bring, in bytes: history keeps every one of them for ever. */
export const largestPicture = 5_000_000;

/** Longest side of a picture, in pixels. */
export const widest = 8000;

/** Narrowest picture that does not look blurred, in pixels. */
export const narrowest = 320;

/** Pixels that are decoded at most: a small file can hold a picture that takes all memory. */
export const mostPixels = widest * widest;
