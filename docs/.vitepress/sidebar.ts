import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { DefaultTheme } from "vitepress";

/** A page by its path without `.md`. */
const page = (text: string, path: string): DefaultTheme.SidebarItem => ({ text, link: `/${path}` });

const group = (text: string, items: readonly DefaultTheme.SidebarItem[]): DefaultTheme.SidebarItem => ({
  text,
  collapsed: false,
  items: [...items],
});

/** The pages of a folder of the reference, which scripts/docs.ts has written; a list of them is its own page. */
const generated = (text: string, folder: string): DefaultTheme.SidebarItem => {
  const names = readdirSync(join(import.meta.dirname, "pages", folder)).map((name) => name.replace(/\.md$/, ""));
  const items = names.filter((name) => name !== "index").sort();
  return { text, link: `/${folder}/`, collapsed: true, items: items.map((name) => page(name, `${folder}/${name}`)) };
};

/** Every page of the site has its place here, but for those of codes, which are too many; test/docs/site compares. */
export const SIDEBAR: readonly DefaultTheme.SidebarItem[] = [
  page("Install", "install"),
  page("Quick start", "quick-start"),
  page("The guide step by step", "guide"),
  page("Gallery", "gallery"),
  group("Do not lock yourself out", [
    page("The guard", "guard"),
    page("The way back", "way-back"),
    page("What a change opens and closes", "effect"),
    page("Who can reach what", "exposure"),
    page("The page", "explore"),
    page("Lint", "lint"),
  ]),
  group("From a Kubernetes cluster", [
    page("Simulate on a dump", "kubernetes"),
    page("The API server as datastore", "kubernetes-datastore"),
  ]),
  group("Flow tests in CI", [
    page("Test policy", "testing-policy"),
    page("Simulate", "simulate"),
    page("In CI", "ci"),
    page("Editors and shells", "editors"),
  ]),
  group("Datastores", [
    page("etcd and the embedded store", "datastores"),
    page("Manifests and resources", "resources"),
  ]),
  page("Facts of a node", "node-facts"),
  page("Performance, and what is not proved", "performance"),
  page("Versions, and where a node differs from the guide", "versions"),
  page("Coming from calicoctl or kubectl", "coming-from"),
  group("Reference", [
    generated("Commands", "reference/commands"),
    generated("Kinds", "reference/kinds"),
    page("Codes", "reference/codes/"),
    page("All commands on a page", "commands"),
    page("All codes on a page", "codes"),
    page("Schemas", "project/schemas"),
    page("Library", "library"),
    page("Examples", "project/examples"),
  ]),
  group("Design", [
    page("Semantics", "semantics"),
    page("Promises", "promises"),
    page("Dependencies", "dependencies"),
    page("Driver of the embedded store", "decisions/embedded-store-driver"),
    page("Client of the API server", "decisions/kubernetes-client"),
    page("The home page", "decisions/home-page"),
    page("Words", "words"),
    page("Adding", "adding"),
    page("The map of the code", "project/map"),
    page("Contributing", "project/contributing"),
    page("Security", "project/security"),
    page("Changes", "project/changes"),
  ]),
];
