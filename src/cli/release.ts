import manifest from "../../package.json" with { type: "json" };

/** The release of this tool, as package.json has it. */
export const VERSION: string = manifest.version;
