// Loaded by the app when something that had waited is answered: most days nothing is.
export { deliveredText } from '../../text/delivered';
