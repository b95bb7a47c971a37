/** Calls a bundle once, as the platform's bootstrap does, and tells what it answered. */
const [, , bundle, event, context] = process.argv;

require(bundle)
  .main(JSON.parse(event), JSON.parse(context))
  .then(
    (answer) => process.send({ node: process.versions.node, answer }),
    (error) => process.send({ node: process.versions.node, answer: String(error.stack) }),
  )
  .finally(() => process.disconnect());
