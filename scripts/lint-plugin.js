// Our own lint rules: the time and chance are given (Clock, Random), never taken from the surroundings.
// The shape is ESLint's plugin format, which oxlint loads.

const plugin = {
  meta: { name: "dripline" },
  rules: {
    "no-ambient-time": {
      /** @param {any} context */
      create: (context) => ({
        /** @param {any} node */
        MemberExpression(node) {
          if (isMember(node, "Date", "now"))
            report(context, node, "Take a Clock instead of Date.now.");
        },
        /** @param {any} node */
        NewExpression(node) {
          if (node.callee.name === "Date" && node.arguments.length === 0) {
            report(context, node, "Take a Clock instead of new Date().");
          }
        },
        /** @param {any} node */
        CallExpression(node) {
          if (node.callee.name === "Date") report(context, node, "Take a Clock instead of Date().");
          if (
            isMember(node.callee, "Now", "instant") ||
            isMember(node.callee.object, "Temporal", "Now")
          ) {
            report(context, node, "Take a Clock instead of Temporal.Now.");
          }
        },
      }),
    },
    "no-ambient-randomness": {
      /** @param {any} context */
      create: (context) => ({
        /** @param {any} node */
        MemberExpression(node) {
          if (isMember(node, "Math", "random"))
            report(context, node, "Take a Random instead of Math.random.");
        },
      }),
    },
  },
};

/** @param {any} node @param {string} object @param {string} property */
function isMember(node, object, property) {
  if (node?.type !== "MemberExpression" || node.object.name !== object) return false;
  return node.property.name === property || node.property.value === property;
}

/** @param {any} context @param {any} node @param {string} message */
function report(context, node, message) {
  context.report({ node, message });
}

// A default export because oxlint asks for one.
// oxlint-disable-next-line import/no-default-export
export default plugin;
