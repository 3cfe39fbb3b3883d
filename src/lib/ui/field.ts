// What a field tells the control inside it: its id and which texts describe it. Knows no control.
import { getContext, setContext } from 'svelte';

export type FieldControl = {
	id: string;
	'aria-describedby': string | undefined;
	'aria-invalid': true | undefined;
	required: boolean | undefined;
};

const key = Symbol('field');

export const setField = (control: () => FieldControl) => setContext(key, control);

/** The attributes for the control of the surrounding field; none outside a field. */
export function fieldControl(): () => Partial<FieldControl> {
	return getContext<(() => FieldControl) | undefined>(key) ?? (() => ({}));
}
