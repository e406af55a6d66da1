import type { Names } from "../../engine/answers/names.ts";
import { ChoiceField, FieldRow, TextField } from "../parts/field.tsx";
import type { PacketInput } from "./packet-input.ts";

/** The form of a packet. */
export function PacketFields(props: {
  readonly fields: PacketInput;
  readonly names: Names | undefined;
  readonly onChange: (fields: PacketInput) => void;
}) {
  const { fields, names, onChange } = props;
  const set = (change: Partial<PacketInput>): void => onChange({ ...fields, ...change });
  const isIcmp = /^(icmp|icmpv6|1|58)$/i.test(fields.protocol.trim());
  return (
    <form class="card stack ask-form" onSubmit={(event) => event.preventDefault()} aria-label="Packet">
      <fieldset class="switch">
        <legend class="unseen">What is asked</legend>
        {(["between", "node"] as const).map((way) => (
          <label key={way} class={fields.way === way ? "switch-on" : ""}>
            <input type="radio" name="way" checked={fields.way === way} onChange={() => set({ way })} />
            {way === "between" ? "End to end" : "On one node"}
          </label>
        ))}
      </fieldset>
      {fields.way === "between" ? (
        <>
          <TextField
            label="From"
            value={fields.from}
            onValue={(from) => set({ from })}
            names={names?.ends}
            placeholder="198.51.100.7, web-1, pod/shop/web"
          />
          <TextField
            label="To"
            value={fields.to}
            onValue={(to) => set({ to })}
            names={names?.ends}
            placeholder="node1-eth0, svc/shop/web"
          />
        </>
      ) : (
        <OneNode fields={fields} names={names} set={set} />
      )}
      <FieldRow>
        <TextField
          label="Protocol"
          value={fields.protocol}
          onValue={(protocol) => set({ protocol })}
          names={names?.protocols}
        />
        {isIcmp ? (
          <TextField label="ICMP type/code" value={fields.icmp} onValue={(icmp) => set({ icmp })} placeholder="8/0" />
        ) : (
          <TextField label="Port" value={fields.port} onValue={(port) => set({ port })} placeholder="443, https" />
        )}
      </FieldRow>
      <details class="more" open={fields.established || fields.tcpFlags !== ""}>
        <summary>Connection</summary>
        <div class="stack">
          <label class="check">
            <input
              type="checkbox"
              checked={fields.established}
              onChange={({ currentTarget }) => set({ established: currentTarget.checked })}
            />
            It belongs to a connection that is already open
          </label>
          <TextField
            label="TCP flags"
            value={fields.tcpFlags}
            onValue={(tcpFlags) => set({ tcpFlags })}
            placeholder="SYN"
            hint="ACK, RST, SYN+ACK: of a packet that does not open a connection"
          />
        </div>
      </details>
    </form>
  );
}

function OneNode(props: {
  readonly fields: PacketInput;
  readonly names: Names | undefined;
  readonly set: (change: Partial<PacketInput>) => void;
}) {
  const { fields, names, set } = props;
  const { node } = fields;
  const onNode = <One extends { readonly node: string }>(list: readonly One[] = []): readonly One[] =>
    node.trim() === "" ? list : list.filter((one) => one.node === node.trim());
  const nameList = (list: readonly { readonly name: string }[]) => [...new Set(list.map(({ name }) => name))];
  const interfaces = nameList(onNode(names?.interfaces));
  const workloads = nameList(onNode(names?.workloads));
  const ends = (current: string, inferred: string, process: string) => {
    const known = [
      { value: "", text: inferred },
      { value: "process", text: process },
      ...interfaces.map((name) => ({ value: `interface:${name}`, text: `interface ${name}` })),
      ...workloads.map((name) => ({ value: `workload:${name}`, text: `workload ${name}` })),
    ];
    // What a link says stays, also where nothing names it.
    return known.some(({ value }) => value === current)
      ? known
      : [...known, { value: current, text: current.replace(":", " ") }];
  };
  return (
    <>
      <FieldRow>
        <TextField label="Source" value={fields.src} onValue={(src) => set({ src })} placeholder="198.51.100.7" />
        <TextField label="Destination" value={fields.dst} onValue={(dst) => set({ dst })} placeholder="10.240.0.5" />
      </FieldRow>
      <TextField
        label="Node"
        value={node}
        onValue={(next) => set({ node: next })}
        names={names?.nodes}
        placeholder="inferred"
      />
      <FieldRow>
        <ChoiceField
          label="It comes from"
          value={fields.entry}
          onValue={(entry) => set({ entry })}
          choices={ends(fields.entry, "inferred", "a local process")}
        />
        <ChoiceField
          label="It goes to"
          value={fields.exit}
          onValue={(exit) => set({ exit })}
          choices={ends(fields.exit, "inferred", "a local process")}
        />
      </FieldRow>
    </>
  );
}
