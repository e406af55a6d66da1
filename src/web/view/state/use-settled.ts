import { useEffect, useState } from "preact/hooks";

/** The value once it has stood for so long; the first one at once. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  const isFirst = settled === undefined;
  useEffect(() => {
    if (isFirst) {
      setSettled(() => value);
      return undefined;
    }
    const timer = setTimeout(() => setSettled(() => value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds, isFirst]);
  return settled;
}
