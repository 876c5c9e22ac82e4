/**
 * The functions of `Reflect` that tsyringe, on which @peculiar/x509 is built, needs before it loads: it keeps there what a constructor
 * wants injected. Import this before that package.
 */
const notes = new WeakMap<object, Map<unknown, unknown>>();

Object.assign(Reflect, {
  defineMetadata(name: unknown, note: unknown, target: object) {
    notes.set(target, (notes.get(target) ?? new Map()).set(name, note));
  },
  getMetadata: (name: unknown, target: object) => notes.get(target)?.get(name),
  getOwnMetadata: (name: unknown, target: object) => notes.get(target)?.get(name),
});
