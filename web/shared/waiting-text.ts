/** Said of a change that waits in the browser, when the form that made it has closed. */
export const waitingText = "Not saved yet: it will be sent when the connection is back.";
