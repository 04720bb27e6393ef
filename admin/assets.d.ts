declare module "*.svg" {
  /** Address of the picture. */
  const address: string;
  export default address;
}

declare module "*.css?inline" {
  /** The style sheet as text. */
  const text: string;
  export default text;
}

declare module "*.svg?url" {
  /** The address of the picture. */
  const address: string;
  export default address;
}
