import type { Located } from "../../../model/resource.ts";
import type { Direction } from "../../outcome.ts";
import type { CompiledPolicy, CompiledProfile, CompiledRule, CompiledRules } from "../compiled.ts";

/** The rules of a direction of a resource. */
export type RulesOf = (direction: Direction) => readonly CompiledRule[];

/** The rules of a resource, each direction when it is first asked for: one packet meets the rules of few policies. */
class Rules implements CompiledRules {
  readonly located: Located;
  readonly #of: RulesOf;
  #ingress: readonly CompiledRule[] | undefined;
  #egress: readonly CompiledRule[] | undefined;

  constructor(located: Located, of: RulesOf) {
    this.located = located;
    this.#of = of;
  }

  get ingress(): readonly CompiledRule[] {
    this.#ingress ??= this.#of("ingress");
    return this.#ingress;
  }

  get egress(): readonly CompiledRule[] {
    this.#egress ??= this.#of("egress");
    return this.#egress;
  }
}

/** A policy whose rules are compiled later. */
export class Policy extends Rules implements CompiledPolicy {
  declare readonly ref: CompiledPolicy["ref"];
  declare readonly kind: CompiledPolicy["kind"];
  declare readonly applyOnForward: boolean;
  declare readonly tier: CompiledPolicy["tier"];
  declare readonly order: number;
  declare readonly tieBreak: string;
  declare readonly selector: CompiledPolicy["selector"];
  declare readonly types: CompiledPolicy["types"];

  constructor(located: Located, of: RulesOf, fields: Omit<CompiledPolicy, keyof CompiledRules>) {
    super(located, of);
    // One by one, which is several times as fast as to copy them: a large World has very many.
    this.ref = fields.ref;
    this.kind = fields.kind;
    this.applyOnForward = fields.applyOnForward;
    this.tier = fields.tier;
    this.order = fields.order;
    this.tieBreak = fields.tieBreak;
    this.selector = fields.selector;
    this.types = fields.types;
  }
}

/** A profile whose rules are compiled later. */
export class Profile extends Rules implements CompiledProfile {
  declare readonly name: string;
  declare readonly labels: CompiledProfile["labels"];

  constructor(located: Located, of: RulesOf, fields: Omit<CompiledProfile, keyof CompiledRules>) {
    super(located, of);
    Object.assign(this, fields);
  }
}
