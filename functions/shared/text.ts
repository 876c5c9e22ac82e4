export const textErrors = (_value: unknown): { path: string; message: string }[] => [];
