/** What the texts of `texts.ts` are made of. */
type Words = readonly [string, ...string[]];

const split = (text: string): Words => text.split("  ") as [string, ...string[]];

/** Values: of every type and style, and what looks like one. */
export const SCALARS: Words = [
  ...split("a  abc def  1  0  -1  +1  012  08  0o7  0x1F  0b11  1_000  1.5  1.  .5  1e3  1e+3  1E-3  -.5  +.5  1_0.5"),
  ...split(".inf  -.INF  .nan  true  True  TRUE  yes  no  on  Off  y  n  Y  N  ~  null  Null  =  <<  nULL  tRUE  .Nan"),
  ...split("2001-01-01  2001-1-1  2001-01-01T00:00:00Z  12:30:45  190:20:30  1:2  a:b  a: b  a #c  a#c  #c  - a  -a"),
  ...split(
    "--  ---a  -  ?  ? a  :  :a  ::  a:  *a  &a b  &a  !t a  !!str 1  !!int 1  !!float 1  !!binary aGk=  !  ! 1",
  ),
  ...split("!!null x  !!bool yes  !!set {a}  !!timestamp 2001-01-01  !!map {}  !!seq []  !<x> y  !!str  !!int  !x!y z"),
  ...split(
    '\'a\'  \'it\'\'s\'  "a"  "a\\nb"  "\\u00e9"  "\\x41"  "\\/"  "\\q"  "\\_\\N"  \'\\n\'  \'\'  ""  \'a\' b  "a"b',
  ),
  ...split('[a, b]  [a, b,]  [a,b]  []  {}  {a: b}  {a: b, c}  {a}  {a: }  {a:b}  {"a":b}  {a: [b, {c: d}]}  [a: b]'),
  ...split(
    "[a b, c d]  [\"a\", 'b']  [1, 0x1, yes]  {? a : b}  [a, [b], {c: 1}] # x  {a: 'x, y'}  [a]b  [,]  {,}  [a,,b]",
  ),
  ...split(
    "[? a]  [? a : b]  {? a}  [a, ]  {a: b, }  [:a]  {a:}  [a:]  [::1]  {a: ::1}  [-]  [- a]  [-1]  {-a: -b}  [#]",
  ),
  ...split("%a  @a  `a  a%  é  日本  \u00a0a  a\u00a0  \u2028  😀  \u0085  a\\b  \\  (a)  $a  ^a  a,b  a]b  a}b  ]  }"),
  ...split(",a  a'b  a\"b  '  \"  0.1  1e400  -1e400  -0  0.0  00  0_0  _1  1__0  0x  0b  0b2  0o8  1e-400  .1e400"),
  ...split(
    "9223372036854775807  9223372036854775808  18446744073709551615  18446744073709551616  -9223372036854775808",
  ),
  ...split(
    "-9223372036854775809  123456789012345678901234567890  1.0  1.10  100000000000000000000.0  1e21  0.1e1  -0x1F",
  ),
  ...split("+0x1F  -012  -0b1  0b-1  1e  e1  1e5_0  +  +.inf  -.nan  NaN  Infinity  .  ..  ...  =a  <a  <<: x  .5_0"),
  ...split(
    "fe80::1  10.0.0.1/8  a/b  a=b  {{x}}  x y: z  a -b  a - b  a ? b  a ?b  a : b  a :b  a!b  a&b  a*b  a|b  a>b",
  ),
  "",
  "\ta",
  "a\t",
  "a\tb",
  "a\t#c",
  "\t# c",
  "|",
  "|\n  x\n  y",
  ">\n  x\n  y",
  "|-\n  x",
  "|+\n  x\n\n",
  "|2\n   x",
  ">\n  x\n\n   y\n  z",
  "|\n x\n  y",
  "|\n\tx",
  '"a\\\n  b"',
  '"a\n  b"',
  "'a\n  b'",
  "'a\n\n  b'",
  "a\n  b",
  "a\n\n  b",
  "a\n  # c\n  b",
  "a\n  - b",
  "a\n  b: c",
  "[a #b\n, c]",
  "[a\n  b,\n c\n]",
  "{a: b,\n  c\n: d}",
  "[\n]",
  "{a\n: b}",
  "# c\n  a",
];

/** Keys: texts, numbers, booleans, properties, and what cannot be one. */
export const KEYS: Words = [
  ...split("a  b  c  1  0x1  true  yes  y  null  ~  \"a\"  'b'  a b  a.b/c  <<  1.5  é  -a  a-  ?a  a:b  [a]  {a: b}"),
  ...split("*x  &x k  !!str k  2001-01-01  =  __proto__  constructor  a#  a #  1_0  012  +1  1e3  .inf  .nan  on  0o7"),
  ...split(
    '12:30  1.50  0.1  1e21  9223372036854775808  !!int 1  !t k  ! k  [a, b]  - a  ? a  |  "\\/"  \'a b\'  "1"  a, b',
  ),
  "",
];

/** Single signs. */
export const SOUP: Words = [
  ...([..."\n\n\n    \t-?:,[]{}#&*!|>'\"%@`abc1.~<=\\/_+0xeN"] as [string, ...string[]]),
  "\r",
  "\u0085",
  "\u2028",
  ": ",
  "- ",
  "\n  ",
  "é",
  "😀",
];

/** What YAML is made of. */
export const TOKENS: Words = [
  ...split(
    "a  b:  c: d  -  ?  :  ,  [  ]  {  }  #  # c  &x  *x  !t  !!str  !!int  |  >  '  \"  'q'  \"q\"  <<:  ---  ...  %YAML 1.1",
  ),
  "- ",
  "? ",
  ": ",
  ", ",
  "\n",
  "\n",
  "\n  ",
  "\n    ",
  "\n- ",
  "\n  - ",
  " ",
  "\t",
  "\n\t",
  "|-\n  ",
  ">\n ",
  "1",
  "yes",
  "\\",
];

/** What numbers are made of. */
export const NUMBER_SIGNS: Words = split(
  "0  1  7  8  9  12  _  +  -  .  e  E  x  0x  0o  0b  b  F  inf  nan  :  0x1  1e  000  99999999",
);
