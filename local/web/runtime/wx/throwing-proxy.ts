/**
 * Lets through what an object has and throws `<owner>.<name> is not implemented in the browser` for the rest, so
 * that a page which uses something new fails where it does, with the name.
 */
export function throwingProxy<T extends object>(owner: string, object: T): T {
  return new Proxy(object, {
    get(target, name, receiver): unknown {
      if (name in target || isAskedByLanguage(name)) return Reflect.get(target, name, receiver);
      throw new Error(`${owner}.${String(name)} is not implemented in the browser`);
    },
  });
}

// `await`, consoles, JSON and inspectors ask every object for these.
function isAskedByLanguage(name: string | symbol): boolean {
  return (
    typeof name === 'symbol' ||
    ['then', 'toJSON', 'constructor', 'prototype', '$$typeof'].includes(name)
  );
}
