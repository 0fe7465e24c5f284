/**
 * The variables of a function's process. Node asks the system at each look at `process.env`, and the SDK
 * looks two hundred times a request, which was a tenth of all that a call costs: so looks are answered from
 * a copy, and what is written goes to both, where it becomes text and may mean something (`TZ`).
 */
export function keepEnvironmentAtHand(): void {
  const own = process.env;
  const copy = { ...own };
  process.env = new Proxy(copy, {
    set: (_, key: string, value: unknown) => Reflect.set(own, key, value) && follow(key),
    defineProperty: (_, key: string, how) => Reflect.defineProperty(own, key, how) && follow(key),
    deleteProperty: (_, key: string) => Reflect.deleteProperty(own, key) && follow(key),
  });

  function follow(key: string): true {
    const value = own[key];
    if (value === undefined) delete copy[key];
    else copy[key] = value;
    return true;
  }
}
