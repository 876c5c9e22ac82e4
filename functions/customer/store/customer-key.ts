/** Holds everything about a customer: the profile, what auth said of the user, the orders and what they come to. */
export const customerPartition = (organizationId: string, customerId: string) => `ORG#${organizationId}#CUSTOMER#${customerId}`;
