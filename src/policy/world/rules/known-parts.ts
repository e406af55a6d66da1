import { type Port, type PortError, parsePort } from "../../../model/net/port.ts";
import { type GlobalUse, parseSelector, type SelectorResult } from "../../../selector/parse.ts";
import { printSelector } from "../../../selector/print.ts";
import type { Selector } from "../../../selector/selector.ts";
import type { Net, SetRef } from "../compiled.ts";
import { readNet } from "../nets.ts";
import type { ItemReader } from "../spec-fields.ts";

/** The parts of rules that were read so far, each one object for all rules that have it: a World has each of a few very many times. */
export class KnownParts {
  readonly #selectors = new Map<GlobalUse | undefined, Map<string, SelectorResult>>();
  readonly #nets = new Map<string, Net>();
  readonly #ports = new Map<string | number, Port | PortError>();
  readonly #sets = new Map<Selector, SetRef>();

  /** Read the lists of networks and of ports of rules. */
  readonly netItems: ItemReader<Net> = {
    read: (value) => (typeof value === "string" ? this.net(value) : undefined),
    message: (value) => `\`${String(value)}\` is not a network`,
  };
  readonly portItems: ItemReader<Port> = {
    read: (value) => {
      const port = typeof value === "string" || typeof value === "number" ? this.port(value) : undefined;
      return typeof port === "object" ? port : undefined;
    },
    message: (value) => `\`${String(value)}\` is not a port`,
  };

  /** Reads a selector; `global` says where `global()` may stand in it. */
  selector(text: string, global: GlobalUse | undefined): SelectorResult {
    const byText = this.#selectors.get(global) ?? new Map<string, SelectorResult>();
    const known = byText.get(text);
    if (known !== undefined) return known;
    const parsed = parseSelector(text, { global });
    this.#selectors.set(global, byText.set(text, parsed));
    return parsed;
  }

  /** Reads a network or an address; nothing where the text is none. */
  net(text: string): Net | undefined {
    const known = this.#nets.get(text);
    if (known !== undefined) return known;
    const net = readNet(text);
    if (net !== undefined) this.#nets.set(text, net);
    return net;
  }

  /** Reads a port, or says why it is none. */
  port(port: string | number): Port | PortError {
    const known = this.#ports.get(port);
    if (known !== undefined) return known;
    const read = parsePort(port);
    this.#ports.set(port, read);
    return read;
  }

  /** What has the addresses of all that a selector matches. */
  set(selector: Selector): SetRef {
    const known = this.#sets.get(selector);
    if (known !== undefined) return known;
    const made = { key: printSelector(selector), selector };
    this.#sets.set(selector, made);
    return made;
  }
}
