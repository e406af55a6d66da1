import { describe, expect, test } from "vitest";
import { matches } from "../../src/selector/matches.ts";
import { parseSelector } from "../../src/selector/parse.ts";
import { printSelector } from "../../src/selector/print.ts";

/** What an endpoint may have for the label `role`, by a word for it. */
const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  absent: {},
  other: { Role: "web", roles: "web" },
  empty: { role: "" },
  web: { role: "web" },
  Web: { role: "Web" },
  webserver: { role: "webserver" },
  "my-web": { role: "my-web" },
  "my-website": { role: "my-website" },
  blank: { role: " web " },
};
const ALL = Object.keys(ENDPOINTS).join(" ");
const LABELLED = "empty web Web webserver my-web my-website blank";

/** The words for the endpoints that a selector matches. */
function matched(text: string): string {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`);
  const { selector } = parsed;
  const matching = Object.entries(ENDPOINTS).filter(([, labels]) => matches(selector, new Map(Object.entries(labels))));
  return matching.map(([word]) => word).join(" ");
}

/** The endpoints that are not among some. */
function without(words: string): string {
  const some = words.split(" ");
  return Object.keys(ENDPOINTS)
    .filter((word) => !some.includes(word))
    .join(" ");
}

/** One way to write each condition on a label, and the endpoints that meet it. */
const OPERATORS: readonly (readonly [selector: string, matching: string])[] = [
  ["all()", ALL],
  ["has(role)", LABELLED],
  ["role == 'web'", "web"],
  ["role == 'Web'", "Web"],
  ["role == ' web '", "blank"],
  ["role == ''", "empty"],
  ["role == 'we'", ""],
  ["role != 'web'", "absent other empty Web webserver my-web my-website blank"],
  ["role != ''", "absent other web Web webserver my-web my-website blank"],
  ["role != 'we'", ALL],
  ["role contains 'web'", "web webserver my-web my-website blank"],
  ["role contains 'bs'", "webserver my-website"],
  ["role contains ''", LABELLED],
  ["role contains 'webs'", "webserver my-website"],
  ["role starts with 'web'", "web webserver"],
  ["role starts with 'my-'", "my-web my-website"],
  ["role starts with ''", LABELLED],
  ["role starts with 'webservers'", ""],
  ["role ends with 'web'", "web my-web"],
  ["role ends with ' '", "blank"],
  ["role ends with ''", LABELLED],
  ["role ends with 'not my-web'", ""],
  ["role in {'web'}", "web"],
  ["role in {'web', 'webserver'}", "web webserver"],
  ["role in {'web', 'web'}", "web"],
  ["role in {''}", "empty"],
  ["role in {'', 'Web'}", "empty Web"],
  ["role in {}", ""],
  ["role not in {'web'}", "absent other empty Web webserver my-web my-website blank"],
  ["role not in {'web', 'webserver'}", "absent other empty Web my-web my-website blank"],
  ["role not in {''}", "absent other web Web webserver my-web my-website blank"],
  ["role not in {}", ALL],
];

describe("each operator, of each label", () => {
  test.each(OPERATORS)("%s", (text, matching) => expect(matched(text)).toBe(matching));
});

describe("and its negation, which is everybody else", () => {
  test.each(OPERATORS)("!(%s)", (text, matching) => {
    expect(matched(`!(${text})`)).toBe(without(matching));
    expect(matched(`!${text}`)).toBe(without(matching));
    expect(matched(`!!${text}`)).toBe(matching);
  });
});

describe("an absent label is not an empty one", () => {
  test.each<[string, string, string]>([
    ["has", "has(role)", "empty"],
    ["equality", "role == ''", "empty"],
    ["inequality", "role != 'x'", "absent empty"],
    ["inequality with nothing", "role != ''", "absent"],
    ["contains", "role contains ''", "empty"],
    ["starts with", "role starts with ''", "empty"],
    ["ends with", "role ends with ''", "empty"],
    ["in", "role in {''}", "empty"],
    ["not in", "role not in {''}", "absent"],
    ["not in nothing", "role not in {}", "absent empty"],
  ])("%s", (_what, text, matching) => {
    const labelStates = matched(text).split(" ");
    expect(labelStates.filter((word) => word === "absent" || word === "empty").join(" ")).toBe(matching);
  });
});

describe("and, or and parentheses", () => {
  test.each<[selector: string, matching: string]>([
    ["has(role) && role != 'web'", "empty Web webserver my-web my-website blank"],
    ["role starts with 'my' && role ends with 'web'", "my-web"],
    ["role == 'web' || role == 'Web'", "web Web"],
    ["role == 'web' || role == 'Web' || role == ''", "empty web Web"],
    ["role == 'web' || role == 'Web' && role == ''", "web"],
    ["(role == 'web' || role == 'Web') && role == ''", ""],
    ["role == 'web' && role == 'Web' || role == ''", "empty"],
    ["role == 'web' && (role == 'Web' || role == '')", ""],
    ["!has(role) || role == 'web'", "absent other web"],
    ["!(has(role) || has(roles))", "absent"],
    ["!has(role) && has(roles)", "other"],
    ["has(Role)", "other"],
    ["!(has(role) && role != 'web')", "absent other web"],
    ["!(!has(role) || role == 'web')", "empty Web webserver my-web my-website blank"],
    ["all() && has(role)", LABELLED],
    ["all() || has(role)", ALL],
    ["!all() || has(role)", LABELLED],
    ["!all()", ""],
  ])("%s", (text, matching) => expect(matched(text)).toBe(matching));
});

describe("other ways to write the same", () => {
  test.each<[selector: string, same: string]>([
    ["", "all()"],
    [" \t ", "all()"],
    ["all(\t)", "all()"],
    ["has(\trole )", "has(role)"],
    ['role == "web"', "role == 'web'"],
    ["role=='web'", "role == 'web'"],
    ["role!='web'", "role != 'web'"],
    ["role contains'web'", "role contains 'web'"],
    ["role startswith 'web'", "role starts with 'web'"],
    ["role starts  with 'web'", "role starts with 'web'"],
    ["role endswith'web'", "role ends with 'web'"],
    ["role ends\twith 'web'", "role ends with 'web'"],
    ["role in{'web'}", "role in {'web'}"],
    ["role in { 'web' , 'Web' , }", "role in {'web', 'Web'}"],
    ["role notin {'web'}", "role not in {'web'}"],
    ["role not\tin{'web'}", "role not in {'web'}"],
    ["has(role)&&has(roles)||all()", "has(role) && has(roles) || all()"],
    ["(has(role) && (has(roles)))", "has(role) && has(roles)"],
    ["((role == 'web'))", "role == 'web'"],
  ])("%j is %j", (text, same) => {
    expect(matched(text)).toBe(matched(same));
    const [left, right] = [parseSelector(text), parseSelector(same)];
    expect(left.ok && printSelector(left.selector)).toBe(right.ok && printSelector(right.selector));
  });
});

describe("words of the language may be labels, and strings hold anything but their quote", () => {
  const labels = new Map([
    ["in", "1"],
    ["not", "2"],
    ["has", "3"],
    ["contains", "4"],
    ["all", "5"],
    ["0", "6"],
    ["a/b.c_d-e", "7"],
    ["-", "8"],
    ["quote", "it's"],
    ["double", '"x"'],
    ["curly", "{'a'} && b"],
    ["snow", "☃"],
    ["slash", "\\n"],
  ]);
  test.each([
    "in == '1'",
    "in in {'1'}",
    "not == '2'",
    "not not in {'1'}",
    "not in {'2'}",
    "has == '3'",
    "has(has)",
    "contains contains '4'",
    "all == '5'",
    "has(all) && all()",
    "0 == '6'",
    "a/b.c_d-e == '7'",
    "- == '8'",
    `quote == "it's"`,
    `double == '"x"'`,
    `curly == "{'a'} && b"`,
    "snow == '☃'",
    "slash == '\\n'",
  ])("%s", (text) => {
    const parsed = parseSelector(text);
    expect(parsed.ok && matches(parsed.selector, labels)).toBe(true);
    expect(parsed.ok && matches(parsed.selector, new Map())).toBe(text === "not not in {'1'}");
  });
});
