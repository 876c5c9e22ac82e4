/** The stacks that are deployed locally too. The others exist only on AWS. */
export const localStacks = ['Data', 'Api', 'Saga', 'Events'] as const;
const stacksOnlyOnAws = ['Network', 'Certificates', 'Auth', 'Inventory', 'Archive', 'Observability'] as const;
export const allStacks = [...localStacks, ...stacksOnlyOnAws];
export type StackId = (typeof allStacks)[number];
