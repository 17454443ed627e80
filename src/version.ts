import { version as released } from "../package.json";

/** The version of the API, which is the package's. */
export const version: string = released;
