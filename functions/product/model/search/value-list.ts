/** Numbers the values of a field from 0, so that they can be counted in an array. */
export class ValueList {
  readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.numbers.set(value, number);
    return number;
  }

  /** The number of a value that may not be in the list. */
  find(value: string): number | undefined {
    return this.numbers.get(value);
  }
}
