// Loads the page again when what it is made of changed. The first message is the version that is shown now.
let shown;
new EventSource("/_ontwikkeling").onmessage = ({ data }) => {
  if (shown !== undefined && shown !== data) location.reload();
  shown = data;
};
