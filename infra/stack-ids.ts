/** The stacks that make up the system on one machine; the others exist on AWS alone. */
export const localStacks = ['Data', 'Api', 'Saga', 'Events'] as const;
const stacksOnlyOnAws = ['Network', 'Certificates', 'Auth', 'Inventory', 'Archive', 'Observability'] as const;
export const allStacks = [...localStacks, ...stacksOnlyOnAws];
export type StackId = (typeof allStacks)[number];
