import { expect, test } from "vitest";
import { resourceKey } from "../../../src/datastore/keys.ts";
import { resourceList } from "../../../src/datastore/resources/resource-list.ts";
import { LaterResource, laterReaders } from "../../../src/datastore/values/later-resource.ts";
import { calicoVersionRules, DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";

const V37 = calicoVersionRules("v3.7") ?? DEFAULT_CALICO;
const START = '{"kind":"HostEndpoint","apiVersion":"projectcalico.org/v3","metadata":{"name":"NAME"},"spec":';
const USUAL = `${START}{"node":"n1","interfaceName":"eth0","expectedIPs":["10.0.0.1"]}}`;

/** The texts of the values of many host endpoints; some stand for others, by their number. */
function listed(odd: Readonly<Record<number, string>>, later: boolean) {
  const kvs = Array.from({ length: 120 }, (_, at) => {
    const name = `e${at}`;
    const key = resourceKey({ kind: "HostEndpoint", name }, V37.storedNames);
    return { key, value: (odd[at] ?? USUAL).replace("NAME", name), createRevision: "2", modRevision: `${at + 2}` };
  });
  return resourceList("HostEndpoint", { kvs, revision: "130" }, V37, later ? laterReaders : undefined);
}

const ODD = {
  7: "{",
  30: USUAL.replace("NAME", "another"),
  31: `${START}{"node":"n1","interfaceName":"eth0","ports":[{"name":"http","protocol":"TCP","port":80}]}}`,
  32: `${START}{"node":5}}`,
  33: USUAL.replace(":", ": "),
};

test("a list of resources that are made later is the list, with all that is to be told of its values", () => {
  const [now, later] = [listed(ODD, false), listed(ODD, true)];
  expect({ ...later, located: undefined }).toEqual(now);
  expect(later.unreadable.map(({ key }) => key.slice(key.lastIndexOf("/") + 1))).toEqual(["e7", "e32"]);
  expect(later.misnamed).toHaveLength(1);
  expect(later.located?.map(({ resource }) => resource)).toEqual(now.items);
});

test("resources of the usual form are made later, others are read at once", () => {
  const { located = [] } = listed(ODD, true);
  const readAtOnce = located
    .filter((one) => !(one instanceof LaterResource))
    .map(({ resource }) => resource.metadata.name);
  expect(readAtOnce).toEqual(["e30", "e31", "e33"]);
  expect(listed({}, false).located).toBeUndefined();
});
