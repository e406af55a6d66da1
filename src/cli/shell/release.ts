import manifest from "../../../package.json" with { type: "json" };

/** The release of this tool, as package.json has it. */
export const VERSION: string = manifest.version;

/** Where the documentation is published, as package.json has it. */
export const HOME_PAGE: string = manifest.homepage;

declare const BUILD_COMMIT: string | undefined;

/** The commit this tool was built from; empty where it was not built from a repository. */
export const COMMIT: string = typeof BUILD_COMMIT === "string" ? BUILD_COMMIT : "";
